import { seriesOf } from "../../papers/series.ts";
import type { Database } from "../database/database.ts";
import { effectOf } from "../database/effects.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match, MuteRow } from "../database/schema.ts";

/**
 * Mutes a paper series ("P2300") from that time on (epoch ms): what is unread of it is read, and nobody is told of it any
 * more. Gives the ids of what was unread; none where the series is muted already.
 */
export function muteSeries(db: Database, series: string, now: number): Promise<string[]> {
  return db.transaction("rw", [db.mutes, db.matches, db.effects], async () => {
    // Later than whatever was read before: by this time un-muting knows what muting marked.
    const at = (await matchesOf(db, series)).reduce((latest, { readAt }) => Math.max(latest, readAt + 1), now);
    return addMute(db, { series, at });
  });
}

/** The same at exactly that time, for a mute of another browser. */
export function addMute(db: Database, { series, at }: MuteRow): Promise<string[]> {
  return db.transaction("rw", [db.mutes, db.matches, db.effects], async () => {
    if (await db.mutes.get(series)) return [];
    await db.mutes.put({ series, at });
    const all = await matchesOf(db, series);
    await db.matches.bulkPut(all.map((match) => ({ ...match, readAt: match.readAt || at, notifiedAt: match.notifiedAt || at })));
    const untold = all.filter(({ notifiedAt }) => notifiedAt === 0);
    await db.effects.bulkPut(untold.map((match) => effectOf({ ...match, notifiedAt: at })));
    return all.filter(({ readAt }) => readAt === 0).map(({ id }) => id);
  });
}

/** What muting marked as read is unread again, and nothing else. Gives its ids. */
export function unmuteSeries(db: Database, series: string): Promise<string[]> {
  return db.transaction("rw", [db.mutes, db.matches], async () => {
    const mute = await db.mutes.get(series);
    if (!mute) return [];
    await db.mutes.delete(series);
    const marked = (await matchesOf(db, series)).filter(({ readAt }) => readAt === mute.at);
    await db.matches.bulkPut(marked.map((match) => ({ ...match, readAt: 0 })));
    return marked.map(({ id }) => id);
  });
}

function matchesOf(db: ReadableDatabase, series: string): Promise<Match[]> {
  return db.matches.filter(({ paper }) => seriesOf(paper) === series).toArray();
}
