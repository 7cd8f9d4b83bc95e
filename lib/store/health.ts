import type { Database } from "./database.ts";
import type { CheckProgress, CheckState, IndexState } from "./schema.ts";

/** A check that has given no sign for this long was killed. */
const SILENT_MS = 60_000;

/** What the status line is drawn from. */
export interface Health {
  check?: CheckState;
  index?: IndexState;
  /** Absent unless a check is running. */
  progress?: CheckProgress;
}

export async function readHealth(db: Database, now: number): Promise<Health> {
  const health: Health = {};
  for (const row of await db.state.toArray()) {
    if (row.name === "check") health.check = row;
    else if (row.name === "index") health.index = row;
    else if (Math.abs(now - row.beatAt) < SILENT_MS) health.progress = row;
  }
  return health;
}
