import type { ReadableDatabase } from "../database/readable-database.ts";
import type { MuteRow } from "../database/schema.ts";

/** The muted paper series, those muted last first. */
export async function readMutes(db: ReadableDatabase): Promise<MuteRow[]> {
  return (await db.mutes.toArray()).sort((a, b) => b.at - a.at || (a.series < b.series ? -1 : 1));
}
