import type { Translate } from "../language/translate.ts";
import type { Database } from "../store/database/database.ts";
import { readSettings } from "../store/lists/settings-store.ts";
import { noteShowing } from "../store/matches/notifying.ts";
import { type Showing, showNotification } from "./show-notification.ts";

export type TestedNotification = { kind: Showing } | { kind: "failed"; message: string };

/** Shows a notification that tells of nothing, whatever the settings are, and gives what became of it. */
export async function testNotification(db: Database, translate: Translate, now: number): Promise<TestedNotification> {
  const { silentNotifications: silent } = await readSettings(db);
  try {
    // A name of its own each time: one that is replaced may not come to the front again.
    const kind = await showNotification(`test:${now}`, { title: translate("test_title"), message: translate("test_message"), silent });
    await noteShowing(db, kind, now);
    return { kind };
  } catch (error) {
    console.warn("PaperScout:", error);
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
