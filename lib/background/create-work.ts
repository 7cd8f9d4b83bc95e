import { browser } from "wxt/browser";
import { CHECK_INDEX, COMPARE_INDEX, INDEX_HOST } from "../check-index-names.ts";
import { HOSTS } from "../hosts.ts";
import { browserNotifier } from "../notify/browser-notifier.ts";
import { notifier } from "../notify/notifier.ts";
import { TELL, tellMatches } from "../notify/tell-matches.ts";
import type { Database } from "../store/database.ts";
import { history, matcher } from "../store/matcher.ts";
import { readSettings } from "../store/settings-store.ts";
import { translate } from "../translate.ts";
import type { Surroundings } from "../work/drain.ts";
import { createEngine, type Engine } from "../work/engine.ts";
import type { WorkDatabase } from "../work/rows.ts";
import type { Configuration } from "../work/work.ts";
import { checkIndex } from "./check-index.ts";
import { compareIndex } from "./compare-index.ts";
import { lockOwners } from "./owners.ts";
import { sleep } from "./sleep.ts";
import { TIDY, tidy } from "./tidy.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** PaperScout's work, in whichever context of the browser: what there is to do, who hears of what, and when it comes back. */
export function createWork(database: () => Promise<Database>, around: Omit<Surroundings, "configuration">): Engine {
  const world = { database: () => database() as Promise<unknown> as Promise<WorkDatabase>, now: Date.now, random: Math.random, sleep, owners: lockOwners() };
  const network = { fetch: (...request: Parameters<typeof fetch>) => fetch(...request), isOnline: () => navigator.onLine };
  const mayAsk = () => browser.permissions.contains({ origins: [HOSTS.wg21Link] });
  const engine: Engine = createEngine(
    world,
    {
      [CHECK_INDEX]: checkIndex({ database, network, mayAsk, handsOver: () => !around.places().includes("heavy") }),
      [COMPARE_INDEX]: compareIndex(database),
      [TELL]: tellMatches(database, browserNotifier(database), translate),
      [TIDY]: tidy(database, (before) => engine.forgetJobs(before)),
    },
    { matcher: matcher(), notifier: notifier(), history: history() },
    { ...around, configuration: async () => configurationOf(await database()) },
  );
  return engine;
}

async function configurationOf(db: Database): Promise<Configuration> {
  const { pollMinutes, jobsAtOnce } = await readSettings(db);
  return {
    permits: jobsAtOnce,
    lanes: { [INDEX_HOST]: { cap: 1, gapMs: 1_000 } },
    schedules: {
      [CHECK_INDEX]: { everyMs: pollMinutes * MINUTE, job: { kind: CHECK_INDEX, key: CHECK_INDEX } },
      [TIDY]: { everyMs: DAY, job: { kind: TIDY, key: TIDY } },
    },
  };
}
