import { expect, it, vi } from "vitest";
import { compareTexts } from "../../../lib/compare/compare-texts.ts";
import { readHtmlText } from "../../../lib/document/html/read-html-text.ts";
import { aboutTexts } from "./summary-text.ts";

vi.mock("../../../lib/language/translate.ts", () => ({ translate: (key: string) => key }));

it.each([
  ["Wording", true],
  ["Design", false],
])("where only the paper's own marks differ it is said of %s that they are not shown: %s", (title, isSaid) => {
  const [one, other] = ["<ins>shall not</ins>", "<del>shall not</del>"].map((words) => {
    const reading = readHtmlText(new TextEncoder().encode(`<!doctype html><h2>${title}</h2><p>A ring ${words} be round.</p>`), "text/html");
    if (!reading.ok) throw new Error(reading.problem);
    return reading.text;
  });
  if (!one || !other) throw new Error("There are two.");
  expect(aboutTexts(compareTexts(one, other), "P9001R1", "P9001R2")).toEqual([
    { text: "changes_same" },
    ...(isSaid ? [{ text: "changes_own_marks", look: "help" }] : []),
  ]);
});
