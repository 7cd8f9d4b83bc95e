import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsToForget } from "./texts-to-forget.ts";

const text = (id: string, bytes: number, usedAt: number) => ({ id, bytes, usedAt });

describe("texts that go", () => {
  it.each<[what: string, texts: ReturnType<typeof text>[], max: number, gone: string[]]>([
    ["none where there are none", [], 10, []],
    ["none while all have room", [text("a", 5, 1), text("b", 5, 2)], 10, []],
    ["the one that was used longest ago", [text("a", 4, 1), text("b", 4, 3), text("c", 4, 2)], 10, ["a"]],
    ["all behind the first that has no room, small ones too", [text("a", 1, 1), text("b", 9, 2), text("c", 4, 3), text("d", 4, 4)], 10, ["b", "a"]],
    ["never the two that were used last", [text("a", 90, 3), text("b", 90, 2), text("c", 1, 1)], 10, ["c"]],
    ["none for what only says why there is no text", [text("a", 0, 1), text("b", 6, 2), text("c", 6, 3)], 10, []],
  ])("%s", (_, texts, max, gone) => {
    expect(textsToForget(texts, max)).toEqual(gone);
  });

  it("leave no more than the limit beside the last two, and none that was used earlier than one that goes", () => {
    const texts = fc.uniqueArray(fc.record({ id: fc.string(), bytes: fc.nat(100), usedAt: fc.nat(20) }), { selector: ({ id }) => id });
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
