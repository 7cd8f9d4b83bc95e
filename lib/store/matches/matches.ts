import { byRevision, seriesOfId } from "../../papers/series.ts";
import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match } from "../database/schema.ts";
import { type Asker, askersOf, type MatchFilter, passes } from "./match-filter.ts";

export const MATCH_VIEWS = ["unread", "starred", "all"] as const;
export type MatchView = (typeof MATCH_VIEWS)[number];

/** A paper, which is a series, of a view, known by its documents there. An entry that belongs to no series is one by itself. */
export interface ViewedPaper {
  /** "P2300". */
  key: string;
  /** By when they were found, the last first. */
  ids: string[];
}

/** One with those documents themselves: the newest revision first. */
export interface MatchedPaper {
  key: string;
  matches: Match[];
}

/** All that a view holds, of one moment; the ids say enough, so no match itself is read. */
export interface MatchList {
  view: MatchView;
  /** By what was found last of each, newest first. */
  papers: ViewedPaper[];
  /** Of matches, as on the badge. */
  counts: Record<MatchView, number>;
  /** The ids of all that are unread, newest first; in that view with a filter those that pass it. */
  unread: string[];
}

/** Which papers a view holds, with a filter those of which a match passes it, and how many matches there are in each view. */
export function readMatchList(db: ReadableDatabase, view: MatchView, filter?: MatchFilter): Promise<MatchList> {
  return db.transaction("r", [db.matches], async () => {
    const [unread, starred, all] = await Promise.all([unreadOnes(db).primaryKeys(), db.matches.where("starredAt").above(0).count(), db.matches.count()]);
    unread.reverse();
    const ids = view === "unread" ? unread : await newest(db, view);
    const wanted = filter ? (await rowsOf(db, ids)).filter((match) => passes(match, filter)).map(({ id }) => id) : ids;
    return { view, papers: papersOf(wanted), counts: { unread: unread.length, starred, all }, unread: view === "unread" ? wanted : unread };
  });
}

/** These papers of a view with their matches, but for what is no longer in it. */
export async function readMatchedPapers(db: ReadableDatabase, view: MatchView, papers: readonly ViewedPaper[]): Promise<MatchedPaper[]> {
  const read = await rowsOf(
    db,
    papers.flatMap(({ ids }) => ids),
  );
  const rows = new Map(read.filter((match) => isIn(match, view)).map((match) => [match.id, match]));
  return papers
    .map(({ key, ids }) => ({ key, matches: ids.flatMap((id) => rows.get(id) ?? []).sort((a, b) => byRevision(b.paper, a.paper)) }))
    .filter(({ matches }) => matches.length > 0);
}

function isIn({ readAt, starredAt }: Match, view: MatchView): boolean {
  return view === "all" || (view === "unread" ? readAt === 0 : starredAt > 0);
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

/** In the order in which papers come up. */
function papersOf(ids: readonly string[]): ViewedPaper[] {
  const papers = new Map<string, ViewedPaper>();
  for (const id of ids) {
    const key = seriesOfId(id) ?? id;
    const known = papers.get(key);
    if (known) known.ids.push(id);
    else papers.set(key, { key, ids: [id] });
  }
  return [...papers.values()];
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
  const before = await changeMarks(
    db,
    ids,
    ({ readAt }) => readAt === 0,
    () => ({ readAt: now }),
  );
  return before.map(({ id }) => id);
}

/** What is unread again is put off no more. Gives what those were that were read, for who undoes it. */
export async function markUnread(db: Database, ids: string[]): Promise<ReadMarks[]> {
  return changeMarks(
    db,
    ids,
    ({ readAt }) => readAt > 0,
    () => ({ readAt: 0 }),
  );
}

/** Puts matches off for later, which is no longer unread, or takes that back, which leaves them read. Gives what those were that this changed, for who undoes it. */
export function putOff(db: Database, ids: string[], later: boolean, now: number): Promise<ReadMarks[]> {
  return changeMarks(
    db,
    ids,
    ({ laterAt }) => (laterAt !== undefined) !== later,
    ({ readAt }) => (later ? { readAt: readAt || now, laterAt: now } : { readAt }),
  );
}

/** Makes each of these again what it was. */
export async function restoreMarks(db: Database, marks: readonly ReadMarks[]): Promise<void> {
  const before = new Map(marks.map((mark) => [mark.id, mark]));
  await changeMarks(
    db,
    [...before.keys()],
    () => true,
    ({ id, readAt, laterAt }) => before.get(id) ?? { readAt, laterAt },
  );
}

/** Whether a match is unread, read, or put off: what belongs together, and is changed and undone together. Absent and undefined `laterAt` are the same. */
export interface ReadMarks {
  id: string;
  readAt: number;
  laterAt?: number | undefined;
}

/** Rows by the batch: a cursor through thousands of keys takes seconds. Gives what those were that were changed. */
function changeMarks(db: Database, ids: string[], isMeant: (match: Match) => boolean, marksOf: (match: Match) => Omit<ReadMarks, "id">): Promise<ReadMarks[]> {
  return db.transaction("rw", [db.matches], async () => {
    const matches = (await presentOnes(db, ids)).filter(isMeant);
    await db.matches.bulkPut(
      matches.map((match) => {
        const { laterAt: _, ...rest } = match;
        const { readAt, laterAt } = marksOf(match);
        return { ...rest, readAt, ...(laterAt !== undefined && { laterAt }) };
      }),
    );
    return matches.map(({ id, readAt, laterAt }) => ({ id, readAt, ...(laterAt !== undefined && { laterAt }) }));
  });
}

async function presentOnes(db: Database, ids: string[]): Promise<Match[]> {
  return (await db.matches.bulkGet([...new Set(ids)])).filter((match) => match !== undefined);
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
