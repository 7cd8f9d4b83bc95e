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

  it("is the same for an epoch, and another in the next", () => {
    expect(mine(0.3, 50, NOW + EPOCH - 1)).toEqual(mine(0.3, 50));
    const [now, next] = [new Set(mine(0.3, 50)), mine(0.3, 50, NOW + EPOCH)];
    expect(next.filter((name) => now.has(name)).length).toBeLessThan(next.length / 4);
  });

  it("is that of the publisher's number, however large", () => expect(mine(0.999_999, 1e9).length).toBeLessThanOrEqual(1));
});
