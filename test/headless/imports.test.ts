import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const IMPORT = /^(?:import|export)\s(?!type\s)[^;]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;
/** Of a browser's extension, and of a page. */
const BROWSER =
  /\b(?:browser|chrome)\.(?:alarms|storage|runtime|permissions|notifications|action|tabs|offscreen)\b|\bnavigator\.|\bdocument\.(?!ts\b)|\bwindow\./;

/** Every file and package that these lead to when they are run. */
function reachedFrom(...files: string[]) {
  const reached = { files: new Set<string>(), packages: new Set<string>() };
  const open = files.map((file) => resolve(ROOT, file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.files.has(file)) continue;
    reached.files.add(file);
    for (const [, from, bare, lazy] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const name = from ?? bare ?? lazy ?? "";
      const path = resolve(dirname(file), name);
      if (!name.startsWith(".")) reached.packages.add(name);
      else if (existsSync(path)) open.push(path);
    }
  }
  return reached;
}

it("the scout's work reaches nothing of a browser", () => {
  const { files, packages } = reachedFrom("lib/headless/run-scout.ts", "lib/first-page/read-page.ts", "lib/sources/open-std/read-listing.ts");
  expect([...files].map((file) => relative(ROOT, file))).toEqual(expect.arrayContaining(["lib/background/jobs/probe-drafts.ts", "lib/work/claim.ts"]));
  expect([...packages].filter((name) => !name.startsWith("node:")).sort()).toEqual(["dexie", "entities", "fake-indexeddb/auto", "htmlparser2", "valibot"]);
  expect(
    [...files].filter((file) => BROWSER.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""))).map((file) => relative(ROOT, file)),
  ).toEqual([]);
});

it("what only a scout asks is named nowhere else", () => {
  const { files } = reachedFrom("entrypoints/background.ts", "entrypoints/offscreen/main.ts", "lib/background/surroundings/create-work.ts");
  expect([...files].length).toBeGreaterThan(100);
  expect([...files].filter((file) => /headless|api\.github\.com/.test(readFileSync(file, "utf8"))).map((file) => relative(ROOT, file))).toEqual([]);
});

it("and that would be seen", () => {
  expect([...reachedFrom("lib/background/surroundings/create-work.ts").packages]).toContain("wxt/browser");
});
