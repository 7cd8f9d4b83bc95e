import { spawn } from "node:child_process";
import { join } from "node:path";
import { secondsSince, startProgress } from "./running/progress.mjs";
import { ROOT, runNpm } from "./running/run-logged.mjs";
import { findBrowser } from "./setup/find-browser.mjs";
import { ensureBrowsers, ensureDependencies, ensureNode, SetupProblem } from "./setup/setup.mjs";
import { readStartOptions, USAGE } from "./story/start-options.mjs";

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  const asked = readStartOptions(args);
  if ("problem" in asked) {
    console.error(`start: ${asked.problem} (npm start -- --help)`);
    return 2;
  }
  if ("help" in asked) {
    console.log(USAGE);
    return 0;
  }
  try {
    await ensureDependencies();
    const node = ensureNode();
    const browser = asked.options.browser ?? anyBrowser();
    await ensureBrowsers([browser]);
    await build(browser);
    return await play(node, [...args, "--browser", browser]);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The one that is there; Chrome where both are, and where neither is and one has to be installed. */
function anyBrowser() {
  return !findBrowser("chrome") && findBrowser("firefox") ? "firefox" : "chrome";
}

/** @param {"chrome" | "firefox"} browser */
async function build(browser) {
  const start = performance.now();
  const progress = startProgress("building PaperScout");
  const { ok, tail } = await runNpm(`build-${browser}`, ["exec", "--no", "--", "wxt", "build", "-b", browser]);
  progress.end(`${ok ? "built PaperScout" : "PaperScout could not be built"} for ${browser}, ${secondsSince(start)}`);
  if (!ok) throw new SetupProblem(tail);
}

/**
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
function play(node, args) {
  const child = spawn(node, [join(ROOT, "scripts/story/play.ts"), ...args], { stdio: "inherit" });
  // A terminal sends its signals to both, who sends one by hand only to this process. The player ends the browser and then itself.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}
