import type { Database } from "../store/database.ts";
import { effectOf } from "../store/effects.ts";
import type { Match } from "../store/schema.ts";
import { readSettings } from "../store/settings-store.ts";
import type { Translate } from "../translate.ts";
import { defineKind, type Kind } from "../work/work.ts";
import { composeNotification, type Notification, notificationId } from "./compose-notification.ts";

/** The kind of job that shows notifications. */
export const TELL = "tell";

export interface Notifier {
  /** Shows a notification; one of the same id is replaced. */
  show(id: string, notification: Notification): Promise<void>;
  /** The ids of those on the screen or in the system's list. */
  shown(): Promise<string[]>;
  /** Draws badge and title of the toolbar button. */
  renderBadge(): Promise<void>;
}

/**
 * Shows each notification that was named and not yet shown. If the background is killed before that is recorded, the same
 * one is shown again under the same name, which the browser takes for the same one.
 */
export function tellMatches(database: () => Promise<Database>, notifier: Notifier, translate: Translate): Kind {
  return defineKind<undefined>({
    parse: () => undefined,
    priority: 5,
    maxAttempts: 8,
    retry: { wait: "exponential", delayMs: 5_000, maxMs: 10 * 60_000 },
    tables: ["matches", "effects"],
    async run() {
      const db = await database();
      await notifier.renderBadge();
      const untold = (await db.matches.where({ notifiedAt: 0 }).toArray()).filter(({ notification }) => notification !== "");
      const { papersPerNotification } = await readSettings(db);
      const groups = Map.groupBy(untold, ({ notification }) => notification);
      const visible = groups.size > 0 ? await notifier.shown() : [];
      for (const [id, matches] of groups) {
        if (!visible.includes(id)) await notifier.show(id, composeNotification(matches, papersPerNotification, translate));
      }
      return { commit: ({ now }) => recordTold(db, untold, now) };
    },
  });
}

/** Notes that these were told. */
async function recordTold(db: Database, told: Match[], now: number): Promise<void> {
  const ids = told.map(({ id }) => id);
  await db.matches
    .where("id")
    .anyOf(ids)
    .modify((match) => {
      match.notifiedAt ||= now;
    });
  await db.effects.bulkPut(ids.map((id) => effectOf({ id, notifiedAt: now })));
}

/** Gives every untold match the name of its notification: the one it was to be told in already, or one for all the others. Joins the caller's transaction. */
export async function nameUntold(db: Database, wanted: boolean, now: number): Promise<void> {
  const untold = await db.matches.where({ notifiedAt: 0 }).toArray();
  if (!wanted) {
    await recordTold(db, untold, now);
    return;
  }
  const unnamed = untold.filter(({ notification }) => notification === "");
  const notification = notificationId(unnamed);
  await db.matches.bulkPut(unnamed.map((match) => ({ ...match, notification })));
}
