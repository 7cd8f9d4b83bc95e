import { handOver } from "./running/hand-over.mjs";
import { secondsSince, startProgress } from "./running/progress.mjs";
import { runNpm } from "./running/run-logged.mjs";
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
    return await handOver(node, "scripts/story/play.ts", [...args, "--browser", browser]);
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
