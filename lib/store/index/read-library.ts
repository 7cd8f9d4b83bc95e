import { readIndex } from "../../papers/index/read-index.ts";
import { readLines, shelfLines } from "../../papers/index/shelf-lines.ts";
import { isPaper, type Paper } from "../../papers/paper.ts";
import { effectKey } from "../database/effects.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Draft, ListedRow, Match } from "../database/schema.ts";
import { shelvesOneByOne } from "./shelves.ts";

/** Entries read between two breaths: a few milliseconds of work. */
const LINES_AT_ONCE = 50;
/** Rows that are handed over at a time, for the same reason. */
const ROWS_AT_ONCE = 400;

/** What the library is made of. */
export interface StoredHoldings {
  papers: Paper[];
  listed: ListedRow[];
  drafts: Draft[];
}

/** When that last changed, as far as it is told without reading it: epoch ms each, 0 where there is none. */
export interface HoldingsStamp {
  index: number;
  listing: number;
}

/** Undefined while there is no index. */
export async function readHoldingsStamp(db: ReadableDatabase): Promise<HoldingsStamp | undefined> {
  const [index, listing] = await db.state.bulkGet(["index", "listing"]);
  if (index?.name !== "index") return undefined;
  const years = listing?.name === "listing" ? Object.values(listing.years) : [];
  return { index: index.changedAt, listing: Math.max(0, ...years.map(({ readAt }) => readAt)) };
}

/** All papers of the index, the yearly listings and the drafts, read in small pieces: `breathe` is called between them, for a page that must go on answering. */
export async function readHoldings(db: ReadableDatabase, drafts: Draft[], breathe: () => Promise<void> | undefined): Promise<StoredHoldings> {
  const [shelves, listed] = await db.transaction("r", [db.shelves, db.listed], () => Promise.all([shelvesOneByOne(db, "P", "N", "D"), listedRows(db)]));
  const papers: Paper[] = [];
  for (const { text } of shelves) {
    const lines = text === "" ? [] : shelfLines(text);
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      for (const paper of readIndex(readLines(lines.slice(at, at + LINES_AT_ONCE))).entries.values()) if (isPaper(paper)) papers.push(paper);
      await breathe();
    }
  }
  return { papers, listed, drafts };
}

/** The matches of these papers, newest first. */
export async function matchesOf(db: ReadableDatabase, ids: string[]): Promise<Match[]> {
  const matches = (await db.matches.bulkGet(ids)).flatMap((match) => match ?? []);
  return matches.sort((a, b) => b.foundAt - a.foundAt);
}

/** Ids of the papers with an unread match. */
export function unreadIds(db: ReadableDatabase): Promise<string[]> {
  return db.matches.where({ readAt: 0 }).primaryKeys();
}

/** Those of these papers that were told and are unread no more. Also where the match is forgotten: that it was told is not. */
export function readIds(db: ReadableDatabase, ids: string[]): Promise<Set<string>> {
  return db.transaction("r", [db.matches, db.effects], async () => {
    const [matches, told] = await Promise.all([db.matches.bulkGet(ids), db.effects.bulkGet(ids.map((id) => effectKey(id)))]);
    return new Set(ids.filter((_, place) => (matches[place] ? matches[place].readAt > 0 : told[place] !== undefined)));
  });
}

/** All rows, some at a time within the one transaction. */
async function listedRows(db: ReadableDatabase): Promise<ListedRow[]> {
  const rows: ListedRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const next = await (last ? db.listed.where("id").above(last.id) : db.listed.orderBy("id")).limit(ROWS_AT_ONCE).toArray();
    rows.push(...next);
    if (next.length < ROWS_AT_ONCE) return rows;
  }
}
