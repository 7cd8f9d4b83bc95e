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
import type { Steps } from "./drain.ts";
import { ensureAlarm } from "./ensure-alarm.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The steps of a look, on this browser and its database. */
export function browserSteps(db: Database): Steps {
  return {
    async schedule() {
      const { pollMinutes } = await readSettings(db);
      await ensureAlarm(dueAt(await readCheck(db), pollMinutes), Date.now());
    },
    async tidy() {
      const { keepReadDays } = await readSettings(db);
      await db.state.delete("progress");
      await forgetRead(db, Date.now() - keepReadDays * DAY);
    },
    async tell() {
      await matchLog(db, Date.now());
      await renderBadge(db);
      await tellMatches(db, browserNotifier, await readSettings(db), translate, Date.now());
    },
    check: () =>
      checkIndex({
        db,
        network: { fetch: (...request) => fetch(...request), isOnline: () => navigator.onLine },
        mayAsk: () => browser.permissions.contains({ origins: [HOSTS.wg21Link] }),
        now: Date.now,
      }),
  };
}
