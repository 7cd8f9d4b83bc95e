import { readDevOptions, USAGE } from "./dev/dev-options.mjs";
import { handOver } from "./running/hand-over.mjs";
import { ensureBrowsers, ensureDependencies, ensureNode, SetupProblem } from "./setup/setup.mjs";

process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} args */
async function main(args) {
  const asked = readDevOptions(args);
  if ("problem" in asked) {
    console.error(`dev: ${asked.problem} (npm run dev -- --help)`);
    return 2;
  }
  if ("help" in asked) {
    console.log(USAGE);
    return 0;
  }
  try {
    await ensureDependencies();
    const node = ensureNode();
    await ensureBrowsers([asked.options.browser]);
    return await handOver(node, "scripts/dev/run-dev.ts", args);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}
