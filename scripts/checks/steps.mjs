import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LOGS, runNpm } from "../running/run-logged.mjs";
import { ensureBrowsers } from "../setup/setup.mjs";
import { NOTHING_RUN } from "./run-steps.mjs";
import { readVitestReport, readWebExtReport } from "./test-report.mjs";

/** @typedef {import("./test-report.mjs").StepResult} StepResult */

/** A step takes some minutes on a machine of two cores, an hour where others use them too; this is to end what hangs. */
const LIMIT_MS = 60 * 60_000;

/** What web-ext may say of the Firefox build: its code, and why that is no problem. */
const ACCEPTED = {
  UNSAFE_VAR_ASSIGNMENT: "Preact's code for dangerouslySetInnerHTML, which our linter forbids",
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: "data_collection_permissions is younger on Android than our oldest Firefox, which ignores it",
};

/**
 * What must hold. The longest come first: the others find room beside them.
 * @type {import("./run-steps.mjs").Step[]}
 */
export const STEPS = [
  { name: "build-chrome", run: () => build("chrome") },
  { name: "build-firefox", run: () => build("firefox") },
  { name: "browser", needs: ["build-chrome", "build-firefox"], run: browser },
  { name: "unit", run: () => vitest("unit") },
  { name: "built", run: () => vitest("built") },
  // Both it and the builds write the types that WXT makes.
  { name: "types", after: ["build-chrome", "build-firefox"], run: () => command("types", ["run", "types"]) },
  { name: "lint", run: () => command("lint", ["run", "lint"]) },
  { name: "unused", run: () => command("unused", ["run", "unused"]) },
  { name: "figures", needs: ["build-chrome", "build-firefox"], run: () => command("figures", ["run", "--silent", "figures"]) },
  { name: "screens", needs: ["browser"], run: screens },
  { name: "web-ext", needs: ["build-firefox"], run: webExt },
];

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<StepResult>}
 */
async function command(name, args) {
  const { ok, tail } = await runNpm(name, args);
  return ok ? { passed: 1, failed: 0, details: [] } : { passed: 0, failed: 1, details: [tail] };
}

/** @param {"chrome" | "firefox"} browser */
function build(browser) {
  return command(`build-${browser}`, ["exec", "--no", "--", "wxt", "build", "-b", browser]);
}

/**
 * @param {"unit" | "built" | "browser"} project
 * @returns {Promise<StepResult>}
 */
async function vitest(project) {
  const file = join(LOGS, `${project}.json`);
  // A run that dies must not be judged by the report of the one before.
  rmSync(file, { force: true });
  const { ok, tail } = await runNpm(project, ["run", project, "--", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], {
    limitMs: LIMIT_MS,
  });
  const result = existsSync(file) ? readVitestReport(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0, details: [] };
  // Errors outside any test fail the run as a whole.
  return ok || result.failed > 0 ? result : { ...result, failed: 1, details: [tail] };
}

/** @returns {Promise<StepResult>} */
async function browser() {
  await ensureBrowsers(["chrome", "firefox"]);
  // What is no longer looked at must not stay in the report.
  rmSync(join(LOGS, "../axe.jsonl"), { force: true });
  return vitest("browser");
}

/** @returns {Promise<StepResult>} */
async function screens() {
  const { ok, stdout, tail } = await runNpm("screens", ["run", "--silent", "screens"]);
  // Worth a look, and no reason to fail: another machine may draw a letter otherwise. `npm run screens` by itself is strict.
  if (!ok) return { passed: 1, failed: 0, note: "pictures look other", details: [tail] };
  const lines = stdout.trimEnd().split("\n");
  return { passed: 1, failed: 0, details: lines.length > 1 ? lines : [] };
}

/** @returns {Promise<StepResult>} */
async function webExt() {
  const { stdout, tail } = await runNpm("web-ext", ["run", "--silent", "lint:firefox"], { env: { NO_UPDATE_NOTIFIER: "1" } });
  const json = stdout.slice(stdout.indexOf("{"));
  try {
    return readWebExtReport(JSON.parse(json), ACCEPTED);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ...NOTHING_RUN, details: [tail] };
  }
}
