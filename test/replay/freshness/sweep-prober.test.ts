import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SweepSettings } from "../../../lib/probe/policy.ts";
import { SWEEP_DEFAULTS, sweep } from "../../../lib/probe/sweep.ts";
import { saySampleStandsIn, sharedData } from "../../data.ts";
import { readTimeline } from "../read-timeline.ts";
import { readHistory } from "./history.ts";
import { LEAD_MODELS } from "./lead-models.ts";
import { createPlainProber } from "./plain-prober.ts";
import { type Prober, replay } from "./replay.ts";
import { makeSmallWorld, SMALL_WORLD_BEGINS } from "./small-world.ts";
import { createSweepProber } from "./sweep-prober.ts";
import { makeWorld, type World } from "./world.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

function asksOf(world: World, prober: Prober, startsAt: number, days: number): string[] {
  const asks: string[] = [];
  const clock = { startsAt, endsAt: startsAt + days * DAY, tickMs: HOUR / 2 };
  replay(world, prober, clock, (name, at) => void asks.push(`${new Date(at).toISOString()} ${name}`));
  return asks;
}

function expectTheSame(world: World, startsAt: number, days: number, settings: SweepSettings): string[] {
  const plain = createPlainProber((known, now) => sweep(known, now, settings), { phase: 0, since: 0, gapMs: 0, perTick: Number.POSITIVE_INFINITY });
  const plainly = asksOf(world, plain, startsAt, days);
  const asks = asksOf(world, createSweepProber(settings), startsAt, days);
  const differ = asks.findIndex((ask, place) => ask !== plainly[place]);
  expect(asks.slice(differ, differ + 3)).toEqual(plainly.slice(differ, differ + 3));
  expect(asks.length).toBe(plainly.length);
  return asks;
}

describe("the replayed sweep asks for the same files at the same times as lib/probe's", () => {
  it.each([1, 2, 3])("in small world %i, day after day", (seed) => {
    const settings = { ...SWEEP_DEFAULTS, windowAbove: 8, windowBelow: 10, lookbackMonths: 2 };
    expect(expectTheSame(makeSmallWorld(seed, 12), SMALL_WORLD_BEGINS, 9, settings).length).toBeGreaterThan(30_000);
  });
});

const [folder, index] = [sharedData("timeline"), sharedData("index-2021-07-15.json")];
if (!folder || !index) saySampleStandsIn("timeline");

if (folder && index) {
  it("asks for the same files at the same times as lib/probe's over a whole sweep of real days", () => {
    const arrivals = readHistory(readTimeline(folder), JSON.parse(readFileSync(index, "utf8")));
    const lead = LEAD_MODELS.base;
    if (!lead) throw new Error("there is no base model");
    const world = makeWorld(arrivals, { lead, seed: 1, publishedShare: 0.2 });
    expect(expectTheSame(world, Date.parse("2019-01-20T00:00:00Z"), 1.5, SWEEP_DEFAULTS).length).toBeGreaterThan(100_000);
  });
}
