import { expect, test } from "vitest";
import { gaps, mostAtOnce, perDay } from "./arrival-gaps.ts";

const DAY = 24 * 60 * 60 * 1000;
const ARRIVALS = [
  { at: 1000, url: "https://isocpp.org/files/papers/D1.pdf", atOnce: 1 },
  { at: 1200, url: "https://wg21.link/index.json", atOnce: 9 },
  { at: 1500, url: "https://isocpp.org/files/papers/D2.pdf", atOnce: 2 },
  { at: 1500, url: "https://isocpp.org/files/papers/D3.pdf", atOnce: 3 },
  { at: 1600, url: "https://not-isocpp.org/", atOnce: 8 },
  { at: 4000, url: "https://isocpp.org/", atOnce: 1 },
  { at: 9000, url: "nonsense", atOnce: 7 },
];

test.each([
  ["isocpp.org", [500, 0, 2500], 3, 4],
  ["wg21.link", [], 9, 1],
  ["www.open-std.org", [], 0, 0],
])("at %s: the gaps, the most at once, and the pace", (host, between, most, count) => {
  expect(gaps(ARRIVALS, host)).toEqual(between);
  expect(mostAtOnce(ARRIVALS, host)).toBe(most);
  expect(perDay(ARRIVALS, host, DAY)).toBe(count);
  expect(perDay(ARRIVALS, host, DAY / 10)).toBe(10 * count);
});
