import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { show, tinyPdf } from "../../test/tiny-pdf.ts";
import { answer } from "./answer.ts";
import { scout } from "./scout.ts";

const folder = mkdtempSync(join(tmpdir(), "scout-changes-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const OLD = write(
  "P9001R1.html",
  "<h1>P9001R1 Rings</h1><p>Date: 2026-01-02</p><h2>1 Motivation</h2><p>A ring is round, and all of us want one.</p><h2>2 Design</h2><p>Of gold it is.</p>",
);
const NEW = write(
  "P9001R2.html",
  "<h1>P9001R2 Rings</h1><p>Date: 2026-03-04</p><h2>1 Changes since R1</h2><ul><li>It was &lt;img onerror=alert(1)&gt;.</ul><h2>2 Motivation</h2><p>A ring is square, and all of us want one.</p><h2>3 Design</h2><p>Of gold it is.</p>",
);

it("document gives the sections of a paper", async () => {
  expect(await scout("document", OLD)).toMatchObject({
    form: "html",
    sections: [{ title: "P9001R1 Rings" }, { title: "1 Motivation", path: ["P9001R1 Rings"] }, { title: "2 Design" }],
  });
});

it("changes says what differs, the authors' words first", async () => {
  const { stdout } = await answer(["changes", OLD, NEW]);
  expect(stdout.split("\n").filter((line) => line !== "")).toEqual([
    "P9001R1 → P9001R2",
    "1 section changed, 1 new; 10 words added, 1 removed; wording: no",
    "The authors say (1 Changes since R1):",
    "  - It was <img onerror=alert(1)>.",
    "== 1 Changes since R1 — new",
    "{+It was <img onerror=alert(1)>.+} ",
    "== 2 Motivation — changed",
    "A ring is [-round-] {+square+} , and all of us want one.",
  ]);
  expect(await scout("changes", OLD, NEW, "--format", "json")).toMatchObject({ verdict: "changed", changelog: { isEntry: true } });
});

it("changes makes a page that needs nothing else, in which nothing of a paper is markup", async () => {
  const { stdout } = await answer(["changes", OLD, NEW, "--format", "html"]);
  expect(stdout).toContain("&lt;img onerror=alert(1)&gt;");
  expect(stdout).not.toMatch(/<img|<script|<link|src=|href=|url\(/);
  expect(stdout).toMatch(/<del><span class="said"> \[deleted: <\/span>round<span class="said">\] <\/span><\/del>/);
  expect(stdout).toContain("prefers-color-scheme: dark");
});

it("changes shows a heading that is gone where it stood, and not in the title; and one that is new", async () => {
  const [one, other] = ["<h2>2 Ideals</h2>", ""].map((heading, at) =>
    write(
      `P9002R${at}.html`,
      `<h1>P9002R${at} Rings</h1><h2>1 Design</h2><p>A ring is round, and all of us want one of them.</p>${heading}<p>An ideal is what is left of a ring once it was divided.</p>`,
    ),
  );
  expect((await answer(["changes", one ?? "", other ?? ""])).stdout.split("\n")).toContain("[-2 Ideals-]");
  expect((await answer(["changes", other ?? "", one ?? ""])).stdout.split("\n")).toContain("== {+2 Ideals+} — changed");
  const { stdout } = await answer(["changes", one ?? "", other ?? "", "--format", "html"]);
  expect(stdout).toContain("<h2>1 Design</h2>");
  expect(stdout).toContain('<p class="heading"><del>');
});

it("changes says of the same paper that nothing differs, and of a PDF that its lines are ignored", async () => {
  expect((await answer(["changes", OLD, OLD])).stdout).toContain("Nothing differs but numbers, dates and the like.");
  const pdf = write("some.pdf", tinyPdf({ pages: [show(72, 700, 20, "Rings") + show(72, 660, 10, "A ring is round, and all of us want one.")] }));
  expect((await answer(["changes", pdf, OLD])).stdout).toContain("From a PDF");
});

it("changes says that marks of the paper's own are not compared, where there is text for the standard", async () => {
  const paper = (name: string, words: string) => write(name, `<h1>${name} Rings</h1><h2>Wording</h2><p>A ring ${words} be round, and all of us want one.</p>`);
  const [old, fresh] = [paper("P9002R1", "<ins>shall not</ins>"), paper("P9002R2", "<del>shall not</del>")];
  const { stdout } = await answer(["changes", old, fresh]);
  expect(stdout).toContain("Nothing differs");
  expect(stdout).toContain("without these marks");
  expect((await answer(["changes", OLD, OLD])).stdout).not.toContain("without these marks");
});

describe("changes ends with 2 and one line that says what is wrong", () => {
  it.each<[string, string[], RegExp]>([
    ["no file", ["changes"], /give OLD and NEW/],
    ["one file", ["changes", OLD], /give OLD and NEW/],
    ["a file that is not there", ["changes", OLD, join(folder, "none.html")], /there is no file .*none\.html; give a paper/],
    ["a text", ["changes", OLD, write("text.html", "Dear all")], /is neither HTML nor PDF \(not-a-document\)/],
    ["a format that there is none of", ["changes", OLD, NEW, "--format", "pdf"], /--format must be one of text, json, html/],
    ["a document without text", ["document", write("picture.html", "<html><img></html>")], /has no text.*\(no-text\)/],
  ])("%s", async (_, args, told) => {
    const { stdout, stderr, code } = await answer(args);
    expect(stderr).toMatch(told);
    expect([stdout, code]).toEqual(["", 2]);
  });
});
