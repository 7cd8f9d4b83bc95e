import fc from "fast-check";
import { expect, it } from "vitest";
import { differingLines, readLines, shelfLines, shelfText } from "./shelf-lines.ts";
import { shelve } from "./shelve.ts";

const index = fc.dictionary(
  fc.constantFrom("P1R0", "P2R0", "P3R1", "P4"),
  fc.constantFrom({}, { title: "a\nb" }, { title: "Köppe’s – ł 🙂 \ud800" }, { title: "b" }, null, "a"),
  { minKeys: 1 },
);
const linesOf = (index: Record<string, unknown>) => [...shelve(index).values()].flatMap(({ members }) => shelfLines(shelfText(members)));

it("holds a line for each member, whatever stands in it, and gives them back", () => {
  fc.assert(
    fc.property(index, (index) => {
      expect(readLines(linesOf(index))).toEqual(Object.entries(index));
    }),
  );
});

it("holds no character that would make it twice as large", () => {
  const text = shelfText([
    ["P1R0", { title: "Köppe’s – ł 🙂" }],
    ["P2R0", { title: "Köppe" }],
  ]);
  expect(text).not.toMatch(/[^\x00-\xff]/);
  expect(text).toContain("K\\u00f6ppe\\u2019s");
  expect(text).toContain('"Köppe"');
});

it("leaves out what is alike on both sides and nothing else, and keeps the order", () => {
  fc.assert(
    fc.property(index, index, (before, after) => {
      const [old, fresh] = [linesOf(before), linesOf(after)];
      const differing = differingLines(old, fresh);
      expect(differing.before).toEqual(old.filter((line) => !fresh.includes(line)));
      expect(differing.after).toEqual(fresh.filter((line) => !old.includes(line)));
    }),
  );
});
