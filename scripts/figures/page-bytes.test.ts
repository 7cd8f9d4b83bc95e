import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pageBytes } from "./page-bytes.ts";

const FILES = {
  "page.html": '<link rel="stylesheet" href="/assets/page.css"><script type="module" src="/chunks/page.js"></script>',
  "chunks/page.js":
    'import{a as b}from"./shared.js";import"./polyfill.js";const d=["assets/late.css"];load(()=>import("./late.js"),d);' +
    'new Worker(new URL(/* @vite-ignore */"/assets/thread.js",""+import.meta.url),{type:"module"});new Worker(`/chunks/shared-thread.js`)',
  "chunks/shared.js": "export{c}from`./deep.js`",
  "chunks/deep.js": 'const text="./none.js"',
  "chunks/polyfill.js": "",
  "chunks/late.js": 'import{c}from"./deep.js";import(`./later.js`)',
  "chunks/later.js": "",
  "chunks/shared-thread.js": 'import"./shared.js"',
  "assets/page.css": "",
  "assets/late.css": "",
  "assets/thread.js": "",
  "chunks/nobody.js": "",
};
const AT_FIRST = ["assets/page.css", "chunks/deep.js", "chunks/page.js", "chunks/polyfill.js", "chunks/shared.js", "page.html"];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "paperscout-bytes-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

it("weighs what a page needs at first", () => {
  expect(pageBytes(folder, "page.html").first.files).toEqual(AT_FIRST);
});

it("weighs with it what it may load later, and the threads that it may start", () => {
  const { first, all } = pageBytes(folder, "page.html");
  expect(all.files).toEqual([...AT_FIRST, "assets/late.css", "assets/thread.js", "chunks/late.js", "chunks/later.js", "chunks/shared-thread.js"].sort());
  expect(all.bytes).toBeGreaterThan(first.bytes);
});
