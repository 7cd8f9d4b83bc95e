import { expect, it } from "vitest";
import { documentOfDraft } from "./document.ts";
import { isOut } from "./is-out.ts";
import { sampleDocument, sampleDraft } from "./sample-document.ts";

it.each([
  ["alone", [], false],
  ["after an earlier revision", ["P2300R10"], false],
  ["whose revision is there", ["P2300R11"], true],
  ["that was passed over", ["P2300R12"], true],
  ["beside another draft", ["D2300R12"], false],
] as [string, string[], boolean][])("a draft %s", (_, others, expected) => {
  const draft = documentOfDraft(sampleDraft(2300, 11));
  expect(isOut([...others.map((id) => sampleDocument(id)), draft], draft)).toBe(expected);
});

it("a draft that was seen to be published is out, whatever else is known", () => {
  const draft = documentOfDraft(sampleDraft(2300, 11, { publishedAs: "P2300R11" }));
  expect(isOut([draft], draft)).toBe(true);
});
