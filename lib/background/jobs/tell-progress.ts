import type { Database } from "../../store/database/database.ts";
import type { CheckPhase } from "../../store/database/state-rows.ts";

const PROGRESS_EVERY_MS = 250;

/** Writes the progress row, at most four times a second: a phase that is over sooner was not worth a write. */
export function progressTeller(db: Database, now: () => number) {
  let toldAt = now();
  return async (phase: CheckPhase, received?: number) => {
    if (now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now();
    await db.state.put({ name: "progress", phase, ...(received !== undefined && { received }), beatAt: now() });
  };
}
