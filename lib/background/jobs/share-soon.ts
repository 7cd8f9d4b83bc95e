import type { Database } from "../../store/database/database.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import type { Engine } from "../../work/engine.ts";
import { SYNC_JOB } from "./sync.ts";

/** So that what is changed in one go is written in one go: browsers allow 120 writings a minute, 1,800 an hour. */
const GATHERED_MS = 10_000;

/** Asks for a run of sync a little later, where it is switched on; a row, so that it outlives this background. */
export async function shareSoon(db: Database, engine: Engine, wake: () => void): Promise<void> {
  if (!(await readSettings(db)).sync) return;
  await engine.enqueue({ ...SYNC_JOB, runAt: Date.now() + GATHERED_MS });
  wake();
}
