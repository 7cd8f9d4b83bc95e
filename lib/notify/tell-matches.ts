import type { Translate } from "../language/translate.ts";
import type { Database, Tables } from "../store/database/database.ts";
import { defineKind } from "../store/database/define-work.ts";
import { effectOf } from "../store/database/effects.ts";
import type { ReadableDatabase } from "../store/database/readable-database.ts";
import type { Match } from "../store/database/schema.ts";
import type { ProbingState } from "../store/database/state-rows.ts";
import { readSettings } from "../store/lists/settings-store.ts";
import { wishesOf } from "../store/matches/present-wishes.ts";
import { changedSections } from "../store/texts/changed-sections.ts";
import type { Kind } from "../work/work.ts";
import { composeNotification, type Notification, notificationId } from "./compose-notification.ts";
import { isStillWanted } from "./still-wanted.ts";
import { mayShowAt, mayTellAt, type TellingState } from "./when-to-tell.ts";

/** The kind of job that shows notifications. */
export const TELL = "tell";

/** The effect that holds when a notification was last shown: its matches may be untold again by then. */
const LAST_SHOWN = "shown";

export interface Notifier {
  /** Shows a notification; one of the same id is replaced. */
  show(id: string, notification: Notification): Promise<void>;
  /** The ids of those on the screen or in the system's list. */
  shown(): Promise<string[]>;
  /** Draws badge and title of the toolbar button. */
  renderBadge(): Promise<void>;
}

/**
 * Names one notification for all that may be told by now, shows what is named and not yet shown, and comes back for the
 * rest. If the background is killed before a showing is recorded, the same one is shown again under the same name, which
 * the browser takes for the same one, and the rest waits for the next. What nobody wants to be told of any more counts as told.
 */
export function tellMatches(database: () => Promise<Database>, notifier: Notifier, translate: Translate): Kind {
  return defineKind({
    parse: () => undefined,
    // A second beside the first would show the same notification once more.
    lock: TELL,
    priority: 5,
    maxAttempts: 8,
    retry: { delayMs: 5_000, maxMs: 10 * 60_000 },
    tables: ["matches", "effects"],
    async run(_, job) {
      const db = await database();
      await notifier.renderBadge();
      const settings = await readSettings(db);
      await dropUnwanted(db, job.now());
      const state = await readTellingState(db);
      const mayShow = () => mayShowAt(state, settings, job.now()) <= job.now();
      await nameUntold(db, (match) => mayShow() && mayTellAt(match, state, job.now()) <= job.now());
      const untold = await db.matches.where({ notifiedAt: 0 }).toArray();
      const groups = Map.groupBy(untold, ({ notification }) => notification);
      groups.delete("");
      const visible = groups.size > 0 ? await notifier.shown() : [];
      const shown: Match[] = [];
      for (const [id, matches] of groups) {
        if (!visible.includes(id)) {
          // It was named in its time, and could not be shown then.
          if (!mayShow()) continue;
          const changed = await changedSections(
            db,
            matches.map(({ id }) => id),
          );
          const notification = composeNotification(matches, settings.papersPerNotification, translate, changed);
          await notifier.show(id, settings.silentNotifications ? { ...notification, silent: true } : notification);
        }
        shown.push(...matches);
      }
      const later = untold.filter((match) => !shown.includes(match));
      return {
        async commit({ db, now, enqueue }) {
          await recordTold(db, shown, now);
          if (shown.length > 0) await db.effects.put({ key: LAST_SHOWN, at: now });
          if (later.length === 0) return;
          const next = mayShowAt(shown.length > 0 ? { ...state, lastShownAt: now } : state, settings, now);
          const ready = later.map((match) => (match.notification === "" ? mayTellAt(match, state, now) : now));
          await enqueue({ kind: TELL, key: TELL, runAt: Math.max(next, Math.min(...ready)) });
        },
      };
    },
  });
}

async function readTellingState(db: ReadableDatabase): Promise<TellingState> {
  const probing = (await db.state.get("probing")) as ProbingState | undefined;
  return { lastShownAt: (await db.effects.get(LAST_SHOWN))?.at ?? 0, cycleSince: probing?.running?.startedAt };
}

/** Notes that these were told. */
async function recordTold(db: Tables<"matches" | "effects">, told: Match[], now: number): Promise<void> {
  const names = new Map(told.map(({ id, notification }) => [id, notification]));
  await db.matches
    .where("id")
    .anyOf([...names.keys()])
    .modify((match) => {
      // What has changed since is untold again.
      if (match.notification === names.get(match.id)) match.notifiedAt ||= now;
    });
  await db.effects.bulkPut(told.map((match) => effectOf({ ...match, notifiedAt: now })));
}

/** Counts as told what was read, put off or muted before it could be told, and what nobody asks to be told of any more: the badge has it. */
async function dropUnwanted(db: Database, now: number): Promise<void> {
  await db.transaction("rw", [db.matches, db.effects, db.watchlists, db.watches, db.settings], async () => {
    const untold = await db.matches.where({ notifiedAt: 0 }).toArray();
    if (untold.length === 0) return;
    const wishes = wishesOf(await db.watchlists.toArray(), await db.watches.toArray());
    const settings = await readSettings(db);
    await recordTold(
      db,
      untold.filter((match) => !isStillWanted(match, wishes, settings)),
      now,
    );
  });
}

/** Gives every untold match that is ready the name of the notification for all of them, unless one that has been named is still to be shown. */
async function nameUntold(db: Database, isReady: (match: Match) => boolean): Promise<void> {
  await db.transaction("rw", [db.matches], async () => {
    const untold = await db.matches.where({ notifiedAt: 0 }).toArray();
    const ready = untold.filter(isReady);
    if (ready.length === 0 || untold.some(({ notification }) => notification !== "")) return;
    const notification = notificationId(ready);
    await db.matches.bulkPut(ready.map((match) => ({ ...match, notification })));
  });
}
