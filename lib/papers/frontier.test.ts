import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexesAtHand, saySampleStandsIn, sharedData } from "../../test/data.ts";
import { frontier, frontierOf } from "./frontier.ts";
import { readIndex } from "./index/read-index.ts";

const APRIL = ["P04116R0", "P3141"];

/** STATS, 6: how far the cluster really went on these days, and what stood above it. */
const DAYS: [day: string, end: number, ahead: string[], why: string][] = [
  ["2016-08-02", 417, APRIL, "two April papers"],
  ["2018-01-02", 875, APRIL, "two April papers"],
  ["2019-01-29", 1481, APRIL, "two April papers"],
  ["2020-01-18", 2088, APRIL, "two April papers"],
  ["2021-03-25", 2340, [...APRIL, "P2400R0"], "P2400, 60 ahead"],
  ["2021-04-25", 2363, [...APRIL, "P2400R0"], "P2400, 37 ahead"],
  ["2021-05-21", 2382, [...APRIL, "P2400R0"], "P2400, 18 ahead"],
  ["2022-10-06", 2624, APRIL, "two April papers"],
  ["2024-01-29", 3087, [], "nothing"],
  ["2024-04-19", 3247, ["P3300R0"], "P3300, 53 ahead"],
  ["2024-11-02", 3481, ["P4000R0"], "P4000"],
  ["2025-07-25", 3802, ["P4000R0"], "P4000"],
  ["2025-11-12", 3875, ["P4000R0"], "P4000"],
  ["2026-05-18", 4234, ["P5000R0"], "P5000"],
];

describe("the frontier of the index", () => {
  it.each(DAYS)("of %s is %i in spite of %4$s", (_day, end, ahead) => expect(frontierOfIds([...numbersTo(end), ...ahead])).toBe(end));

  it.each<[name: string, ahead: string[]]>([
    ["a pair", ["P5000R0", "P5001R0"]],
    ["a pair close by", ["P4400R0", "P4401R0"]],
    ["a handful", ["P5000R0", "P5001R0", "P5002R0", "P5010R1", "P5050R0"]],
    ["several round numbers", ["P4300R0", "P4400R0", "P4500R0", "P5000R0"]],
    ["a typing error", ["P42340R0"]],
    ["drafts far ahead", ["D4444R0", "D4445R0"]],
    ["N papers and issues", ["N5033", "LWG4310", "EDIT8095"]],
  ])("is not moved by %s", (_name, ahead) => expect(frontierOfIds([...numbersTo(4234), ...ahead])).toBe(4234));

  it("follows the jump from 1525 to 1601 at once, since that gap was never filled", () => {
    expect(frontierOfIds([...numbersTo(1525), "P1601R0"])).toBe(1601);
  });

  it("is a round number where the numbers below it are there", () => {
    expect(frontierOfIds([...numbersTo(2397), "P2400R0"])).toBe(2400);
  });

  it.each<[name: string, ids: string[], frontier: number]>([
    ["nothing", [], 0],
    ["no P paper with a revision", ["N4950", "D0019R1", "P3141", "P04116R0", "LWG1"], 0],
    ["a single paper", ["P2300R10"], 2300],
    ["two, one of them ahead", ["P2300R10", "P5000R0"], 2300],
    ["three, one of them ahead", ["P2300R10", "P2301R0", "P5000R0"], 2301],
    ["nine, one of them ahead", ["P2300R0", "P2301R0", "P2302R0", "P2303R0", "P2304R0", "P2305R0", "P2306R0", "P2307R0", "P5001R0"], 2307],
  ])("of an index with %s", (_name, ids, expected) => expect(frontierOfIds(ids)).toBe(expected));

  it("does not depend on the order, on the revisions or on one or two numbers far ahead", () => {
    // 1600 would be a round number right above the gap of 1526 to 1600: handed out ahead by the rule.
    const end = fc.integer({ min: 200, max: 4000 }).filter((top) => top !== 1600);
    fc.assert(
      fc.property(
        end,
        fc.array(fc.integer({ min: 101, max: 900_000 }), { maxLength: 2 }),
        fc.infiniteStream(fc.nat(12)),
        fc.boolean(),
        (top, leaps, revisions, reversed) => {
          const ids = [...numbersTo(top), ...leaps.map((leap) => `P${top + leap}R0`)].map((id) => id.replace(/0$/, () => String(revisions.next().value)));
          expect(frontierOfIds(reversed ? ids.reverse() : ids)).toBe(top);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("with the numbers of found drafts", () => {
  const index = numbersTo(4234).map((id) => Number(id.slice(1, 5)));

  it.each<[name: string, found: number[], frontier: number]>([
    ["is the highest of them", [4235, 4240], 4240],
    ["follows a chain of them", [4250, 4290, 4330, 4335, 4340, 4345, 4350, 4351, 4352, 4353, 4354, 4420], 4420],
    ["is not moved by a lone one", [4444], 4234],
    ["is not moved by a pair", [4990, 4991], 4234],
    ["is not moved by one next to a number handed out ahead", [5000, 5001], 4234],
    ["is not moved by a round one ahead", [4300], 4234],
  ])("%s", (_name, found, expected) => expect(frontierOf([...index, 5000, ...found])).toBe(expected));

  it("knows numbers of five digits", () => {
    expect(frontierOf([...index.map((number) => number + 5767), 10_003])).toBe(10_003);
  });
});

// The holes of the real index: that of 2021 up to 2022, later the one of 2026, cut off where it ended on that day.
const REAL = [
  { name: "index-2021-07-15.json", from: "2016", to: "2022" },
  { name: "index-2026-05-18.json", from: "2022", to: "2027" },
];
for (const { name, from, to } of REAL) {
  const file = sharedData(name);
  if (!file) saySampleStandsIn(name);
  const days = DAYS.filter(([day]) => day >= from && day < to);
  if (file) {
    const ids = Object.keys(JSON.parse(readFileSync(file, "utf8"))).filter((id) => /^P[0-9]{4}R/.test(id));
    it.each(days)(`of %s is %i in spite of %4$s, with the numbers of ${name}`, (_day, end, ahead) => {
      expect(frontierOfIds([...ids.filter((id) => Number(id.slice(1, 5)) <= end), ...ahead])).toBe(end);
      expect(frontierOfIds([...ids.filter((id) => Number(id.slice(1, 5)) <= end), ...ahead, "P5000R0", "P5001R0"])).toBe(end);
    });
  }
}

const FRONTIERS: Record<string, number> = { "index-2021-07-15.json": 2400, "index-2026-05-18.json": 4234, "index-scale-30k.json": 4150, "index.json": 4344 };

it.each(indexesAtHand(Object.keys(FRONTIERS)))("of the whole of %s is where it is known to be", (name, file) => {
  const { entries } = readIndex(Object.entries(JSON.parse(readFileSync(file, "utf8"))));
  expect(frontier(entries.values())).toBe(FRONTIERS[name]);
});

/** The P ids up to a number, with holes as the index has them: 1526 to 1600, and every sixth. */
function numbersTo(end: number): string[] {
  const numbers = Array.from({ length: end }, (_, position) => position + 1);
  return numbers
    .filter((number) => number === end || (number % 6 !== 0 && (number < 1526 || number > 1600)))
    .map((number) => `P${String(number).padStart(4, "0")}R0`);
}

function frontierOfIds(ids: string[]): number {
  return frontier(readIndex(ids.map((id) => [id, {}])).entries.values());
}
