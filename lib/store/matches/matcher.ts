import type { DraftEvent, LogEvent, PaperEvent } from "../../papers/paper-event.ts";
import { matchEvent } from "../../watch/matching/match-event.ts";
import { waitsForPage } from "../../watch/matching/match-rule.ts";
import { compileWatch } from "../../watch/matching/match-watch.ts";
import { findMention } from "../../watch/matching/mentions.ts";
import type { Reason } from "../../watch/watch.ts";
import type { Listener } from "../../work/work.ts";
import type { Tables } from "../database/database.ts";
import { defineListener } from "../database/define-work.ts";
import type { LogRow, Watchlist, WatchRow } from "../database/schema.ts";
import { type WantVerified, wantingVerified } from "../feeds/claim.ts";
import { readSettings } from "../lists/settings-store.ts";
import { type Hearing, isMuted, noteDraftChanged, noteDraftGone, noteDraftPublished, noteMatch, type WatchHit } from "./note-match.ts";
import { wishesOf } from "./present-wishes.ts";

interface ListedWatch {
  list: Watchlist;
  watch: WatchRow;
  match: (event: LogEvent) => Reason | undefined;
}

/** A mailing is one batch. */
const BATCH = 500;
/** What a year has brought, say, is heard where no click has to wait for it. */
const MANY = 2_000;

const TABLES = ["log", "watchlists", "watches", "matches", "effects", "settings", "drafts", "draftTexts", "mutes"] as const;
type MatcherTables = Tables<(typeof TABLES)[number]>;

/** Holds what is logged against the watchlists. Matches are written in the transaction that moves the mark, so a crash neither loses nor doubles one. */
export function matcher(random: () => number = Math.random): Listener {
  return defineListener({
    tables: TABLES,
    batch: BATCH,
    heavyFrom: MANY,
    priority: 2,
    async apply(events, { db, now, enqueue }) {
      await matchEvents(db, events, await listedWatches(db), { now, tells: true, ask: wantingVerified({ db, now, enqueue }, random) });
    },
  });
}

/** Holds what was logged before against one watch, which the cursor is named after. The person asked for it and is looking: what it finds is counted, not notified. */
export function history(random: () => number = Math.random): Listener {
  return defineListener({
    tables: TABLES,
    batch: BATCH,
    heavyFrom: 0,
    from: "request",
    async apply(events, { db, now, of, enqueue }) {
      await matchEvents(db, events, await listedWatches(db, Number(of)), { now, tells: false, ask: wantingVerified({ db, now, enqueue }, random) });
    },
  });
}

async function listedWatches(db: MatcherTables, only?: WatchRow["id"]): Promise<ListedWatch[]> {
  const lists = new Map((await db.watchlists.toArray()).map((list) => [list.id, list]));
  const watches = only === undefined ? await db.watches.toArray() : (await db.watches.bulkGet([only])).flatMap((watch) => watch ?? []);
  return watches.flatMap((watch) => {
    const list = lists.get(watch.list);
    if (!list || list.mode === "off") return [];
    const matcher = compileWatch(watch);
    const waits = waitsForPage(watch);
    return { list, watch, match: (event: LogEvent) => (waits && event.kind === "draft-found" ? undefined : matchEvent(event, matcher)) };
  });
}

interface HearingHow {
  now: number;
  tells: boolean;
  ask: WantVerified;
}

async function matchEvents(db: MatcherTables, events: LogRow[], watches: ListedWatch[], { now, tells, ask }: HearingHow): Promise<void> {
  const wishes = wishesOf(
    watches.map(({ list }) => list),
    watches.map(({ watch }) => watch),
  );
  const mutes = new Set(await db.mutes.toCollection().primaryKeys());
  const hearing: Hearing = { db, now, tells, settings: await readSettings(db), wishes, mutes };
  const found: string[] = [];
  for (const event of events) {
    if (!("paper" in event)) continue;
    if ("draft" in event && event.draft.claimed) {
      // What else becomes of a draft that nobody was told of is no news.
      if (isNewDraft(event)) await hearClaim(hearing, event, watches, ask);
      continue;
    }
    const isQuiet = "quiet" in event && event.quiet === true;
    const noting = hear(isQuiet ? { ...hearing, tells: false } : hearing, event, watches);
    if (noting && (await noting)) found.push(event.paper.id);
  }
  if (found.length > 0) await db.log.add({ kind: "matches-found", ids: found, at: now });
}

