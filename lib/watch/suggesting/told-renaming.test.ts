import { describe, expect, it } from "vitest";
import type { RenamedAuthor } from "../../papers/index/renamed-authors.ts";
import { parseWatch } from "../syntax/parse-watch.ts";
import type { Watch } from "../watch.ts";
import { type ToldRenaming, toldRenaming } from "./told-renaming.ts";

const RENAMED: RenamedAuthor[] = [
  { from: "Bob Vogel", to: "Ada Vogel", papers: 20, at: 100 },
  { from: "Max Frei", to: "Kim Frei", papers: 0, at: 200 },
  { from: "Moritz Frei", to: "Kim Frei", papers: 7, at: 200 },
];

describe("what is told of a renaming", () => {
  it.each<[typed: string, told: ToldRenaming | undefined]>([
    ["author:Ada Vogel", { kind: "bears", papers: 20 }],
    ["author:Vogel, A.", { kind: "bears", papers: 20 }],
    ["author:Kim Frei", { kind: "bears", papers: 7 }],
    ["author:Bob Vogel", { kind: "is-now", name: "Ada Vogel", wider: { kind: "author", text: "Ada Vogel | Bob Vogel" } }],
    ["author:Max Frei", { kind: "is-now", name: "Kim Frei", wider: { kind: "author", text: "Kim Frei | Max Frei" } }],
    ["author:Bob Vogel | Emmy Noether", { kind: "is-now", name: "Ada Vogel", wider: { kind: "author", text: "Ada Vogel | Bob Vogel | Emmy Noether" } }],
    ["author:Bob Vogel title:rings", { kind: "is-now", name: "Ada Vogel", wider: { kind: "rule", text: "author:Ada Vogel | Bob Vogel title:rings" } }],
    ["title:rings -author:Bob Vogel", { kind: "is-now", name: "Ada Vogel", wider: { kind: "rule", text: "title:rings -author:Ada Vogel | Bob Vogel" } }],
    // Whoever finds both has lost and gained nothing.
    ["author:Vogel", undefined],
    ["author:Ada Vogel | Bob Vogel", undefined],
    ["author:Ada Vogel title:rings", undefined],
    ["author:Emmy Noether", undefined],
    ["title:Bob Vogel", undefined],
    ["P2300", undefined],
  ])("%s", (typed, told) => {
    expect(toldRenaming(watchOf(typed), RENAMED)).toEqual(told);
  });

  it("is no news to a watch that came later, but what it misses is", () => {
    expect(toldRenaming(watchOf("author:Ada Vogel"), RENAMED, 101)).toBeUndefined();
    expect(toldRenaming(watchOf("author:Bob Vogel"), RENAMED, 101)?.kind).toBe("is-now");
  });

  it("offers what needs no second offer", () => {
    for (const { from } of RENAMED) {
      const told = toldRenaming({ kind: "author", text: from }, RENAMED);
      expect(told?.kind === "is-now" && toldRenaming(told.wider, RENAMED)?.kind).not.toBe("is-now");
    }
  });
});

function watchOf(typed: string): Watch {
  const parsed = parseWatch(typed);
  if (!parsed.ok) throw new Error(typed);
  return parsed.watch;
}
