import { browser } from "wxt/browser";
import { parsePaperEntry } from "../../watch/syntax/parse-paper-entry.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { MuteRow } from "../database/schema.ts";
import { type FilledWatchlist, readWatchlists } from "../lists/read-watchlists.ts";
import { type MatchedPaper, type MatchList, readMatchedPapers, readMatchList } from "./matches.ts";
import { readMutes } from "./read-mutes.ts";

const KEY = "first-screen";
/** As many as a popup shows before one scrolls. */
const PAPERS = 9;

/** What the popup shows of the unread matches until its database is open. */
export interface FirstScreen {
  /** Its first papers only, and without the ids of all that are unread. */
  list: MatchList;
  /** Those papers. */
  papers: MatchedPaper[];
  /** Of these papers, as are the watches in the lists. */
  mutes: MuteRow[];
  lists: FilledWatchlist[];
}

/** Notes it for the time of this run of the browser; nothing where nothing is unread. */
export async function noteFirstScreen(db: ReadableDatabase): Promise<void> {
  const [list, mutes, lists] = await Promise.all([readMatchList(db, "unread"), readMutes(db), readWatchlists(db)]);
  const shown = list.papers.slice(0, PAPERS);
  const papers = await readMatchedPapers(db, "unread", shown);
  if (papers.length === 0) return browser.storage.session.remove(KEY);
  const keys = new Set(papers.map(({ key }) => key));
  const first: FirstScreen = {
    list: { ...list, papers: shown.filter(({ key }) => keys.has(key)), unread: [] },
    papers,
    mutes: mutes.filter(({ series }) => keys.has(series)),
    lists: lists.map((list) => ({ ...list, watches: list.watches.filter(({ kind, text }) => kind === "paper" && keys.has(paperOf(text))) })),
  };
  await browser.storage.session.set({ [KEY]: first });
}

/** Undefined where none was noted. */
export async function readFirstScreen(): Promise<FirstScreen | undefined> {
  return (await browser.storage.session.get(KEY))[KEY] as FirstScreen | undefined;
}

function paperOf(text: string): string {
  return { id: text, ...parsePaperEntry(text) }.id;
}
