import { browser } from "wxt/browser";
import { dueAt } from "../check-schedule.ts";
import { HOSTS } from "../hosts.ts";
import { browserNotifier } from "../notify/browser-notifier.ts";
import { renderBadge } from "../notify/render-badge.ts";
import { tellMatches } from "../notify/tell-matches.ts";
import { readCheck } from "../store/check-state.ts";
import type { Database } from "../store/database.ts";
import { matchLog } from "../store/match-log.ts";
import { forgetRead } from "../store/matches.ts";
import { readSettings } from "../store/settings-store.ts";
import { translate } from "../translate.ts";
import { checkIndex } from "./check-index.ts";
import { ensureAlarm } from "./ensure-alarm.ts";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Does all that is due: first what a killed background left half done, then the check and what follows from it.
 * The alarm is set before the work, so that there is a next look whatever happens to this one, and again after it.
 */
export async function drain(db: Database): Promise<void> {
  await scheduleNextLook(db);
  await db.state.delete("progress");
  await tellNews(db);
  const outcome = await checkIndex({
    db,
    network: { fetch: (...request) => fetch(...request), isOnline: () => navigator.onLine },
    mayAsk: () => browser.permissions.contains({ origins: [HOSTS.wg21Link] }),
    now: Date.now,
  });
  if (outcome) await tellNews(db);
  await scheduleNextLook(db);
}

async function scheduleNextLook(db: Database): Promise<void> {
  const { pollMinutes } = await readSettings(db);
  await ensureAlarm(dueAt(await readCheck(db), pollMinutes), Date.now());
}

async function tellNews(db: Database): Promise<void> {
  const settings = await readSettings(db);
  await matchLog(db, Date.now());
  await renderBadge(db);
  await tellMatches(db, browserNotifier, settings, translate, Date.now());
  await forgetRead(db, Date.now() - settings.keepReadDays * DAY);
}
