import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { startBusyLoops } from "./checks/busy-loops.mjs";
import { NOTHING_RUN, runSteps } from "./checks/run-steps.mjs";
import { STEPS } from "./checks/steps.mjs";
import { secondsSince, startProgress } from "./running/progress.mjs";
import { ensureDependencies, ensureNode, SetupProblem } from "./setup/setup.mjs";

/** @typedef {import("./checks/test-report.mjs").StepResult} StepResult */

/** Of what was slow so many are named. */
const SLOWEST = 8;

const USAGE = `npm test -- [--only STEP,…] [--under-load]

Everything that must hold, a line for each step as it ends; then what was slow; the last line counts what passed and failed.
The output of each step is in .output/logs/.

  --only STEP,…  some of ${STEPS.map(({ name }) => name).join(", ")}; "build" is both builds
  --under-load   four busy loops run beside it, as other work would: what fails then fails by chance at other times
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
  const results = (await isReady()) ? await runTold(asked.steps, asked.underLoad) : [NOTHING_RUN];
  const failed = sum(results, "failed");
  const slowest = results.flatMap(({ slowest = [] }) => slowest).sort((a, b) => b.ms - a.ms);
  if (slowest.length > 0)
    console.log(
      `\nslowest: ${slowest
        .slice(0, SLOWEST)
        .map(({ name, ms }) => `${name} ${Math.round(ms / 1000)} s`)
        .join(", ")}`,
    );
  console.log(`\ntook ${secondsSince(start)}${asked.underLoad ? " beside four busy loops" : ""}`);
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
 * @param {typeof STEPS} steps
 * @param {boolean} underLoad
 */
async function runTold(steps, underLoad) {
  /** @type {Map<string, number>} */
  const begun = new Map();
  const progress = startProgress(() => [...begun.keys()].join(", "));
  const endLoad = underLoad ? startBusyLoops() : () => {};
  const results = await runSteps(steps, Math.max(2, availableParallelism()), {
    asFailure,
    onStart: ({ name }) => begun.set(name, performance.now()),
    onEnd({ name }, result) {
      progress.say(line(name, result, secondsSince(begun.get(name) ?? 0)));
      begun.delete(name);
      for (const detail of result.details) console.log(detail);
    },
  });
  endLoad();
  progress.end();
  return results;
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

/** @param {string[]} args */
function readArguments(args) {
  const flag = /** @type {const} */ ({ type: "boolean", default: false });
  let values;
  try {
    ({ values } = parseArgs({ args, options: { only: { type: "string" }, "under-load": flag, help: flag } }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
  if (values.help) return { help: true };
  const underLoad = values["under-load"];
  if (values.only === undefined) return { steps: STEPS, underLoad };
  const names = values.only.split(",");
  const isNamed = (/** @type {string} */ step) => names.includes(step) || (step.startsWith("build-") && names.includes("build"));
  const unknown = names.filter((name) => name !== "build" && !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) return { problem: `--only does not know "${unknown[0]}"; the steps are ${STEPS.map(({ name }) => name).join(", ")}` };
  return { steps: STEPS.filter(({ name }) => isNamed(name)), underLoad };
}

/**
 * @param {StepResult[]} results
 * @param {"passed" | "failed"} what
 */
function sum(results, what) {
  return results.reduce((total, result) => total + result[what], 0);
}
