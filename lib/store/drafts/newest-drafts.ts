import type { Draft } from "../../papers/draft.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

/** How many drafts are known, and those found last, newest first. */
export async function newestDrafts(db: ReadableDatabase, limit: number): Promise<{ count: number; newest: Draft[] }> {
  const drafts = await db.drafts.toArray();
  drafts.sort((a, b) => b.foundAt - a.foundAt || b.number - a.number || b.revision - a.revision);
  return { count: drafts.length, newest: drafts.slice(0, limit) };
}
