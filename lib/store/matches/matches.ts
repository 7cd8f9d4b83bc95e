import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match } from "../database/schema.ts";

export const MATCH_VIEWS = ["unread", "starred", "all"] as const;
export type MatchView = (typeof MATCH_VIEWS)[number];

export interface MatchPage {
  view: MatchView;
  /** Newest first, at most as many as asked for. */
  matches: Match[];
  counts: Record<MatchView, number>;
  /** The ids of all that are unread, newest first. */
  unread: string[];
}

/** The newest matches of a view, at most so many, and how many there are in each, all of the same moment. */
export function readMatchPage(db: ReadableDatabase, view: MatchView, limit: number): Promise<MatchPage> {
  return db.transaction("r", [db.matches], async () => {
    const [matches, unread, starred, all] = await Promise.all([
      newest(db, view, limit),
      unreadOnes(db).primaryKeys(),
      db.matches.where("starredAt").above(0).count(),
      db.matches.count(),
    ]);
    return { view, matches, counts: { unread: unread.length, starred, all }, unread: unread.reverse() };
  });
}

async function newest(db: ReadableDatabase, view: MatchView, limit: number): Promise<Match[]> {
  switch (view) {
    case "unread":
      return unreadOnes(db).reverse().limit(limit).toArray();
    case "starred":
      // By the time they were found, as elsewhere; stars are few.
      return (await db.matches.where("starredAt").above(0).toArray()).sort((a, b) => b.foundAt - a.foundAt || (a.id < b.id ? 1 : -1)).slice(0, limit);
    case "all":
      return db.matches.orderBy("foundAt").reverse().limit(limit).toArray();
  }
}

/** Oldest first. */
function unreadOnes(db: ReadableDatabase) {
  return db.matches.where("[readAt+foundAt]").between([0, 0], [0, Number.POSITIVE_INFINITY]);
}

export function countUnread(db: ReadableDatabase): Promise<number> {
  return db.matches.where({ readAt: 0 }).count();
}

/** Gives the ids of those that were unread. There may be thousands. */
export async function markRead(db: Database, ids: string[], now: number): Promise<string[]> {
  return setReadAt(db, ids, now, ({ readAt }) => readAt === 0);
}

export async function markUnread(db: Database, ids: string[]): Promise<void> {
  await setReadAt(db, ids, 0, () => true);
}

/** Puts matches off for later, which is no longer unread, or takes that back, which leaves them read. Gives the ids of those that were unread. */
export function putOff(db: Database, ids: string[], later: boolean, now: number): Promise<string[]> {
  return db.transaction("rw", [db.matches], async () => {
    const matches = await presentOnes(db, ids);
    await db.matches.bulkPut(matches.map(({ laterAt: _, ...match }) => (later ? { ...match, readAt: match.readAt || now, laterAt: now } : match)));
    return matches.flatMap(({ id, readAt }) => (readAt === 0 ? [id] : []));
  });
}

async function presentOnes(db: Database, ids: string[]): Promise<Match[]> {
  return (await db.matches.bulkGet([...new Set(ids)])).filter((match) => match !== undefined);
}

/** What is unread again is put off no more. Rows by the batch: a cursor through thousands of keys takes seconds. */
function setReadAt(db: Database, ids: string[], readAt: number, isMeant: (match: Match) => boolean): Promise<string[]> {
  return db.transaction("rw", [db.matches], async () => {
    const matches = (await presentOnes(db, ids)).filter(isMeant);
    await db.matches.bulkPut(matches.map(({ laterAt, ...match }) => ({ ...match, readAt, ...(laterAt && readAt > 0 && { laterAt }) })));
    return matches.map(({ id }) => id);
  });
}

/** A match that is starred already keeps its time. */
export async function starMatch(db: Database, id: string, starred: boolean, now: number): Promise<void> {
  await starMatches(db, [id], starred, now);
}

/** Gives the ids of those of which that was changed. */
export function starMatches(db: Database, ids: string[], starred: boolean, now: number): Promise<string[]> {
  return db.transaction("rw", [db.matches], async () => {
    const matches = (await presentOnes(db, ids)).filter(({ starredAt }) => starredAt > 0 !== starred);
    await db.matches.bulkPut(matches.map((match) => ({ ...match, starredAt: starred ? now : 0 })));
    return matches.map(({ id }) => id);
  });
}

/** Removes matches read before that time (epoch ms), but none that is starred or put off for later. */
export async function forgetRead(db: Database, before: number): Promise<void> {
  await db.matches
    .where("readAt")
    .between(1, before)
    .filter(({ starredAt, laterAt }) => starredAt === 0 && !laterAt)
    .delete();
}
