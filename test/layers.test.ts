import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** [file, its code, what the linter says to it]; "" where it is to say nothing. */
const CASES = [
  ["lib/papers/a.ts", 'import { Dexie } from "dexie";\nconsole.log(Dexie);\n', "stands at the bottom"],
  ["lib/papers/b.ts", 'import { compileWatch } from "../watch/matching/match-watch.ts";\nconsole.log(compileWatch);\n', "stands at the bottom"],
  ["lib/papers/c.ts", "export const at = Date.now();\n", "no clock"],
  ["lib/watch/a.ts", 'import { browser } from "wxt/browser";\nconsole.log(browser);\n', "pure core"],
  ["lib/watch/b.ts", 'export const answer = fetch("https://wg21.link");\n', "global variable fetch"],
  ["lib/probe/a.ts", "export const at = Date.now();\n", "no clock"],
  ["lib/probe/b.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/document/a.ts", 'export const answer = fetch("https://isocpp.org");\n', "global variable fetch"],
  ["lib/document/b.ts", 'import { readPage } from "../first-page/read-page.ts";\nconsole.log(readPage);\n', "stands below"],
  ["lib/compare/a.ts", "export const at = performance.now();\n", "no clock"],
  ["lib/compare/b.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/first-page/a.ts", 'export const answer = fetch("https://isocpp.org");\n', "global variable fetch"],
  ["lib/search/a.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/search/b.ts", "export const at = Date.now();\n", "no clock"],
  ["lib/search/c.ts", 'import { foldText } from "../watch/names/fold-text.ts";\nconsole.log(foldText);\n', ""],
  ["lib/library/a.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/library/b.ts", "export const at = Date.now();\n", "no clock"],
  ["lib/sync/a.ts", "export const at = Date.now();\n", "no clock"],
  ["lib/sync/b.ts", 'import { browser } from "wxt/browser";\nconsole.log(browser);\n', "pure core"],
  ["lib/feed/a.ts", "export const at = Date.now();\n", "no clock"],
  ["lib/feed/b.ts", 'export const answer = fetch("https://scout.example/head.json");\n', "global variable fetch"],
  ["lib/feed/published/a.ts", 'import { createDatabase } from "../../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/notify/compose-notification.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/net/a.ts", 'import { readIndex } from "../papers/index/read-index.ts";\nconsole.log(readIndex);\n', "not its business"],
  ["lib/sources/a.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "neither the database"],
  ["lib/sources/b.ts", 'export const answer = fetch("https://wg21.link");\n', "global variable fetch"],
  ["lib/store/a.ts", 'import { ask } from "../net/ask.ts";\nconsole.log(ask);\n', "asks nobody"],
  ["lib/work/a.ts", 'import { readIndex } from "../papers/index/read-index.ts";\nconsole.log(readIndex);\n', "not its business"],
  ["lib/work/b.ts", 'import { browser } from "wxt/browser";\nconsole.log(browser);\n', "not its business"],
  ["lib/sources/c.ts", 'import { enqueue } from "../work/jobs/enqueue.ts";\nconsole.log(enqueue);\n', "neither the database"],
  ["components/b.tsx", 'import { control } from "../lib/work/control.ts";\nconsole.log(control);\n', "neither write nor fetch"],
  ["components/a.tsx", 'import { addWatch } from "../lib/store/lists/watchlists.ts";\nconsole.log(addWatch);\n', "neither write nor fetch"],
  ["lib/store/index/b.ts", 'import { ask } from "../../net/ask.ts";\nconsole.log(ask);\n', "asks nobody"],
  ["lib/headless/a.ts", 'import { browser } from "wxt/browser";\nconsole.log(browser);\n', "without a browser"],
  ["lib/headless/b.ts", "export const isOnline = navigator.onLine;\n", "global variable navigator"],
  ["lib/store/b.ts", 'import { holdLock } from "../headless/hold-lock.ts";\nconsole.log(holdLock);\n', "asks nobody"],
  ["lib/terms/a.ts", 'import { createDatabase } from "../store/database/database.ts";\nconsole.log(createDatabase);\n', "pure core"],
  ["lib/watch/c.ts", 'import { isPaper } from "../papers/paper.ts";\nconsole.log(isPaper);\n', ""],
] as const;

describe("the layers of the house are held by the linter", () => {
  const house = mkdtempSync(join(tmpdir(), "paperscout-layers-"));
  let complaints: Map<string, string>;

  beforeAll(() => {
    for (const name of ["biome.json", ".biome", ".gitignore"]) cpSync(join(ROOT, name), join(house, name), { recursive: true });
    for (const [path, code] of CASES) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), code);
    }
    const program = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
    const { stdout } = spawnSync(process.execPath, [program, "lint", "--reporter=json", "--max-diagnostics=none", "."], { cwd: house, encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: unknown; advices?: unknown; location: { path: string | { file: string } } }[] };
    complaints = new Map();
    for (const { message, advices, location } of diagnostics) {
      const path = typeof location.path === "string" ? location.path : location.path.file;
      complaints.set(path, `${complaints.get(path) ?? ""}${JSON.stringify([message, advices])}`);
    }
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it.each(CASES)("%s with %j", (path, _, complaint) => {
    if (complaint === "") expect(complaints.get(path)).toBeUndefined();
    else expect(complaints.get(path)).toContain(complaint);
  });
});
