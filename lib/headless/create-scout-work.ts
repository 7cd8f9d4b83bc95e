import { checkIndex } from "../background/jobs/check-index.ts";
import { checkListing, type ListingReader } from "../background/jobs/check-listing.ts";
import { compareIndex } from "../background/jobs/compare-index.ts";
import { configurationOf } from "../background/jobs/configuration.ts";
import { noArguments } from "../background/jobs/no-arguments.ts";
import { probeDrafts } from "../background/jobs/probe-drafts.ts";
import { type PageReader, readDraft } from "../background/jobs/read-draft.ts";
import { TIDY, tidy } from "../background/jobs/tidy.ts";
import { sleep } from "../background/surroundings/sleep.ts";
import type { Network } from "../net/ask.ts";
import { TELL } from "../notify/tell-matches.ts";
import type { Database } from "../store/database/database.ts";
import { readSettings } from "../store/lists/settings-store.ts";
import type { SettingName, SettingValue } from "../terms/settings.ts";
import { CHECK_INDEX, CHECK_LISTING, COMPARE_INDEX, PROBE_DRAFTS, READ_DRAFT } from "../terms/work-names.ts";
import type { Surroundings } from "../work/drain.ts";
import { createEngine, type Engine } from "../work/engine.ts";
import type { WorkDatabase } from "../work/rows.ts";
import type { Kind } from "../work/work.ts";
import { CHECK_STATUSES, checkStatuses } from "./statuses/check-statuses.ts";
import { STATUS_HOST } from "./statuses/fetch-issues.ts";

/** What a scout asks more often than a person's copy: once for all, it may look each five minutes, and comes to nearly one request a second. With less than 21 minutes it would ask all the time, and be late with what is likely. */
export const SCOUT_SETTINGS: Partial<Record<SettingName, SettingValue>> = {
  pollMinutes: 10,
  probeMinutes: 5,
  quietBaseMinutes: 21,
  draftsPerDay: 100_000,
};

const STATUSES_MS = 30 * 60_000;
/** News of the log are published for 45 days. */
const KEEP_LOG_MS = 60 * 24 * 60 * 60_000;

/** What reads documents; a thread for PDF is the caller's. */
export interface ScoutReaders {
  page: PageReader;
  listing: ListingReader;
}

interface ScoutContext extends Pick<Surroundings, "onDue" | "onSliceEnd" | "onFault"> {
  network: Network;
  /** For what needs a token; absent where there is none, and nobody is asked. */
  statuses?: Network | undefined;
  readers: ScoutReaders;
}

/** PaperScout's work without a browser: the engine, kinds of jobs, policy and schedules of the extension, less what tells a person. */
export function createScoutWork(db: Database, { network, statuses, readers, ...around }: ScoutContext): Engine {
  const database = async () => db;
  const self = `scout ${crypto.randomUUID()}`;
  const kinds: Record<string, Kind> = {
    [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => false }),
    [COMPARE_INDEX]: compareIndex(database),
    [PROBE_DRAFTS]: probeDrafts({ database, network, random: Math.random }),
    [READ_DRAFT]: readDraft({ database, network, read: withoutWords(readers.page) }),
    [CHECK_LISTING]: checkListing({ database, network, read: readers.listing }),
    ...(statuses && { [CHECK_STATUSES]: checkStatuses({ database, network: statuses }) }),
    [TIDY]: tidy(
      database,
      (before) => engine.forgetJobs(before),
      (sure) => shortenLog(db, sure - KEEP_LOG_MS),
    ),
    // Everybody is told by the files that follow each slice.
    [TELL]: { parse: noArguments, run: async () => {} },
  };
  let isFirst = true;
  const engine: Engine = createEngine(
    {
      database: () => database() as Promise<unknown> as Promise<WorkDatabase>,
      now: Date.now,
      random: Math.random,
      sleep,
      // The state is this process's alone: whoever else holds a lease in it is dead.
      owners: { self: async () => self, alive: async () => new Set([self]) },
    },
    kinds,
    {},
    {
      ...around,
      places: () => ["background", "heavy"],
      onWorkElsewhere: async () => {},
      async isColdStart() {
        const was = isFirst;
        isFirst = false;
        return was;
      },
      async configuration() {
        const { schedules, lanes, ...rest } = await configurationOf(db);
        const all = { ...schedules, [CHECK_STATUSES]: { everyMs: STATUSES_MS, job: { kind: CHECK_STATUSES, key: CHECK_STATUSES } } };
        return {
          ...rest,
          lanes: { ...lanes, [STATUS_HOST]: { cap: 1, gapMs: (await readSettings(db)).askGapMs } },
          schedules: Object.fromEntries(Object.entries(all).filter(([kind]) => kind in kinds)),
        };
      },
    },
  );
  return engine;
}

/** The words of a page are for whoever watches for mentions; a feed has none, and thousands of drafts have many. */
function withoutWords(read: PageReader): PageReader {
  return async (...page) => {
    const reading = await read(...page);
    return reading.ok ? { ...reading, page: { ...reading.page, text: "" } } : reading;
  };
}

/** The whole state is written at each slice, and nobody looks back in its log: what is no longer published goes. */
function shortenLog(db: Database, before: number): Promise<number> {
  return db.log.filter(({ at }) => at < before).delete();
}
