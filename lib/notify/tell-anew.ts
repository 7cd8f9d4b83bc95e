import type { ReadableDatabase } from "../store/database/readable-database.ts";
import type { JobRequest } from "../work/rows.ts";
import { TELL } from "./tell-matches.ts";

/**
 * Asks for a look at what is still to be told, where there is any: lists or settings have changed, and from them follows when
 * that may be, and whether at all. What waits for a later time comes now. Gives whether it was asked for.
 */
export async function tellAnew(db: Pick<ReadableDatabase, "matches">, enqueue: (request: JobRequest) => Promise<unknown>): Promise<boolean> {
  if ((await db.matches.where({ notifiedAt: 0 }).count()) === 0) return false;
  await enqueue({ kind: TELL, key: TELL });
  return true;
}
