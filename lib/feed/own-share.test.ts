import { describe, expect, it } from "vitest";
import { isOwnShare } from "./own-share.ts";

const EPOCH = 6 * 60 * 60_000;
const NOW = 300_000 * EPOCH;
const NAMES = Array.from({ length: 4_000 }, (_, number) => `D${1000 + number}R${number % 4}.pdf`);
const mine = (phase: number, share: number, now = NOW) => NAMES.filter((name) => isOwnShare(name, phase, share, now));

describe("one's own share", () => {
  it.each([1, 2, 7, 64])("is about one file in %d, and each file is somebody's", (share) => {
    const shares = Array.from({ length: share }, (_, place) => mine((place + 0.5) / share, share));
    expect(shares.flat().toSorted()).toEqual(NAMES.toSorted());
    const expected = NAMES.length / share;
    for (const files of shares) expect(Math.abs(files.length - expected)).toBeLessThan(6 * Math.sqrt(expected) + 1);
  });

  it("changes file by file, and is another after an epoch", () => {
    const now = new Set(mine(0.3, 8));
    const kept = (after: number) => mine(0.3, 8, NOW + after).filter((name) => now.has(name)).length / now.size;
    for (const [after, least, most] of [
      [EPOCH / 12, 0.85, 0.97],
      [EPOCH / 2, 0.45, 0.65],
      [EPOCH, 0.05, 0.25],
    ] as const) {
      expect(kept(after)).toBeGreaterThan(least);
      expect(kept(after)).toBeLessThan(most);
    }
  });

  it("is that of the publisher's number, however large", () => expect(mine(0.999_999, 1e9).length).toBeLessThanOrEqual(1));
});
