import { expect, it } from "vitest";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { feedHostLoad } from "./feed-host.ts";

const often = { waitMinutes: 15, findsPerDay: 0, headBytes: 400, partBytes: 700, random: seededRandom(1) };

it("each copy looks once in each wait, and reads what is new once", () => {
  const { meanPerSecond, peakPerSecond, gigabytesPerMonth } = feedHostLoad(9_000, often);
  // 96 looks a day, and eight signs of life, nearly all of them apart.
  expect((meanPerSecond * 86_400) / 9_000).toBeCloseTo(96 + 7.7, 0);
  expect(peakPerSecond).toBeGreaterThan(10);
  expect(peakPerSecond).toBeLessThan(40);
  expect((gigabytesPerMonth * 1e9) / 9_000 / 30).toBeCloseTo(96 * 250 + 7.7 * 1350, -3);
});

it("many finds between two looks are one change", () => {
  const busy = feedHostLoad(100, { ...often, findsPerDay: 100_000 });
  expect((busy.meanPerSecond * 86_400) / 100).toBeCloseTo(192, 0);
});
