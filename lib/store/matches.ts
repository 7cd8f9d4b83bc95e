import type { Database } from "./database.ts";
import type { Match } from "./schema.ts";

/** Unread matches, newest first. */
export async function unreadMatches(db: Database): Promise<Match[]> {
  return newestFirst(await db.matches.where({ readAt: 0 }).toArray());
}

/** The latest matches that were read, newest first. */
export async function readMatches(db: Database, limit: number): Promise<Match[]> {
  return db.matches
    .orderBy("foundAt")
    .reverse()
    .filter(({ readAt }) => readAt > 0)
    .limit(limit)
    .toArray();
}

export function countUnread(db: Database): Promise<number> {
  return db.matches.where({ readAt: 0 }).count();
}

export async function markRead(db: Database, ids: string[], now: number): Promise<void> {
  await db.matches
    .where("id")
    .anyOf(ids)
    .modify((match) => {
      match.readAt ||= now;
    });
}

/** Marks what was found up to then (epoch ms), so that nothing that arrived while the person looked is lost to them. */
export async function markAllRead(db: Database, foundUpTo: number, now: number): Promise<void> {
  await db.matches
    .where({ readAt: 0 })
    .filter(({ foundAt }) => foundAt <= foundUpTo)
    .modify({ readAt: now });
}

/** Removes matches read before that time (epoch ms). */
export async function forgetRead(db: Database, before: number): Promise<void> {
  await db.matches.where("readAt").between(1, before).delete();
}

function newestFirst(matches: Match[]): Match[] {
  return matches.sort((a, b) => b.foundAt - a.foundAt || a.id.localeCompare(b.id, undefined, { numeric: true }));
}
