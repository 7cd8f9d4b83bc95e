import fc from "fast-check";
import { expect, it } from "vitest";
import { findInText, textWords } from "./search-text.ts";

const found = (query: string, ...paragraphs: string[]) => {
  const excerpt = findInText(textWords(query), paragraphs);
  return excerpt && { text: excerpt.text, marked: excerpt.marks.map(({ from, to }) => excerpt.text.slice(from, to)) };
};

it.each<[query: string, paragraphs: string[], marked: string[]]>([
  ["ring", ["Nothing.", "A ring of rings."], ["ring", "ring"]],
  ["godel ring", ["Kurt Gödel had a ring."], ["Gödel", "ring"]],
  ["ring round", ["A ring.", "It is round, the ring."], ["round", "ring"]],
  ["STD::optional", ["Use std::optional<T> here."], ["std", "optional"]],
])("finds %j", (query, paragraphs, marked) => {
  expect(found(query, ...paragraphs)?.marked).toEqual(marked);
});

it.each([
  ["what is only within a word", "ring", "A string."],
  ["what is there in part", "ring field", "A ring."],
])("does not find %s", (_, query, paragraph) => {
  expect(found(query, paragraph)).toBeUndefined();
});

it.each(["", "  ", "a", "P2300", "2300", "author:Noether", "audience:LEWG ring"])("looks for nothing where %j is asked", (query) => {
  expect(textWords(query)).toEqual([]);
});

it("shows what stands around it, between words", () => {
  const far = "word ".repeat(100);
  const excerpt = found("ring", `${far}a ring ${far}`);
  expect(excerpt?.text).toMatch(/^… word .* a ring word .* …$/);
  expect(excerpt?.text.length).toBeLessThan(260);
});

it("marks what it found, whatever the text is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const excerpt = findInText([["ring"]], [`${before} ring ${after}`]);
      expect(excerpt?.marks.length).toBeGreaterThan(0);
      for (const { from, to } of excerpt?.marks ?? [])
        expect(
          excerpt?.text
            .slice(from, to)
            .normalize("NFKD")
            .toLowerCase()
            .replace(/[\p{M}\p{Cf}'`’‘‛′ʼʹʻ]/gu, ""),
        ).toBe("ring");
    }),
  );
});
