import { expect, it } from "vitest";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { feedHostLoad, returnsByMinute } from "./feed-host.ts";

const often = { waitMinutes: 15, findsPerDay: 0, headBytes: 400, partBytes: 700, headerBytes: 250, unchangedBytes: 200, random: seededRandom(1) };

it("each copy looks once in each wait; a sign of life has nothing to read but its head", () => {
  const { meanPerSecond, peakPerSecond, gigabytesPerMonth } = feedHostLoad(9_000, often);
  // 96 looks a day, with eight signs of life, nearly all of them apart.
  expect((meanPerSecond * 86_400) / 9_000).toBeCloseTo(96, 5);
  expect(peakPerSecond).toBeGreaterThan(10);
  expect(peakPerSecond).toBeLessThan(40);
  expect((gigabytesPerMonth * 1e9) / 9_000 / 30).toBeCloseTo((96 - 7.7) * 200 + 7.7 * 650, -2);
});

it("many finds between two looks are one change", () => {
  const busy = feedHostLoad(100, { ...often, findsPerDay: 100_000 });
  expect((busy.meanPerSecond * 86_400) / 100).toBeCloseTo(192, 0);
});

it("who found nobody comes back by and by, all within what they wait at most", () => {
  const look = { waitMinutes: 15, random: seededRandom(3) };
  const sum = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  expect(sum(returnsByMinute(5_000, 0, 15, look))).toBe(5_000);
  const after = returnsByMinute(5_000, 9, 25 * 60, look);
  expect(sum(after)).toBe(5_000);
  expect(Math.max(...after)).toBeLessThan(60);
});
