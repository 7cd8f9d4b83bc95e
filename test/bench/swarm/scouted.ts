import { SCOUT_SETTINGS } from "../../../lib/headless/create-scout-work.ts";
import { verifying } from "../../../lib/store/feeds/claim.ts";
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
  /**
   * Hours from a draft's appearance until a person is told of it whose copy looks each `waitMinutes`, in their order; with
   * 0 until it is published. Of what the index had sooner, until then.
   */
  delaysOf(waitMinutes: number): Float64Array;
  /** The share that the index had sooner. */
  missed: number;
}

/** A scout that looks in this world from `startsAt` on. */
export function scouted(world: World, { startsAt, endsAt, random }: { startsAt: number; endsAt: number; random: () => number }): Scouted {
  const tickMs = Number(SCOUT_SETTINGS.probeMinutes) * MINUTE;
  const policy = quietEvery(Number(SCOUT_SETTINGS.quietBaseMinutes) / 60, { tickMs, perDay: Number(SCOUT_SETTINGS.draftsPerDay) });
  const { requests, foundAt } = replay(world, policy.create(startsAt), { startsAt, endsAt, tickMs });
  const from = startsAt + SETTLES_MS;
  // What appears last is listed after the end.
  const drafts = world.drafts.flatMap(({ appearsAt, listedAt }, place) => {
    if (appearsAt < from || listedAt >= endsAt) return [];
    const found = foundAt[place] ?? Number.NaN;
    return { appearsAt, listedAt, publishedAt: found < listedAt ? found + PUBLISHED_AFTER_MS : undefined };
  });
  const toldAt = (publishedAt: number, waitMinutes: number) => {
    if (waitMinutes === 0) return publishedAt;
    const heardAt = publishedAt + random() * waitMinutes * MINUTE;
    return verifying({ id: "D1R0", change: "found" }, "", heardAt, random).runAt ?? heardAt;
  };
  const asked = requests.subarray(SETTLES_MS / tickMs).reduce((sum, count) => sum + count, 0);
  return {
    requestsPerDay: asked / ((endsAt - from) / DAY),
    published: drafts.flatMap(({ publishedAt }) => publishedAt ?? []).sort((a, b) => a - b),
    delaysOf: (waitMinutes) =>
      Float64Array.from(
        drafts.map(({ appearsAt, listedAt, publishedAt }) => ((publishedAt === undefined ? listedAt : toldAt(publishedAt, waitMinutes)) - appearsAt) / HOUR),
      ).sort(),
    missed: drafts.filter(({ publishedAt }) => publishedAt === undefined).length / drafts.length,
  };
}
