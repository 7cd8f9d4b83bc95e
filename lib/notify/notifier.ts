import type { Database } from "../store/database.ts";
import type { LogRow } from "../store/schema.ts";
import { readSettings } from "../store/settings-store.ts";
import { defineListener, type Listener } from "../work/work.ts";
import { nameUntold, TELL } from "./tell-matches.ts";

/** Asks for the telling of matches when all that was logged with them has been matched, so that they share one notification. */
export function notifier(): Listener {
  return defineListener<LogRow>({
    tables: ["matches", "settings", "effects"],
    priority: 1,
    after: "matcher",
    async apply(events, { db: work, now, enqueue }) {
      if (!events.some(({ kind }) => kind === "matches-found")) return;
      const db = work as unknown as Database;
      await nameUntold(db, (await readSettings(db)).notifications, now);
      await enqueue({ kind: TELL, key: TELL });
    },
  });
}
