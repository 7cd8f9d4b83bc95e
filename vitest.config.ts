import { defineConfig } from "vitest/config";
import { builtCore } from "./scripts/build/built-core.ts";

/** What runs on the built core, too: some of each room that go through much of it, but none that takes seconds or looks at the clock. */
const ON_THE_BUILT_CORE = [
  "lib/papers/{draft,frontier,listing,paper-id}.test.ts",
  "lib/papers/index/{diff,read-index,shelve}.test.ts",
  "lib/papers/text/plain-text.test.ts",
  "lib/watch/matching/{match-rule,match-watch}.test.ts",
  "lib/watch/names/names-agree.test.ts",
  "lib/watch/syntax/{parse-rule,parse-watch}.test.ts",
  "lib/probe/{sweep,read-answer,judge-answers}.test.ts",
  "lib/first-page/header/{find-date,labels,paper-title,read-authors}.test.ts",
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
    projects: [
      {
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          environment: "node",
          // Left alone, one of two cores would be kept free.
          maxWorkers: 2,
        },
      },
      {
        plugins: [builtCore()],
        test: {
          name: "built",
          include: ON_THE_BUILT_CORE,
          environment: "node",
          maxWorkers: 2,
          // Pure code leaves nothing behind.
          isolate: false,
          testTimeout: 30_000,
          server: { deps: { external: [/\.output\/built-core\//] } },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          // A browser mostly waits; with more than two those on a small machine wait for each other.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
