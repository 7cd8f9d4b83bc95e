import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readVitestReport, readWebExtReport } from "./checks/test-report.mjs";
import { secondsSince, startProgress } from "./running/progress.mjs";
import { LOGS, runNpm } from "./running/run-logged.mjs";
import { ensureBrowsers, ensureDependencies, ensureNode, SetupProblem } from "./setup/setup.mjs";

/** @typedef {import("./checks/test-report.mjs").StepResult} StepResult */

/** @type {StepResult} */
const NOTHING_RUN = { passed: 0, failed: 1, details: [] };

/** A step takes a quarter of an hour at most on a machine of two cores; this is to end what hangs. */
const LIMIT_MS = 35 * 60_000;

/** What web-ext may say of the Firefox build: its code, and why that is no problem. */
const ACCEPTED = {
  UNSAFE_VAR_ASSIGNMENT: "Preact's code for dangerouslySetInnerHTML, which our linter forbids",
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: "data_collection_permissions is younger on Android than our oldest Firefox, which ignores it",
};

/** @type {{ name: string, needs?: string[], run: () => Promise<StepResult> }[]} */
const STEPS = [
  { name: "types", run: () => command("types", ["run", "types"]) },
  { name: "lint", run: () => command("lint", ["run", "lint"]) },
  { name: "unit", run: () => vitest("unit") },
  { name: "built", run: () => vitest("built") },
  { name: "build-chrome", run: () => build("chrome") },
  { name: "build-firefox", run: () => build("firefox") },
  { name: "web-ext", needs: ["build-firefox"], run: webExt },
  { name: "browser", needs: ["build-chrome", "build-firefox"], run: browser },
];

const USAGE = `npm test -- [--only STEP,…]

Everything that must hold, a line for each step; the last line counts what passed and what failed.
The output of each step is in .output/logs/.

  --only STEP,…  some of ${STEPS.map(({ name }) => name).join(", ")}; "build" is both builds
  --help         this text`;

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  const asked = readArguments(args);
  if ("problem" in asked) {
    console.error(`test: ${asked.problem}`);
    return 2;
  }
  if ("help" in asked) {
    console.log(USAGE);
    return 0;
  }
  const start = performance.now();
  const results = (await isReady()) ? await runSteps(asked.steps) : [NOTHING_RUN];
  const failed = sum(results, "failed");
  console.log(`\ntook ${secondsSince(start)}`);
  console.log(`${sum(results, "passed")} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function isReady() {
  try {
    await ensureDependencies();
    ensureNode();
    return true;
  } catch (error) {
    for (const detail of asFailure(error).details) console.log(detail);
    return false;
  }
}

/**
 * One after the other; one that needs a step which failed is not run and has failed as well.
 * @param {typeof STEPS} steps
 */
async function runSteps(steps) {
  /** @type {Map<string, StepResult>} */
  const results = new Map();
  for (const { name, needs = [], run } of steps) {
    const start = performance.now();
    const done = startProgress(name);
    const broken = needs.filter((need) => results.get(need)?.failed);
    const result = broken.length > 0 ? { ...NOTHING_RUN, note: `not run: ${broken.join(", ")} failed` } : await run().catch(asFailure);
    results.set(name, result);
    done(line(name, result, secondsSince(start)));
    for (const detail of result.details) console.log(detail);
  }
  return [...results.values()];
}

/**
 * @param {string} name
 * @param {StepResult} result
 * @param {string} time
 */
function line(name, { passed, failed, note }, time) {
  const counts = passed + failed > 1 ? `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ""}` : failed > 0 ? "FAILED" : "ok";
  return `${name.padEnd(14)} ${time.padStart(8)}  ${counts}${note ? ` (${note})` : ""}`;
}

/**
 * @param {unknown} error
 * @returns {StepResult}
 */
function asFailure(error) {
  return { ...NOTHING_RUN, details: [error instanceof SetupProblem ? error.message : String(error instanceof Error ? error.stack : error)] };
}

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
  rmSync(join(LOGS, "../axe.json"), { force: true });
  return vitest("browser");
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

/** @param {string[]} args */
function readArguments(args) {
  const options = /** @type {const} */ ({ only: { type: "string" }, help: { type: "boolean", default: false } });
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
  if (values.help) return { help: true };
  if (values.only === undefined) return { steps: STEPS };
  const names = values.only.split(",");
  const isNamed = (/** @type {string} */ step) => names.includes(step) || (step.startsWith("build-") && names.includes("build"));
  const unknown = names.filter((name) => name !== "build" && !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) return { problem: `--only does not know "${unknown[0]}"; the steps are ${STEPS.map(({ name }) => name).join(", ")}` };
  return { steps: STEPS.filter(({ name }) => isNamed(name)) };
}

/**
 * @param {StepResult[]} results
 * @param {"passed" | "failed"} what
 */
function sum(results, what) {
  return results.reduce((total, result) => total + result[what], 0);
}
