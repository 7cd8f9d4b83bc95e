import { probeDrafts } from "../../../lib/background/jobs/probe-drafts.ts";
import { lockOwners } from "../../../lib/background/surroundings/owners.ts";
import { sleep } from "../../../lib/background/surroundings/sleep.ts";
import { createDatabase, type Database } from "../../../lib/store/database/database.ts";
import { openDatabase } from "../../../lib/store/database/open-database.ts";
import type { ProbingState } from "../../../lib/store/database/state-rows.ts";
import { newProbing, readProbing } from "../../../lib/store/drafts/probing-cycle.ts";
import { replaceIndex } from "../../../lib/store/index/replace-index.ts";
import type { Settings } from "../../../lib/terms/settings.ts";
import { DRAFT_HOST, PROBE_DRAFTS } from "../../../lib/terms/work-names.ts";
import { createEngine } from "../../../lib/work/engine.ts";
import type { WorkDatabase } from "../../../lib/work/rows.ts";
import { BARE } from "./bare-surroundings.ts";

const AT_ONCE = 20;
/** No pause, no limit: what is left is what our own code costs. */
const SETTINGS: Partial<Settings> = { draftPolicy: "sweep", asksAtOnce: AT_ONCE, askGapMs: 0, askJitterPercent: 0, draftsPerDay: 100_000 };

let clockOffset = 0;
let opened: Promise<Database> | undefined;
const database = () => {
  opened ??= openDatabase(createDatabase("probe"));
  return opened;
};
const now = () => Date.now() + clockOffset;
const network = { fetch: (...request: Parameters<typeof fetch>) => fetch(...request), isOnline: () => true };

const engine = createEngine(
  { database: () => database() as Promise<unknown> as Promise<WorkDatabase>, now, random: Math.random, sleep, owners: lockOwners() },
  { [PROBE_DRAFTS]: probeDrafts({ database, network, random: Math.random }) },
  {},
  {
    ...BARE,
    configuration: async () => ({ permits: 4, lanes: { [DRAFT_HOST]: { cap: AT_ONCE, gapMs: 0 } }, schedules: {} }),
  },
);

const bench = {
  /** An index from a file beside the worker, on that day. */
  async prepare(file: string, day: string): Promise<void> {
    clockOffset = Date.parse(`${day}T12:00:00Z`) - Date.now();
    const db = await database();
    await replaceIndex(db, await (await fetch(file)).json(), {}, now());
    await db.settings.bulkPut(Object.entries(SETTINGS).map(([name, value]) => ({ name, value }) as never));
    await engine.drain();
  },

  /** The first cycle from the wake to the sleep after it; gives ms, when it began (epoch ms) and how it ended. */
  async cycle(): Promise<{ ms: number; startedAt: number; last: ProbingState["last"] }> {
    const db = await database();
    await db.asked.clear();
    await db.lanes.update(DRAFT_HOST, { nextAt: 0, strikes: 0 });
    await db.state.put(newProbing(now(), 0));
    await engine.enqueue({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS });
    const startedAt = Date.now();
    const start = performance.now();
    await engine.drain();
    return { ms: performance.now() - start, startedAt, last: (await readProbing(db))?.last };
  },

  /** The same requests and nothing else: what the browser itself takes for them; gives ms. */
  async bare(urls: string[]): Promise<number> {
    const start = performance.now();
    let next = 0;
    const inTurn = async () => {
      for (let url = urls[next++]; url; url = urls[next++]) await fetch(url, { method: "HEAD", cache: "no-store", credentials: "omit", redirect: "manual" });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
    return performance.now() - start;
  },
};

export type ProbeBench = typeof bench;

Object.assign(globalThis, { bench });
