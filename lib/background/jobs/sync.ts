import { tellAnew } from "../../notify/tell-anew.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { NEVER_SYNCED, readSync, takeIn } from "../../store/lists/take-in.ts";
import type { SyncItems } from "../../sync/item-size.ts";
import { type SyncTrouble, syncTrouble } from "../../sync/sync-trouble.ts";
import { SYNC } from "../../terms/work-names.ts";
import type { JobRequest } from "../../work/rows.ts";
import type { Kind, Outcome } from "../../work/work.ts";
import { noArguments } from "./no-arguments.ts";
import type { SyncStore } from "./sync-store.ts";

export interface SyncTools {
  database: () => Promise<Database>;
  store: SyncStore;
  /** Told when lists or settings here were changed. Never rejects. */
  onChanged: (db: Database) => Promise<void>;
}

const MINUTE = 60_000;
const TABLES = ["state", "matches"] as const;

/** A run of it: at most one waits, at most one is under way. */
export const SYNC_JOB: JobRequest = { kind: SYNC, key: SYNC, lock: SYNC };

/**
 * Takes in what other machines have written, and writes what they lack. Nothing has to be remembered between the two:
 * what was changed is found by comparing, so a run that was killed is made good by the next.
 */
export function sync({ database, store, onChanged }: SyncTools): Kind {
  return defineKind({
    parse: noArguments,
    maxAttempts: 6,
    retry: { delayMs: 2 * MINUTE, maxMs: 30 * MINUTE },
    tables: TABLES,
    async run(_, job) {
      const db = await database();
      if (!(await readSettings(db)).sync) return;
      let stored: SyncItems | undefined;
      let unread: SyncTrouble | undefined;
      try {
        stored = await store.read();
      } catch (error) {
        unread = syncTrouble(error, 0);
      }
      // Also while the store is out of reach: so what was changed here is noted by the clock of today.
      const { push, changes } = await takeIn(db, stored, job.now());
      if (changes > 0) await onChanged(db);
      const ended = (trouble?: SyncTrouble, bytes?: number) => endedWith({ trouble, bytes, changes });
      if (!push) return ended(unread ?? { kind: "newer-version" });
      if (push.kind === "too-large") return ended({ kind: "too-large", bytes: push.bytes });
      if (push.kind === "write") {
        try {
          // First, so that there is room for the rest. What is lost by being killed in between is still known here.
          if (push.remove.length > 0) await store.remove(push.remove);
          await store.write(push.set);
        } catch (error) {
          return ended(syncTrouble(error, push.bytes));
        }
      }
      return ended(undefined, push.bytes);
    },
  });
}

interface Ending {
  trouble: SyncTrouble | undefined;
  bytes: number | undefined;
  /** Of lists and settings here. */
  changes: number;
}

/** Only what may be better in a while is tried again; the rest waits for a change, or for the next of the regular runs. */
function endedWith({ trouble, bytes, changes }: Ending): Outcome<Tables<(typeof TABLES)[number]>> {
  const isWorthAnother = trouble?.kind === "too-often" || trouble?.kind === "unavailable";
  return {
    ...(trouble && isWorthAnother && { error: { kind: trouble.kind, message: trouble.kind === "unavailable" ? trouble.message : trouble.kind } }),
    async commit({ db, now, enqueue }) {
      const { trouble: _, ...before } = (await readSync(db)) ?? NEVER_SYNCED;
      await db.state.put({ ...before, ...(trouble ? { trouble } : { syncedAt: now }), ...(bytes !== undefined && { bytes }) });
      if (changes > 0) await tellAnew(db, enqueue);
    },
  };
}
