import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { NotifyingState } from "../database/state-rows.ts";
import { readWatchlists } from "../lists/read-watchlists.ts";
import { readSettings } from "../lists/settings-store.ts";

/** Notes whether a notification came onto the screen, where the browser has said either. */
export async function noteShowing(db: Database, kind: "shown" | "handed-over" | "blocked", now: number): Promise<void> {
  if (kind !== "handed-over") await db.state.put({ name: "notifying", blocked: kind === "blocked", at: now });
}

/** Whether the person has asked for notifications (they are on, and a list that watches something notifies), and whether the last one was kept from the screen as far as the browser told. */
export async function readNotifying(db: ReadableDatabase): Promise<{ wanted: boolean; wasBlocked: boolean }> {
  const { notifications } = await readSettings(db);
  const lists = await readWatchlists(db);
  const row = (await db.state.get("notifying")) as NotifyingState | undefined;
  return { wanted: notifications && lists.some(({ mode, watches }) => mode === "notify" && watches.length > 0), wasBlocked: row?.blocked ?? false };
}
