import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createVitest, type Reporter } from "vitest/node";

// A process that runs one file of tests after the other, in the folder that it is started with. It may be killed at any time:
// code that was changed may never come back.

export interface Asked {
  test: string;
  /** Files, with their whole path, which were written since the last time. */
  written: string[];
}

export interface Answered {
  /** The first test that failed, or what else did. */
  failed?: string;
  /** Names of functions, where the code notes them. */
  reached: string[];
  ms: number;
}

/** A machine that is busy with other things is slow. */
const TEST_MS = 20_000;
const root = process.cwd();
let answer: Answered;

const reporter: Reporter = {
  onTestCaseResult: (test) => {
    if (test.result().state === "failed") answer.failed ??= test.fullName;
  },
  onTestModuleEnd(module) {
    answer.reached = (module.meta() as { reached?: string[] }).reached ?? [];
    if (module.state() === "failed") answer.failed ??= module.errors()[0]?.message ?? "the file";
  },
  onTestRunEnd(_, [error]) {
    if (error) answer.failed ??= error.message;
  },
};

const vitest = await createVitest(
  {
    root,
    config: false,
    watch: false,
    pool: "threads",
    maxWorkers: 1,
    bail: 1,
    testTimeout: TEST_MS,
    include: ["**/*.test.ts"],
    setupFiles: [join(import.meta.dirname, "note-reached.ts")],
    reporters: [reporter],
    silent: true,
    cache: false,
  },
  { cacheDir: join(root, ".vite"), logLevel: "silent" },
);
const project = vitest.getRootProject();

// Whoever asked is no more.
process.on("disconnect", () => process.exit());
process.on("message", async ({ test, written }: Asked) => {
  answer = { reached: [], ms: 0 };
  for (const file of written) vitest.invalidateFile(file);
  const begun = performance.now();
  // A thread cannot have a time zone of its own.
  const pool = readFileSync(join(root, test), "utf8").includes("process.env.TZ") ? "forks" : "threads";
  await vitest.runTestSpecifications([project.createSpecification(join(root, test), [], pool)]);
  answer.ms = performance.now() - begun;
  process.send?.(answer);
});
process.send?.("ready");
