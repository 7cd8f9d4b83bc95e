import { expect, it } from "vitest";
import { shareOf } from "./share.ts";

const NAMES = Array.from({ length: 20_000 }, (_, before) => `D${String(1 + (before >> 2)).padStart(4, "0")}R${before & 1}${before & 2 ? ".pdf" : ".html"}`);

it("spreads the names evenly, for any client", () => {
  for (const phase of [0, 0.25, 0.999_999]) {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const name of NAMES) {
      const tenth = Math.floor(shareOf(name, phase) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const names of tenths) expect(Math.abs(names - 2000)).toBeLessThan(200);
    expect(tenths).toHaveLength(10);
  }
});

it("is the same whenever it is asked, and another for another client", () => {
  const distances = NAMES.map((name) => Math.abs(shareOf(name, 0.1) - shareOf(name, 0.100_001)));
  expect(NAMES.map((name) => shareOf(name, 0.1))).toEqual(NAMES.map((name) => shareOf(name, 0.1)));
  // The mean distance of two independent numbers is a third.
  expect(distances.reduce((sum, distance) => sum + distance, 0) / NAMES.length).toBeCloseTo(1 / 3, 1);
});
