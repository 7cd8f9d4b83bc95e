import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { quiet } from "../../../lib/probe/quiet.ts";
import { saySampleStandsIn, sharedData } from "../../data.ts";
import { readTimeline } from "../read-timeline.ts";
import { readHistory } from "./history.ts";
import { LEAD_MODELS } from "./lead-models.ts";
import { createPlainProber } from "./plain-prober.ts";
import { createQuietProber, QUIET_RULE } from "./quiet-prober.ts";
import { type Prober, replay } from "./replay.ts";
import { makeSmallWorld, SMALL_WORLD_BEGINS } from "./small-world.ts";
import { makeWorld, type World } from "./world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every request as "time name", in its order. */
function asksOf(world: World, prober: Prober, startsAt: number, days: number, tickMs: number): string[] {
  const asks: string[] = [];
  replay(world, prober, { startsAt, endsAt: startsAt + days * DAY, tickMs }, (name, at) => void asks.push(`${new Date(at).toISOString()} ${name}`));
  return asks;
}

function expectTheSame(world: World, startsAt: number, days: number, tickMs: number, { baseMs = 4 * HOUR, perTick = 900 } = {}): string[] {
  const client = { phase: 0.3, since: startsAt, gapMs: 1000, perTick };
  const plainly = asksOf(
    world,
    createPlainProber((known, now) => quiet(known, now, { baseMs }), client),
    startsAt,
    days,
    tickMs,
  );
  const asks = asksOf(world, createQuietProber({ ...QUIET_RULE, baseMs }, { ...client, perDay: Number.POSITIVE_INFINITY }), startsAt, days, tickMs);
  const differ = asks.findIndex((ask, place) => ask !== plainly[place]);
  expect(asks.slice(differ, differ + 3)).toEqual(plainly.slice(differ, differ + 3));
  expect(asks.length).toBe(plainly.length);
  return asks;
}

describe("the replayed policy asks for the same files at the same times as lib/probe's", () => {
  it.each([1, 2, 3, 4])("in small world %i, day after day", (seed) => {
    const world = makeSmallWorld(seed, 75);
    const asks = expectTheSame(world, SMALL_WORLD_BEGINS, 70, 2 * HOUR);
    const drafts = new Set(world.drafts.map(({ file }) => file.number));
    expect(asks.length).toBeGreaterThan(5_000);
    expect(drafts.size).toBeGreaterThan(30);
  });

  it("with another base", () => void expectTheSame(makeSmallWorld(5, 20), SMALL_WORLD_BEGINS, 15, HOUR, { baseMs: 40 * MINUTE }));

  it("where a tick is too short for all that is due", () => void expectTheSame(makeSmallWorld(6, 20), SMALL_WORLD_BEGINS, 15, HOUR, { perTick: 12 }));
});

it("asks for no more in a day than it may", () => {
  const requests = (perDay: number) => {
    const prober = createQuietProber({ ...QUIET_RULE, baseMs: HOUR }, { phase: 0.3, since: SMALL_WORLD_BEGINS, gapMs: 1000, perTick: 900, perDay });
    return replay(makeSmallWorld(7, 6), prober, { startsAt: SMALL_WORLD_BEGINS, endsAt: SMALL_WORLD_BEGINS + 5 * DAY, tickMs: DAY / 96 }).requests;
  };
  const sums = (all: Uint32Array) => Array.from({ length: 5 }, (_, day) => all.slice(day * 96, day * 96 + 96).reduce((sum, count) => sum + count, 0));
  expect(sums(requests(500))).toEqual(Array(5).fill(500));
  for (const sum of sums(requests(1_000_000))) expect(sum).toBeGreaterThan(500);
});

const [folder, index] = [sharedData("timeline"), sharedData("index-2021-07-15.json")];
if (!folder || !index) saySampleStandsIn("timeline");

if (folder && index) {
  it("asks for the same files at the same times as lib/probe's on five real days before a mailing", () => {
    const arrivals = readHistory(readTimeline(folder), JSON.parse(readFileSync(index, "utf8")));
    const lead = LEAD_MODELS.base;
    if (!lead) throw new Error("there is no base model");
    const world = makeWorld(arrivals, { lead, seed: 1, publishedShare: 0.2 });
    const asks = expectTheSame(world, Date.parse("2019-01-17T00:00:00Z"), 5, HOUR, { perTick: 3600 });
    expect(asks.length).toBeGreaterThan(10_000);
  });
}
