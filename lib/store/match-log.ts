import type { PaperEvent } from "../papers/paper-event.ts";
import { type Matcher, matchEvent } from "../watch/match-event.ts";
import { compileWatch } from "../watch/match-watch.ts";
import type { Database } from "./database.ts";
import type { LogRow, MatchReason, Watchlist } from "./schema.ts";

const EVENTS_PER_TRANSACTION = 500;

interface ListedWatch {
  list: Watchlist;
  matcher: Matcher;
}

/**
 * Holds the events of the log that were not looked at yet against the watchlists. Matches are written in the
 * transaction that moves the mark, so a crash neither loses nor doubles one. Gives the number of new matches.
 */
export async function matchLog(db: Database, now: number): Promise<number> {
  let found = 0;
  for (;;) {
    const step = await db.transaction("rw", [db.log, db.cursors, db.watchlists, db.watches, db.matches], async () => {
      const seq = (await db.cursors.get("matcher"))?.seq ?? 0;
      const events = await db.log.where("seq").above(seq).limit(EVENTS_PER_TRANSACTION).toArray();
      const last = events.at(-1)?.seq;
      if (last === undefined) return undefined;
      const added = await matchEvents(db, events, await listedWatches(db), now);
      await db.cursors.put({ name: "matcher", seq: last });
      return added;
    });
    if (step === undefined) return found;
    found += step;
  }
}

async function listedWatches(db: Database): Promise<ListedWatch[]> {
  const lists = new Map((await db.watchlists.toArray()).map((list) => [list.id, list]));
  const watches = await db.watches.toArray();
  return watches.flatMap((watch) => {
    const list = lists.get(watch.list);
    return list && list.mode !== "off" ? { list, matcher: compileWatch(watch) } : [];
  });
}

async function matchEvents(db: Database, events: LogRow[], watches: ListedWatch[], now: number): Promise<number> {
  let added = 0;
  for (const event of events) {
    const hits = watches.flatMap(({ list, matcher }) => {
      const reason = matchEvent(event, matcher);
      return reason ? { list, reason: { ...reason, list: list.id, listName: list.name } } : [];
    });
    if (hits.length === 0) continue;
    const { paper, kind } = event as PaperEvent;
    const before = await db.matches.get(paper.id);
    const reasons = mergeReasons(
      before?.reasons ?? [],
      hits.map(({ reason }) => reason),
    );
    const wanted = hits.some(({ list }) => list.mode === "notify");
    if (!before) {
      await db.matches.add({ id: paper.id, paper, kind, reasons, foundAt: now, notifiedAt: wanted ? 0 : now, notification: "", readAt: 0 });
      added++;
    } else {
      // Counted on the badge so far, and now asked for by a list that wants to be told.
      const tell = wanted && before.notification === "" && before.readAt === 0 && reasons.length > before.reasons.length;
      await db.matches.put({ ...before, paper, reasons, notifiedAt: tell ? 0 : before.notifiedAt });
    }
  }
  return added;
}

function mergeReasons(known: MatchReason[], found: MatchReason[]): MatchReason[] {
  const key = ({ list, kind, watched }: MatchReason) => `${list} ${kind} ${watched}`;
  return [...new Map([...known, ...found].map((reason) => [key(reason), reason])).values()];
}
