import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangedBlock, SectionChange } from "../../compare/comparison.ts";
import { changesBefore, shareChanged, showChanges } from "./shown-changes.ts";

/** Blocks: "=" the same, "+" new, "-" gone; "h" a heading that is the same. */
function section(blocks: string, more: Partial<SectionChange> = {}): SectionChange {
  const made = [...blocks].map((sign, at): ChangedBlock => {
    const kind = sign === "+" ? "added" : sign === "-" ? "removed" : "same";
    return { kind: sign === "h" ? "heading" : "text", pieces: [{ kind, text: `${sign}${at}` }] };
  });
  const status = /[+-]/.test(blocks) ? "changed" : "same";
  return { status, isMoved: false, level: 2, title: "", path: [], isWording: false, words: { same: 1, added: 0, removed: 0 }, blocks: made, ...more };
}

/** "3": a fold of three blocks; "1+": the first change begins with a new block. */
function drawn(sections: SectionChange[], kind: Parameters<typeof showChanges>[1] = "all", ...unfolded: string[]): string {
  return showChanges(sections, kind, new Set(unfolded))
    .chunks.map(({ parts, section }) => {
      const marks = parts.map((part) => {
        if (part.kind === "fold") return `(${part.count})`;
        return `${part.shown.change ?? ""}${part.shown.block.pieces[0]?.text[0]}`;
      });
      return `${section ? "§" : ""}${marks.join("")}`;
    })
    .join(" ");
}

describe("what of a comparison is shown", () => {
  it.each<[what: string, sections: SectionChange[], shown: string]>([
    ["nothing", [], ""],
    ["a change with what stands beside it", [section("h===+===")], "§h(2)=1+=(2)"],
    ["one unchanged block is not worth a fold", [section("h==+==")], "§h==1+=="],
    ["changes that touch are one", [section("h-+=+")], "§h1-+=2+"],
    ["sections that are the same, folded", [section("h==="), section("h+")], "§(4) §h1+"],
    ["the heading of one that moved", [section("h===", { isMoved: true })], "§h(3)"],
  ])("%s", (_, sections, shown) => expect(drawn(sections)).toBe(shown));

  it("what was unfolded is there", () => {
    expect(drawn([section("h===+")], "all", "0/1")).toBe("§h===1+");
    expect(drawn([section("h===+")], "all", "0/9")).toBe("§h(2)=1+");
  });

  it("say from which change one goes on where a section was gone to", () => {
    const shown = showChanges([section("h+==+"), section("h==="), section("h+")], "all");
    const chunkOf = (at: number) => shown.chunks.findIndex(({ section }) => section?.at === at);
    expect([0, 1, 2].map((at) => changesBefore(shown, chunkOf(at)))).toEqual([0, 2, 2]);
    expect(changesBefore(showChanges([section("h+"), section("h==")], "all"), 1)).toBe(1);
  });

  it("wording and prose alone", () => {
    const both = [section("h+"), section("h--", { isWording: true })];
    expect(drawn(both, "wording")).toBe("§h1--");
    expect(drawn(both, "prose")).toBe("§h1+");
  });

  it("numbers each change once, in order, in the chunk that it says, and leaves out no changed block", () => {
    const sections = fc.array(
      fc.string({ unit: fc.constantFrom("=", "+", "-", "h"), maxLength: 80 }).map((blocks) => section(blocks)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(sections, (sections) => {
        const { chunks, chunkOfChange } = showChanges(sections, "all");
        const numbers = chunks.flatMap(({ parts }, at) =>
          parts.flatMap((part) => (part.kind === "block" && part.shown.change ? [[part.shown.change, at]] : [])),
        );
        expect(numbers).toEqual(chunkOfChange.map((at, place) => [place + 1, at]));
        const changed = chunks.flatMap(({ parts }) => parts).filter((part) => part.kind === "block" && part.shown.isChanged);
        expect(changed).toHaveLength(sections.flatMap(({ blocks }) => blocks).filter(({ pieces }) => pieces[0]?.kind !== "same").length);
        const all = chunks.flatMap(({ parts }) => parts).reduce((sum, part) => sum + (part.kind === "fold" ? part.count : 1), 0);
        expect(all).toBe(sections.reduce((sum, { blocks }) => sum + blocks.length, 0));
        for (const { parts } of chunks) expect(parts.length).toBeLessThanOrEqual(24);
      }),
    );
  });
});

it.each([
  [{ same: 0, added: 0, removed: 0 }, 0],
  [{ same: 3, added: 1, removed: 0 }, 0.25],
  [{ same: 0, added: 2, removed: 2 }, 1],
])("of %j the share %d has changed", (words, share) => expect(shareChanged({ words })).toBe(share));
