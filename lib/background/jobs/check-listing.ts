import type { Network } from "../../net/ask.ts";
import type { Listing, ListingFailure } from "../../sources/open-std/read-listing.ts";
import { type FetchedListing, fetchListing, yearsToAsk } from "../../sources/open-std.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { countCheck } from "../../store/health/tally.ts";
import { readListingState, replaceListing } from "../../store/index/replace-listing.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import type { CheckFailure, CheckOutcome } from "../../terms/check-outcome.ts";
import { isFailure } from "../../terms/check-outcome.ts";
import { LISTING_HOST } from "../../terms/work-names.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { Kind, RunningJob, Tools } from "../../work/work.ts";
import { endingOf, verdictOn } from "./courses.ts";
import { noArguments } from "./no-arguments.ts";

/** The listing of a full year has some 600 kB. */
const MAX_MEGABYTES = 16;
const MINUTE = 60_000;

export interface ListingTools {
  database: () => Promise<Database>;
  network: Network;
  read: ListingReader;
}

/** As readListing of lib/sources/open-std; "interrupted" where it could not be loaded. */
export type ListingReader = (bytes: Uint8Array, contentType: string, year: number) => Promise<Listing | { failure: ListingFailure | { kind: "interrupted" } }>;

const TABLES = ["listed", "shelves", "state", "log"] as const;

/** What one year's listing gave. */
interface YearRead {
  outcome?: CheckFailure | { kind: "unchanged" };
  record?: (tools: Tools<Tables<(typeof TABLES)[number]>>) => Promise<CheckOutcome>;
}

/** Reads the yearly listing of open-std.org, in January last year's too: what the index does not say of its papers, and papers that it lacks. */
export function checkListing({ database, network, read }: ListingTools): Kind {
  return defineKind({
    parse: noArguments,
    // Reading the page takes code that the background need not carry.
    place: "heavy",
    lane: LISTING_HOST,
    maxAttempts: 4,
    retry: { delayMs: 10 * MINUTE, maxMs: 120 * MINUTE },
    tables: TABLES,
    async run(_, job) {
      const db = await database();
      if (!(await readSettings(db)).openStd) return;
      const years: YearRead[] = [];
      for (const year of yearsToAsk(job.now())) years.push(await readYear(db, { network, read }, job, year));
      const failure = years.map(({ outcome }) => outcome).find((outcome) => outcome !== undefined && isFailure(outcome));
      return {
        ...(failure && endingOf(failure, true)),
        async commit(tools) {
          const outcomes: CheckOutcome[] = [];
          for (const { outcome, record } of years) outcomes.push(outcome ?? (record ? await record(tools) : { kind: "unchanged" }));
          await noteListingChecked(tools.db, outcomes, tools.now);
        },
      };
    },
    async onPutOff({ kind }, { db, now }) {
      if (kind === "not-allowed") await noteListingChecked(db, [{ kind }], now);
    },
  });
}

async function readYear(db: Database, { network, read }: Pick<ListingTools, "network" | "read">, job: RunningJob, year: number): Promise<YearRead> {
  const known = (await readListingState(db)).years[year];
  const fetched = await job.send((stop) => fetchListing(network, { year, known: known ?? {}, maxMegabytes: MAX_MEGABYTES, stop }, job.now), verdictOf);
  // Until its first paper a year may have no listing at all.
  if (fetched.kind === "failed") return { outcome: fetched.failure.kind === "not-found" && !known ? { kind: "unchanged" } : fetched.failure };
  if (fetched.kind === "unchanged") return { outcome: { kind: "unchanged" } };
  const listing = await read(fetched.body, fetched.contentType, year);
  if ("failure" in listing) {
    // A year begins with an empty table.
    return { outcome: listing.failure.kind === "no-papers" && !known ? { kind: "unchanged" } : listing.failure };
  }
  const { etag, lastModified } = fetched;
  const headers = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  return { record: ({ db, now }) => replaceListing(db, { year, papers: listing.papers, headers }, now) };
}

async function noteListingChecked(db: Tables<"state">, outcomes: CheckOutcome[], now: number): Promise<void> {
  const state = await readListingState(db);
  const outcome = outcomes.find(isFailure) ?? outcomes[0];
  const isGood = outcome !== undefined && !isFailure(outcome);
  await db.state.put({
    ...state,
    ...(outcome && { outcome }),
    attempts: isGood ? 0 : state.attempts + 1,
    lastTriedAt: now,
    ...(isGood && { lastSuccessAt: now }),
  });
  await countCheck(db, !isGood, now);
}

function verdictOf(answer: FetchedListing): Verdict {
  return answer.kind === "failed" ? verdictOn(answer.failure, answer.retryAfterMs) : { kind: "ok" };
}
