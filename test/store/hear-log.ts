import type { Database } from "../../lib/store/database/database.ts";
import { history, matcher } from "../../lib/store/matches/matcher.ts";
import { configure } from "../../lib/work/configure.ts";
import { step } from "../../lib/work/listeners/listen.ts";
import type { WorkDatabase } from "../../lib/work/rows.ts";
import { listenerOf, type Work } from "../../lib/work/work.ts";

/** What listens to the log, at a moment that does not pass. */
export function listenersAt(db: Database, now: number): Work {
  return {
    world: {
      database: async () => db as unknown as WorkDatabase,
      now: () => now,
      random: () => 0,
      sleep: async () => {},
      owners: { self: async () => "test", alive: async () => undefined },
    },
    kinds: {},
    listeners: { matcher: matcher(), history: history() },
  };
}

/** Lets the matcher, or the cursor of that name, hear all it has not heard; gives how many matches that adds. Rejects where it could not apply an event. */
export async function hearLog(db: Database, now: number, cursor = "matcher"): Promise<number> {
  const work = listenersAt(db, now);
  await configure(work, { permits: 1, lanes: {}, schedules: {} });
  const listener = listenerOf(work, cursor);
  if (!listener) throw new Error(`Nobody listens as ${cursor}.`);
  const before = await db.matches.count();
  while (await step(work, cursor, listener));
  const [fault] = await db.faults.where({ cursor }).toArray();
  if (fault) throw new Error(fault.error.message);
  return (await db.matches.count()) - before;
}
