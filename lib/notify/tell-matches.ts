import type { Settings } from "../settings.ts";
import type { Database } from "../store/database.ts";
import type { Match } from "../store/schema.ts";
import type { Translate } from "../translate.ts";
import { composeNotification, type Notification, notificationId } from "./compose-notification.ts";

export interface Notifier {
  /** Shows a notification; one of the same id is replaced. */
  show(id: string, notification: Notification): Promise<void>;
  /** The ids of those on the screen or in the system's list. */
  shown(): Promise<string[]>;
}

/**
 * Tells of all matches not told yet, in one notification. It is named, by what it tells of, before it is shown; if the
 * background is killed before the telling is recorded, the same notification is shown again under the same name, which
 * the browser takes for the same one. Gives the number of notifications shown.
 */
export async function tellMatches(db: Database, notifier: Notifier, settings: Settings, translate: Translate, now: number): Promise<number> {
  const groups = await nameUntold(db, settings.notifications, now);
  const visible = groups.size > 0 ? await notifier.shown() : [];
  let count = 0;
  for (const [id, matches] of groups) {
    if (!visible.includes(id)) {
      await notifier.show(id, composeNotification(matches, settings.papersPerNotification, translate));
      count++;
    }
    await db.matches.where({ notification: id }).modify((match) => {
      match.notifiedAt ||= now;
    });
  }
  return count;
}

/** Gives every untold match the name of its notification: the one it was to be told in when the background was killed, or one for all the others. */
function nameUntold(db: Database, wanted: boolean, now: number): Promise<Map<string, Match[]>> {
  return db.transaction("rw", [db.matches], async () => {
    const untold = await db.matches.where({ notifiedAt: 0 }).toArray();
    if (!wanted) {
      await db.matches.bulkPut(untold.map((match) => ({ ...match, notifiedAt: now })));
      return new Map();
    }
    const unnamed = untold.filter(({ notification }) => notification === "");
    const id = notificationId(unnamed);
    await db.matches.bulkPut(unnamed.map((match) => ({ ...match, notification: id })));
    return Map.groupBy(untold, ({ notification }) => notification || id);
  });
}
