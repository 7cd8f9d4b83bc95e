import { expect, it } from "vitest";
import { compareTexts } from "../../compare/compare-texts.ts";
import type { PaperText } from "../../document/document.ts";
import { changesFile, type FileTexts } from "./changes-file.ts";

const TEXTS: FileTexts = {
  language: "en",
  title: "From <A> to B",
  about: ["1 section"],
  authors: "They say",
  inserted: "inserted:",
  deleted: "deleted:",
  end: "end",
  untitled: "Beginning",
  unchanged: (count) => `${count} unchanged`,
  aboutSection: () => "1 word",
};
const text = (...blocks: string[]): PaperText => ({
  form: "html",
  sections: [{ level: 2, title: "Rings", path: [], blocks: blocks.map((text) => ({ kind: "text", text })) }],
});

it("a file holds what changed as text, whatever the papers say, and loads nothing", () => {
  const evil = `<img src=x onerror="alert(1)"> \ud800`;
  const file = changesFile(compareTexts(text("A ring is round.", "The same."), text(`A ring is ${evil} square.`, "The same.")), TEXTS);
  expect(file).toContain(`<ins><span class="said">inserted: </span>`);
  expect(file).toContain(`<del><span class="said">deleted: </span>`);
  expect(file).toContain("From &lt;A&gt; to B");
  expect(file).toContain("<details><summary>1 unchanged</summary>");
  expect(file).not.toMatch(/<img|https?:|<script/);
  expect(file.isWellFormed()).toBe(true);
});
