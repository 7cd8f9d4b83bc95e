import { byRevision, seriesOfId } from "../../papers/series.ts";
import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match } from "../database/schema.ts";
import { type Asker, askersOf, type MatchFilter, passes } from "./match-filter.ts";

export const MATCH_VIEWS = ["unread", "starred", "all"] as const;
export type MatchView = (typeof MATCH_VIEWS)[number];

/** One paper, which is a series, with those of its documents that a view shows: the newest revision first. An entry that belongs to no series is one by itself. */
export interface MatchedPaper {
  /** "P2300". */
  key: string;
  matches: Match[];
}

export interface MatchPage {
  view: MatchView;
  /** By what was found last of each, newest first; at most as many as asked for. */
  papers: MatchedPaper[];
  /** The view has more papers than these. */
  hasMore: boolean;
  /** Of matches, as on the badge. */
  counts: Record<MatchView, number>;
  /** The ids of all that are unread, newest first; in that view with a filter those that pass it. */
  unread: string[];
}

/** The newest papers of a view, at most so many, each with all its matches there (with a filter those that pass it), and how many matches there are in each view, all of the same moment. */
export function readMatchPage(db: ReadableDatabase, view: MatchView, limit: number, filter?: MatchFilter): Promise<MatchPage> {
  return db.transaction("r", [db.matches], async () => {
    const [unread, starred, all] = await Promise.all([unreadOnes(db).primaryKeys(), db.matches.where("starredAt").above(0).count(), db.matches.count()]);
    unread.reverse();
    const ids = view === "unread" ? unread : await newest(db, view);
    const wanted = filter ? (await rowsOf(db, ids)).filter((match) => passes(match, filter)).map(({ id }) => id) : ids;
    const papers = papersOf(wanted);
    const shown = [...papers].slice(0, limit);
    const rows = new Map(
      (
        await rowsOf(
          db,
          shown.flatMap(([, ids]) => ids),
        )
      ).map((match) => [match.id, match]),
    );
    return {
      view,
      papers: shown.map(([key, ids]) => ({ key, matches: ids.flatMap((id) => rows.get(id) ?? []).sort((a, b) => byRevision(b.paper, a.paper)) })),
      hasMore: papers.size > shown.length,
      counts: { unread: unread.length, starred, all },
      unread: view === "unread" ? wanted : unread,
    };
  });
}

/** Who asked for the matches of a view. Reads all of them: for who wants to know. */
export function readAskers(db: ReadableDatabase, view: MatchView): Promise<Asker[]> {
  return db.transaction("r", [db.matches], async () =>
    askersOf(await rowsOf(db, view === "unread" ? (await unreadOnes(db).primaryKeys()).reverse() : await newest(db, view))),
  );
}

async function rowsOf(db: ReadableDatabase, ids: string[]): Promise<Match[]> {
  return (await db.matches.bulkGet(ids)).filter((match) => match !== undefined);
}

/** The ids of each paper, in the order in which papers come up. The ids say enough: no row is read that is not shown. */
function papersOf(ids: readonly string[]): Map<string, string[]> {
  const papers = new Map<string, string[]>();
  for (const id of ids) {
    const key = seriesOfId(id) ?? id;
    const known = papers.get(key);
    if (known) known.push(id);
    else papers.set(key, [id]);
  }
  return papers;
}

/** The ids of a view, newest first. */
async function newest(db: ReadableDatabase, view: "starred" | "all"): Promise<string[]> {
  // Keys by the batch and turned round: a cursor that goes backward takes many times as long.
  if (view === "all") return (await db.matches.orderBy("foundAt").primaryKeys()).reverse();
  // By the time they were found, as elsewhere; stars are few.
  const starred = await db.matches.where("starredAt").above(0).toArray();
  return starred.sort((a, b) => b.foundAt - a.foundAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
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
