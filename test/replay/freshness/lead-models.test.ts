import { describe, expect, it } from "vitest";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { LEAD_MODELS } from "./lead-models.ts";
import { quantile } from "./measure.ts";

const DAY = 24 * 60 * 60_000;
const DATE = Date.parse("2019-06-17");
const LISTED_AT = Date.parse("2019-06-25T12:00:00Z");

/** Days from when the draft appears to the end of its date, for as many papers, sorted. */
function leads(name: string, seed = 1, count = 20_000): Float64Array {
  const model = LEAD_MODELS[name];
  if (!model) throw new Error(`there is no lead model ${name}`);
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => (DATE + DAY - model.appearsAt({ date: DATE, listedAt: LISTED_AT }, random)) / DAY).sort();
}

function shareBelow(sorted: Float64Array, limit: number): number {
  return sorted.filter((lead) => lead <= limit).length / sorted.length;
}

describe("a lead model", () => {
  it.each(Object.keys(LEAD_MODELS))("%s gives the same for the same seed and something else for another", (name) => {
    expect(leads(name, 7, 50)).toEqual(leads(name, 7, 50));
    expect(leads(name, 7, 50)).not.toEqual(leads(name, 8, 50));
  });

  it.each<[name: string, within: [least: number, most: number], median: [least: number, most: number]]>([
    ["on-date", [0, 1], [0.48, 0.52]],
    ["week", [7, 8], [7.48, 7.52]],
    ["month", [30, 31], [30.48, 30.52]],
    ["spread", [0, 31], [15.2, 15.8]],
    // A sixth of the lognormal leads make up the missing tenth: 7 exp(-0.967 x 1.1) = 2.4 days, and half a day.
    ["base", [0, 2_000], [2.6, 3.2]],
    ["heavy", [0, 200_000], [0.9, 1]],
  ])("%s lies within its bounds, around its median", (name, [least, most], [low, high]) => {
    const sorted = leads(name);
    expect(quantile(sorted, 0)).toBeGreaterThanOrEqual(least);
    expect(quantile(sorted, 1)).toBeLessThanOrEqual(most);
    expect(quantile(sorted, 0.5)).toBeGreaterThanOrEqual(low);
    expect(quantile(sorted, 0.5)).toBeLessThanOrEqual(high);
  });

  it("base has 40 % and a few of the lognormal ones on the date, and half of the others a week ahead", () => {
    const sorted = leads("base");
    expect(shareBelow(sorted, 1)).toBeCloseTo(0.4 + 0.6 * 0.02, 1);
    expect(shareBelow(sorted, 7.5)).toBeCloseTo(0.4 + 0.6 / 2, 1);
    // exp(1.1) times the median is one sigma above it.
    expect(shareBelow(sorted, 7 * Math.exp(1.1) + 0.5)).toBeCloseTo(0.4 + 0.6 * 0.841, 1);
  });

  it("heavy has one in ten most of a year ahead", () => expect(quantile(leads("heavy"), 0.9)).toBeGreaterThan(90));

  it("burst comes in the days before the deadline, whatever the date", () => {
    const deadline = (DATE + DAY - (LISTED_AT - 6 * DAY)) / DAY;
    const sorted = leads("burst");
    expect(quantile(sorted, 0)).toBeGreaterThanOrEqual(deadline);
    expect(quantile(sorted, 0.632) - deadline).toBeCloseTo(2, 1);
  });

  it("office-hours comes when offices are open", () => {
    for (const lead of leads("office-hours")) {
      const at = new Date(DATE + DAY - lead * DAY + 1);
      expect(at.getUTCDay()).toBeGreaterThan(0);
      expect(at.getUTCDay()).toBeLessThan(6);
      expect(at.getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(at.getUTCHours()).toBeLessThan(20);
    }
  });
});
