import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { show, tinyPdf } from "../../test/tiny-pdf.ts";
import { answer } from "./answer.ts";
import { scout } from "./scout.ts";

const folder = mkdtempSync(join(tmpdir(), "scout-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HTML = "<h1>Rings</h1><p>Author: Emmy Noether<br>Audience: EWG<br>Date: 2026-03-04</p><h2>Introduction</h2>";
const PDF = tinyPdf({ pages: [show(72, 700, 20, "Rings") + show(72, 660, 10, "Author: Emmy Noether") + show(72, 640, 10, "Audience: EWG")] });

it("read gives what the first page says, of HTML and of PDF, whatever the file is called", async () => {
  expect(await scout("read", write("rings.html", HTML))).toEqual({
    title: "Rings",
    authors: ["Emmy Noether"],
    audience: ["EWG"],
    date: "2026-03-04",
    abstract: null,
  });
  expect(await scout("read", write("some.html", `${HTML}<h2>Abstract</h2><p>Rings <b>for</b> all.</p><p>Two.</p>`))).toMatchObject({
    abstract: "Rings for all.\nTwo.",
  });
  expect(await scout("read", write("rings.txt", PDF))).toEqual({ title: "Rings", authors: ["Emmy Noether"], audience: ["EWG"], date: null, abstract: null });
});

describe("read ends with 2 and one line that says what is wrong", () => {
  it.each<[name: string, args: string[], told: RegExp]>([
    ["no file", ["read"], /give FILE/],
    ["a file that is not there", ["read", join(folder, "none.pdf")], /there is no file .*none\.pdf; give a paper/],
    ["a folder", ["read", folder], /cannot be read \(EISDIR\); give a paper/],
    ["an empty file", ["read", write("empty.html", "")], /has no bytes \(empty\)/],
    ["a text", ["read", write("text.html", "Dear all")], /is neither HTML nor PDF \(not-a-document\)/],
    ["a PDF that is cut off", ["read", write("cut.pdf", PDF.slice(0, -300))], /cannot be understood.* \(broken\)/],
    ["a page without text", ["read", write("none.html", "<html><img></html>")], /has no text.* \(no-text\)/],
  ])("%s", async (_name, args, told) => {
    const { stdout, stderr, code } = await answer(args);
    expect(stderr).toMatch(/^scout: .+\n$/);
    expect(stderr).toMatch(told);
    expect([stdout, code]).toEqual(["", 2]);
  });
});

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
