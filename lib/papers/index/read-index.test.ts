import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { indexesAtHand, sampleData } from "../../../test/data.ts";
import { isPaper } from "../paper.ts";
import { readIndex } from "./read-index.ts";

const SERVED =
  '{"P1R0": {"title": "x"}, "CWG7": {"type": "issue"}, "__proto__": {"title": "y"}, "P2R0": null, "P3R0": {"title": 7, "date": false}, "draft": {}}';

it("keeps the order and every kind of entry", () => {
  expect([...readIndex(members(SERVED)).entries.keys()]).toEqual(["P1R0", "CWG7", "__proto__", "P3R0", "draft"]);
});

it("names what it could not read and what it read without a field", () => {
  expect(readIndex(members(SERVED))).toMatchObject({
    skipped: [{ key: "P2R0", reason: "value is null, not an object" }],
    repaired: [{ key: "P3R0", reason: "title is a number, not text; date is a boolean, not text" }],
  });
});

it("keeps the first of two keys that are one id", () => {
  const { entries, skipped, repaired } = readIndex(members('{"P1R0": {"title": "first"}, "p1r0": {"title": 7}}'));
  expect([...entries.values()].map(({ title }) => title)).toEqual(["first"]);
  expect(skipped).toEqual([{ key: "p1r0", reason: "P1R0 stands in the index twice; the first is kept" }]);
  expect(repaired).toEqual([]);
});

it("shortens an endless key when it names it", () => {
  expect(readIndex([["x".repeat(5000), {}]]).skipped).toEqual([{ key: "x".repeat(80), reason: "key has 5000 characters" }]);
});

it("reads every member or says why not, whatever is served", () => {
  const served = fc.array(fc.tuple(fc.oneof(anyText(), fc.constantFrom("P1R0", "p1r0", "__proto__")), fc.jsonValue({ maxDepth: 2 })));
  fc.assert(
    fc.property(served, (served) => {
      const { entries, skipped, repaired } = readIndex(served);
      expect(entries.size + skipped.length).toBe(served.length);
      expect(repaired.length).toBeLessThanOrEqual(entries.size);
      for (const [id, entry] of entries) expect(entry.id).toBe(id);
    }),
  );
});

it("reads the sample but for its one bad entry and its one bad field", () => {
  const { entries, skipped, repaired } = readIndex(members(readFileSync(sampleData("index.json"), "utf8")));
  expect(entries.size).toBe(149);
  expect(skipped.map(({ key }) => key)).toEqual(["P4344R0"]);
  expect(repaired.map(({ key }) => key)).toEqual(["P4344R1"]);
});

/** Entries and papers of each index. */
const SIZES: Record<string, [entries: number, papers: number]> = {
  "index-2021-07-15.json": [18_926, 7809],
  "index-2026-05-18.json": [23_761, 11_459],
  "index-scale-30k.json": [30_000, 10_883],
  "index.json": [149, 90],
};

it.each(indexesAtHand(Object.keys(SIZES)))("reads all that can be read of %s", (name, file) => {
  const served = members(readFileSync(file, "utf8"));
  const { entries, skipped } = readIndex(served);
  const papers = [...entries.values()].filter(isPaper).length;
  expect([entries.size, papers]).toEqual(SIZES[name]);
  expect(entries.size + skipped.length).toBe(served.length);
});

function members(json: string): [string, unknown][] {
  return Object.entries(JSON.parse(json));
}
