import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsToForget } from "./texts-to-forget.ts";

const text = (id: string, bytes: number, usedAt: number) => ({ id, bytes, usedAt });
const watched = (id: string, bytes: number, usedAt: number) => ({ ...text(id, bytes, usedAt), isWatched: true as const });

describe("texts that go", () => {
  it.each<[what: string, texts: ReturnType<typeof text>[], max: number, gone: string[]]>([
    ["none where there are none", [], 10, []],
    ["none while all have room", [text("a", 5, 1), text("b", 5, 2)], 10, []],
    ["the one that was used longest ago", [text("a", 4, 1), text("b", 4, 3), text("c", 4, 2)], 10, ["a"]],
    ["all behind the first that has no room, small ones too", [text("a", 1, 1), text("b", 9, 2), text("c", 4, 3), text("d", 4, 4)], 10, ["b", "a"]],
    ["never the two that were used last", [text("a", 90, 3), text("b", 90, 2), text("c", 1, 1)], 10, ["c"]],
    ["none for what only says why there is no text", [text("a", 0, 1), text("b", 6, 2), text("c", 6, 3)], 10, []],
    [
      "others before the newest of what is watched",
      [watched("P9001R1", 4, 1), watched("P9001R0", 4, 2), text("P9002R5", 4, 3), text("a", 1, 8), text("b", 1, 9)],
      9,
      ["P9002R5", "P9001R0"],
    ],
    [
      "published ones before drafts and what these said before",
      [watched("D9001R1@before", 4, 1), watched("D9001R1", 4, 2), watched("P9002R5", 4, 3), text("a", 1, 8), text("b", 1, 9)],
      10,
      ["P9002R5"],
    ],
    [
      "drafts like any other once they are published",
      [watched("D9001R1@before", 4, 1), watched("D9001R1", 4, 2), watched("P9001R1", 4, 3), text("a", 1, 8), text("b", 1, 9)],
      9,
      ["D9001R1", "D9001R1@before"],
    ],
  ])("%s", (_, texts, max, gone) => {
    expect(textsToForget(texts, max)).toEqual(gone);
  });

  it("leave no more than the limit beside the last two, and none of no more worth that was used earlier than one that goes", () => {
    const id = fc.oneof(fc.string(), fc.constantFrom("P9001R1", "P9001R2", "D9001R2", "D9001R2@before", "P9002R0"));
    const texts = fc.uniqueArray(fc.record({ id, bytes: fc.nat(100), usedAt: fc.nat(20) }), { selector: ({ id }) => id });
    fc.assert(
      fc.property(texts, fc.nat(500), (texts, max) => {
        const gone = new Set(textsToForget(texts, max));
        const kept = texts.filter(({ id, bytes }) => bytes > 0 && !gone.has(id));
        const sum = kept.reduce((sum, { bytes }) => sum + bytes, 0);
        expect(sum <= max || kept.length <= 2).toBe(true);
        for (const { id, usedAt } of texts) if (gone.has(id)) for (const one of kept) expect(one.usedAt).toBeGreaterThanOrEqual(usedAt);
      }),
    );
  });
});
