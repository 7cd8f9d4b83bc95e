import { SCOUT_SETTINGS } from "../../../lib/headless/create-scout-work.ts";
import { verifying } from "../../../lib/store/feeds/note-facts.ts";
import { quietEvery } from "../../replay/freshness/policies.ts";
import { replay } from "../../replay/freshness/replay.ts";
import type { World } from "../../replay/freshness/world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A slice ends soon after a find; its page is read, all is written. */
const PUBLISHED_AFTER_MS = 10_000;
/** So long the scout has been there before its finds count. */
const SETTLES_MS = 30 * DAY;

export interface Scouted {
  requestsPerDay: number;
  /** When each find is published, epoch ms, in their order. */
  published: number[];
  /** Hours from a draft's appearance until a person is told of it, in their order; of what the index had sooner, until then. */
  delays: Float64Array;
  /** The share that the index had sooner. */
  missed: number;
}

/** A scout that looks in this world from `startsAt` on, and what a person hears of it whose copy looks at its feed each `waitMinutes`. */
export function scouted(
  world: World,
  { startsAt, endsAt, waitMinutes, random }: { startsAt: number; endsAt: number; waitMinutes: number; random: () => number },
): Scouted {
  const policy = quietEvery(Number(SCOUT_SETTINGS.quietBaseMinutes) / 60, {
    tickMs: Number(SCOUT_SETTINGS.probeMinutes) * MINUTE,
    perDay: Number(SCOUT_SETTINGS.draftsPerDay),
  });
  const { requests, foundAt } = replay(world, policy.create(startsAt), { startsAt, endsAt, tickMs: policy.tickMs });
  const from = startsAt + SETTLES_MS;
  const settled = requests.subarray(SETTLES_MS / policy.tickMs);
  const published: number[] = [];
  const delays: number[] = [];
  let missed = 0;
  for (const [place, { appearsAt, listedAt }] of world.drafts.entries()) {
    // What appears last is listed after the end.
    if (appearsAt < from || listedAt >= endsAt) continue;
    const found = foundAt[place] ?? Number.NaN;
    const isInTime = found < listedAt;
    if (isInTime) published.push(found + PUBLISHED_AFTER_MS);
    else missed++;
    const heardAt = found + PUBLISHED_AFTER_MS + random() * waitMinutes * MINUTE;
    const toldAt = verifying({ id: "D1R0", change: "found" }, "", heardAt, random).runAt ?? heardAt;
    delays.push(((isInTime ? toldAt : listedAt) - appearsAt) / HOUR);
  }
  const asked = settled.reduce((sum, count) => sum + count, 0);
  return {
    requestsPerDay: asked / ((endsAt - from) / DAY),
    published: published.sort((a, b) => a - b),
    delays: Float64Array.from(delays).sort(),
    missed: missed / delays.length,
  };
}
