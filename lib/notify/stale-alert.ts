import type { Translate } from "../language/translate.ts";
import type { Database } from "../store/database/database.ts";
import { defineKind } from "../store/database/define-work.ts";
import type { ReadableDatabase } from "../store/database/readable-database.ts";
import { readProbing } from "../store/drafts/probing-cycle.ts";
import { readSharing } from "../store/feeds/read-feeds.ts";
import { readCheck } from "../store/health/check-state.ts";
import { readListingState } from "../store/index/replace-listing.ts";
import { readSettings } from "../store/lists/settings-store.ts";
import { CHECK_INDEX, CHECK_LISTING, PROBE_DRAFTS } from "../terms/work-names.ts";
import { isStale } from "../work/schedules/is-stale.ts";
import type { Kind } from "../work/work.ts";
import type { Notifier } from "./tell-matches.ts";
import { afterQuietHours } from "./when-to-tell.ts";

/** So often it must have failed: a computer that slept has not been able to check, and that is no fault. */
const TRIES = 3;
const DAY = 24 * 60 * 60_000;

/** Feeds that were slow to speak are no news; a computer that slept hears them soon. */
const SILENT_MS = 60 * 60_000;
const FEEDS = "stale:feeds";

/** Tells the person, once and again each day, that all feeds have fallen silent, or that checking has not succeeded for twice its interval although it was tried. */
export function staleAlert(database: () => Promise<Database>, notifier: Pick<Notifier, "show">, translate: Translate): Kind {
  return defineKind({
    parse: () => undefined,
    tables: ["effects"],
    async run(_, job) {
      const db = await database();
      const settings = await readSettings(db);
      const now = job.now();
      if (!settings.tellStale || !settings.notifications || afterQuietHours(now, settings) > now) return;
      const told: string[] = [];
      for (const { id, since } of await readStale(db, now)) {
        const key = `stale:${id}`;
        const { at = 0 } = (await db.effects.get(key)) ?? {};
        // Told today of this same failure; a time to come is of a clock that was set back.
        if (at >= since && at <= now && now - at < DAY) continue;
        const hours = Math.max(1, Math.floor((now - since) / (60 * 60_000)));
        await notifier.show(key, {
          title: translate("stale_title"),
          message: translate("stale_message", hours, [translate(NAMES[id]), hours]),
          ...(settings.silentNotifications && { silent: true }),
        });
        told.push(key);
      }
      const sharing = settings.drafts ? await readSharing(db, now) : undefined;
      if (sharing?.kind === "silent" && now - sharing.since > SILENT_MS) {
        const { at = 0 } = (await db.effects.get(FEEDS)) ?? {};
        if (at < sharing.since || at > now || now - at >= DAY) {
          const message = translate("shared_stale_message", [
            new Date(sharing.since).toLocaleString(translate("locale"), { dateStyle: "medium", timeStyle: "short" }),
          ]);
          await notifier.show(FEEDS, { title: translate("stale_title"), message, ...(settings.silentNotifications && { silent: true }) });
          told.push(FEEDS);
        }
      }
      return { commit: async ({ db, now: at }) => void (await db.effects.bulkPut(told.map((key) => ({ key, at })))) };
    },
  });
}

const NAMES = { [CHECK_INDEX]: "work_check_index", [PROBE_DRAFTS]: "work_probe_drafts", [CHECK_LISTING]: "work_check_listing" } as const;

/** The schedules that are overdue although they were tried, and since when. */
async function readStale(db: ReadableDatabase, now: number): Promise<{ id: keyof typeof NAMES; since: number }[]> {
  const tries = {
    [CHECK_INDEX]: (await readCheck(db)).attempts,
    [PROBE_DRAFTS]: (await readProbing(db))?.failures ?? 0,
    [CHECK_LISTING]: (await readListingState(db)).attempts,
  };
  const rows = await db.schedules.bulkGet(Object.keys(NAMES));
  return rows.flatMap((row) => {
    if (!row || !(row.id in NAMES) || !isStale(row, now)) return [];
    const id = row.id as keyof typeof NAMES;
    return tries[id] >= TRIES ? { id, since: row.lastDoneAt ?? row.since } : [];
  });
}
