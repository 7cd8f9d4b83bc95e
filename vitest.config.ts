import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { builtCore } from "./scripts/build/built-core.ts";

const UNIT = ["lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts", "test/**/*.test.ts"];
const BROWSER = "test/browser/**/*.test.ts";

/** A minute and more: it is there to end what hangs, not to say how quick a machine must be. */
const HANGS_MS = 120_000;

/** The files that put something else in the place of a module or of a global, for whatever else is loaded beside them. */
const APART = globSync(UNIT, { cwd: import.meta.dirname }).filter((file) =>
  /\bvi\.(mock|stubGlobal|useFakeTimers)\(/.test(readFileSync(resolve(import.meta.dirname, file), "utf8")),
);

/** What takes minutes begins first, or all wait for it in the end. */
const LONGEST = /screens-|scout-process|release\/|kills\.test|comes-back|lives-on|library\.test|inbox\.test/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(({ moduleId }) => LONGEST.test(moduleId)), ...sorted.filter(({ moduleId }) => !LONGEST.test(moduleId))];
  }
}

const unit = (name: string, about: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration => ({
  // What is shipped is Dexie's build for browsers of today; see wxt.config.ts.
  resolve: { alias: [{ find: /^dexie$/, replacement: resolve(import.meta.dirname, "node_modules/dexie/dist/modern/dexie.mjs") }] },
  test: {
    name,
    environment: "node",
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    // Left alone, one of two cores would be kept free.
    maxWorkers: 2,
    // Rows by the ten thousand live for milliseconds: with more room for the young, half as much is collected.
    execArgv: ["--max-semi-space-size=64"],
    ...about,
  },
});

/** What runs on the built core, too: some of each room that go through much of it, but none that takes seconds or looks at the clock. */
const ON_THE_BUILT_CORE = [
  "lib/papers/{draft,frontier,listing,paper-id}.test.ts",
  "lib/papers/index/{diff,read-index,shelve}.test.ts",
  "lib/papers/text/{find-date,plain-text}.test.ts",
  "lib/watch/matching/{match-rule,match-watch}.test.ts",
  "lib/watch/names/names-agree.test.ts",
  "lib/watch/syntax/{parse-rule,parse-watch}.test.ts",
  "lib/probe/{sweep,read-answer,judge-answers}.test.ts",
  "lib/first-page/header/{labels,paper-title,read-authors}.test.ts",
  "lib/search/search.test.ts",
  "lib/library/{filter-series,route}.test.ts",
  "lib/library/paper/{citations,time-line}.test.ts",
  "lib/sync/{shared-state,synchronise}.test.ts",
  "lib/terms/settings.test.ts",
  "lib/language/fill-message.test.ts",
  "lib/notify/{compose-notification,reason-text}.test.ts",
];

export default defineConfig({
  test: {
    reporters: ["default"],
    sequence: { sequencer: LongestFirst },
    projects: [
      unit("unit", { include: UNIT, exclude: [BROWSER, ...APART], isolate: false }),
      unit("apart", { include: APART, exclude: [BROWSER] }),
      {
        plugins: [builtCore()],
        test: {
          name: "built",
          include: ON_THE_BUILT_CORE,
          environment: "node",
          maxWorkers: 2,
          // Pure code leaves nothing behind.
          isolate: false,
          testTimeout: HANGS_MS,
          server: { deps: { external: [/\.output\/built-core\//] } },
        },
      },
      {
        test: {
          name: "browser",
          include: [BROWSER],
          environment: "node",
          // Browsers stay for the next file; see test/browser/browsers/standing-browsers.ts.
          isolate: false,
          globalSetup: "test/browser/browsers/end-browsers.ts",
          // More than two wait for each other on a small machine, where unit tests run beside them.
          maxWorkers: 2,
          testTimeout: 3 * HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
    ],
  },
});
