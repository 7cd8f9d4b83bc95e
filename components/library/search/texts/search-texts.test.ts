import { expect, it } from "vitest";
import { packText } from "../../../../lib/store/texts/pack-text.ts";
import { searchTexts } from "./search-texts.ts";

const packed = (...texts: string[]) =>
  packText({ form: "html", sections: [{ level: 2, title: "Rings", path: [], blocks: texts.map((text) => ({ kind: "text", text })) }] });

it("finds words in whole texts and in first pages, in their order, and nothing in a text that is spoilt", async () => {
  const texts = [
    { id: "P2R0", packed: await packed("A field.", "It has one element.") },
    { id: "P3R0", packed: new Uint8Array([1, 2, 3]) },
    { id: "D1R0", page: "Emmy Noether\nAn element of a field" },
    { id: "P4R0", packed: await packed("A field.") },
  ];
  const hits = await searchTexts({ words: [["element"]], texts });
  expect(hits.map(({ id, excerpt }) => [id, excerpt.text])).toEqual([
    ["P2R0", "It has one element."],
    ["D1R0", "An element of a field"],
  ]);
});

it("finds a word of a heading", async () => {
  expect(await searchTexts({ words: [["rings"]], texts: [{ id: "P2R0", packed: await packed("A field.") }] })).toMatchObject([{ id: "P2R0" }]);
});