/** Notes what an event means; true where there is something new to tell or to count. Undefined where it means nothing to anybody: of a mailing of 300 papers most do, and they cost no await. */
function hear(hearing: Hearing, event: PaperEvent & { at: number }, watches: ListedWatch[]): Promise<boolean> | undefined {
  if (event.kind === "draft-changed") return noteDraftChanged(hearing, event);
  if (event.kind === "draft-published") return noteDraftPublished(hearing, event);
  if (event.kind === "draft-gone") return noteDraftGone(hearing, event);
  const hits = hitsOf(event, watches);
  if (event.kind === "draft-read" && hearing.settings.tellMentions) return hearPage(hearing, event, watches, hits);
  return noteHits(hearing, event, hits);
}

function hitsOf(event: PaperEvent, watches: ListedWatch[]): WatchHit[] {
  return watches.flatMap(({ list, match }) => {
    const reason = match(event);
    return reason ? { mode: list.mode, reason: { ...reason, list: list.id, listName: list.name } } : [];
  });
}

/** What only a feed claims nobody is told: where somebody would be, it is asked for, and heard again when it is so. */
async function hearClaim(hearing: Hearing, event: DraftEvent, watches: ListedWatch[], ask: WantVerified): Promise<void> {
  const isWanted = hitsOf(event, watches).length > 0 || (hearing.tells && wantedByAll(hearing, event).length > 0);
  const draft = isWanted && !isMuted(hearing, event.paper) ? await hearing.db.drafts.get(event.paper.id) : undefined;
  if (draft) await ask(draft, !hearing.tells);
}

async function hearPage(hearing: Hearing, event: DraftEvent & { at: number }, watches: ListedWatch[], hits: WatchHit[]): Promise<boolean> {
  const more = await mentions(hearing.db, event.paper.id, watches, hits);
  return (await noteHits(hearing, event, [...hits, ...more])) ?? false;
}

function noteHits(hearing: Hearing, event: PaperEvent & { at: number }, hits: WatchHit[]): Promise<boolean> | undefined {
  const all = hearing.tells && isNewDraft(event) ? [...hits, ...wantedByAll(hearing, event)] : hits;
  return all.length > 0 ? noteMatch(hearing, event, all) : undefined;
}

function isNewDraft(event: PaperEvent): event is DraftEvent {
  return event.kind === "draft-found" || event.kind === "draft-read";
}

/** Author watches that found nobody among the authors, and whose name stands on the first page. */
async function mentions(db: Tables<"draftTexts">, id: string, watches: ListedWatch[], hits: WatchHit[]): Promise<WatchHit[]> {
  const text = (await db.draftTexts.get(id))?.text;
  if (!text) return [];
  const known = new Set(hits.filter(({ reason }) => reason.kind === "author").map(({ reason }) => `${reason.list} ${reason.watched}`));
  return watches.flatMap(({ list, watch }) => {
    if (watch.kind !== "author" || known.has(`${list.id} ${watch.text}`)) return [];
    const found = findMention(watch.text, text);
    return found === undefined ? [] : { mode: list.mode, reason: { kind: "mention", watched: watch.text, found, list: list.id, listName: list.name } };
  });
}

/** New drafts that the person wants to hear of whatever they watch. What is old or was there from the beginning is none. */
function wantedByAll({ settings }: Hearing, { paper, draft }: DraftEvent): WatchHit[] {
  if (draft.baseline || draft.older) return [];
  const kind = settings.tellFrontierDrafts && draft.nearFrontier ? "near-frontier" : settings.tellAnyDraft ? "any-draft" : undefined;
  return kind ? [{ mode: "notify", reason: { kind, watched: "", found: paper.id, list: 0, listName: "" } }] : [];
}
