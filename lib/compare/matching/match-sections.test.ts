import { describe, expect, it } from "vitest";
import type { FoldedSection } from "../folded-text.ts";
import { bagOf } from "./likeness.ts";
import { matchSections } from "./match-sections.ts";

let lookedUp = 0;

class Counting extends Map<number, number> {
  override get(word: number): number | undefined {
    lookedUp++;
    return super.get(word);
  }
}

/** One of the title "Example" with these words. */
function section(at: number, words: number[]): FoldedSection {
  const { counts, size } = bagOf([words]);
  const bag = { counts: new Counting(counts), size };
  const said = { level: 2, title: "Example", path: [], blocks: [] };
  return { section: said, at, title: "example", path: "", text: `${at} ${words[0]}`, blocks: [], length: size, bag: () => bag };
}

describe("sections that share their title", () => {
  it.each<[what: string, count: number, length: number]>([
    ["many of few words", 90, 20],
    ["some of many words", 20, 2_000],
  ])("find their likes wherever they stand: %s", (_, count, length) => {
    const words = (at: number, last: number) => Array.from({ length }, (_, word) => (word === length - 1 ? -last : at * length + word));
    const before = Array.from({ length: count }, (_, at) => section(at, words(at, 1)));
    const after = Array.from({ length: count }, (_, at) => section(at, words(count - 1 - at, 2)));
    for (const match of matchSections(before, after)) expect(match.after?.at).toBe(count - 1 - (match.before?.at ?? 0));
  });

  it("cost what their words do, and no more than is set aside for all of them", () => {
    const long = (side: number) =>
      Array.from({ length: 200 }, (_, at) =>
        section(
          at,
          Array.from({ length: 3_000 }, (_, word) => (at * 1_000 + word * 7 + side) % 100_003),
        ),
      );
    const [before, after] = [long(0), long(3)];
    lookedUp = 0;
    matchSections(before, after);
    expect(lookedUp).toBeLessThan(15_000_000);
  });
});
