import type { LogEvent, PaperEvent } from "../papers/paper-event.ts";
import { type Matcher, matchEvent } from "../watch/match-event.ts";
import { compileWatch } from "../watch/match-watch.ts";
import { defineListener, type Listener } from "../work/work.ts";
import type { Database } from "./database.ts";
import { effectKey, effectOf } from "./effects.ts";
import type { LogRow, MatchReason, Watchlist, WatchRow } from "./schema.ts";

interface ListedWatch {
  list: Watchlist;
  matcher: Matcher;
}

const TABLES = ["log", "cursors", "watchlists", "watches", "matches", "effects"];

/** Holds what is logged against the watchlists. Matches are written in the transaction that moves the mark, so a crash neither loses nor doubles one. */
export function matcher(): Listener {
  return defineListener<LogRow>({
    tables: TABLES,
    batch: 500,
    priority: 2,
    async apply(events, tools) {
      const db = tools.db as unknown as Database;
      await matchEvents(db, events, await listedWatches(db), { now: tools.now, tells: true });
    },
  });
}

/** Holds what was logged before against one watch, which the cursor is named after. The person asked for it and is looking: what it finds is counted, not notified. */
export function history(): Listener {
  return defineListener<LogRow>({
    tables: TABLES,
    batch: 500,
    from: "request",
    async apply(events, tools) {
      const db = tools.db as unknown as Database;
      await matchEvents(db, events, await listedWatches(db, Number(tools.of)), { now: tools.now, tells: false });
    },
  });
}

async function listedWatches(db: Database, only?: WatchRow["id"]): Promise<ListedWatch[]> {
  const lists = new Map((await db.watchlists.toArray()).map((list) => [list.id, list]));
  const watches = only === undefined ? await db.watches.toArray() : (await db.watches.bulkGet([only])).flatMap((watch) => watch ?? []);
  return watches.flatMap((watch) => {
    const list = lists.get(watch.list);
    return list && list.mode !== "off" ? { list, matcher: compileWatch(watch) } : [];
  });
}

async function matchEvents(db: Database, events: LogRow[], watches: ListedWatch[], how: { now: number; tells: boolean }): Promise<void> {
  const found: string[] = [];
  for (const event of events) {
    if (event.kind === "matches-found") continue;
    const hits = watches.flatMap(({ list, matcher }) => {
      const reason = matchEvent(event as LogEvent, matcher);
      return reason ? { list, reason: { ...reason, list: list.id, listName: list.name } } : [];
    });
    if (hits.length > 0 && (await noteMatch(db, event as PaperEvent, hits, how))) found.push((event as PaperEvent).paper.id);
  }
  if (found.length > 0) await db.log.add({ kind: "matches-found", ids: found, at: how.now });
}

/** True where there is something new to tell or to count. */
async function noteMatch(
  db: Database,
  { paper, kind }: PaperEvent,
  hits: { list: Watchlist; reason: MatchReason }[],
  { now, tells }: { now: number; tells: boolean },
): Promise<boolean> {
  const before = await db.matches.get(paper.id);
  const reasons = mergeReasons(
    before?.reasons ?? [],
    hits.map(({ reason }) => reason),
  );
  const wanted = tells && hits.some(({ list }) => list.mode === "notify");
  if (before) {
    // Counted on the badge so far, and now asked for by a list that wants to be told.
    const tell = wanted && before.notification === "" && before.readAt === 0 && reasons.length > before.reasons.length;
    await db.matches.put({ ...before, paper, reasons, notifiedAt: tell ? 0 : before.notifiedAt });
    return tell;
  }
  // Told long ago, read and forgotten since: it is there again, and stays quiet.
  const told = await db.effects.get(effectKey(paper.id));
  if (!wanted && !told) await db.effects.put(effectOf({ id: paper.id, notifiedAt: now }));
  await db.matches.add({
    id: paper.id,
    paper,
    kind,
    reasons,
    foundAt: now,
    notifiedAt: told?.at ?? (wanted ? 0 : now),
    notification: "",
    readAt: told && tells ? now : 0,
  });
  return true;
}

function mergeReasons(known: MatchReason[], found: MatchReason[]): MatchReason[] {
  const key = ({ list, kind, watched }: MatchReason) => `${list} ${kind} ${watched}`;
  return [...new Map([...known, ...found].map((reason) => [key(reason), reason])).values()];
}
