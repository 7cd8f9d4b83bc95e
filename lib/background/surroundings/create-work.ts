import { translate } from "../../language/translate.ts";
import { heldTo } from "../../net/held-to.ts";
import { browserNotifier } from "../../notify/browser-notifier.ts";
import { notifier } from "../../notify/notifier.ts";
import { staleAlert } from "../../notify/stale-alert.ts";
import { TELL, tellMatches } from "../../notify/tell-matches.ts";
import { saveListMirror } from "../../store/backup/list-mirror.ts";
import type { Database } from "../../store/database/database.ts";
import { history, matcher } from "../../store/matches/matcher.ts";
import { HOST_OF, isFeedAddress, isNamedHost } from "../../terms/hosts.ts";
import {
  CHECK_INDEX,
  CHECK_LISTING,
  COMPARE_INDEX,
  COMPARE_REVISION,
  PROBE_DRAFTS,
  READ_DOCUMENT,
  READ_DRAFT,
  READ_FEED,
  READ_REVISIONS,
  READER,
  SYNC,
  VERIFY_DRAFT,
  WATCH_OVER,
} from "../../terms/work-names.ts";
import type { Surroundings } from "../../work/drain.ts";
import { createEngine, type Engine } from "../../work/engine.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import type { PutOff } from "../../work/work.ts";
import { compareRevision, type TextSummariser } from "../documents/compare-revision.ts";
import { readDocument, type TextReader } from "../documents/read-document.ts";
import { readRevisions } from "../documents/read-revisions.ts";
import { reader } from "../documents/reader.ts";
import { checkIndex } from "../jobs/check-index.ts";
import { checkListing, type ListingReader } from "../jobs/check-listing.ts";
import { compareIndex } from "../jobs/compare-index.ts";
import { configurationOf } from "../jobs/configuration.ts";
import { probeDrafts } from "../jobs/probe-drafts.ts";
import { NO_READER, type PageReader, readDraft } from "../jobs/read-draft.ts";
import { readFeed } from "../jobs/read-feed.ts";
import { sync } from "../jobs/sync.ts";
import { browserSyncStore } from "../jobs/sync-store.ts";
import { TIDY, tidy } from "../jobs/tidy.ts";
import { verifyDraft } from "../jobs/verify-draft.ts";
import { lockOwners } from "./owners.ts";
import { sleep } from "./sleep.ts";

const HOUR = 60 * 60_000;

/** Loads what reads documents: half of all the code, and only the context that does heavy work needs it. */
export type Readers = () => Promise<typeof import("./document-readers.ts")>;

/** Where the work is done: what its engine has to know, and what its jobs need there. */
interface Context extends Omit<Surroundings, "configuration"> {
  readers: Readers;
  /** Whether the person lets us ask the hosts that this pattern of the manifest names. */
  mayAsk: (origin: string) => Promise<boolean>;
}

/** PaperScout's work, in whichever context of the browser: what there is to do, who hears of what, and when it comes back. */
export function createWork(database: () => Promise<Database>, { mayAsk, readers, ...around }: Context): Engine {
  const hindrance = async (host: string): Promise<PutOff | undefined> => {
    const pattern = HOST_OF[host];
    return pattern === undefined || (await mayAsk(pattern)) ? undefined : notAllowed(host, Date.now());
  };
  const world = {
    database: () => database() as Promise<unknown> as Promise<WorkDatabase>,
    now: Date.now,
    random: Math.random,
    sleep,
    owners: lockOwners(),
    hindrance,
  };
  const isOnline = () => navigator.onLine;
  const network = { fetch: heldTo(isNamedHost), isOnline };
  const feedNetwork = { fetch: heldTo(isFeedAddress), isOnline };
  const readDraftPage: PageReader = (...page) =>
    readers().then(
      (readers) => readers.readDraftPage(...page),
      () => ({ ok: false, problem: NO_READER }),
    );
  const readListingPage: ListingReader = (...page) =>
    readers().then(
      (readers) => readers.readListing(...page),
      () => ({ failure: { kind: "interrupted" } }),
    );
  const readDocumentText: TextReader = (...document) =>
    readers().then(
      (readers) => readers.readDocumentText(...document),
      () => ({ ok: false, problem: NO_READER }),
    );
  const summarise: TextSummariser = (...texts) =>
    readers().then(
      (readers) => readers.summariseTexts(...texts),
      () => undefined,
    );
  const shows = browserNotifier(database);
  const engine: Engine = createEngine(
    world,
    {
      [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => !around.places().includes("heavy") }),
      [COMPARE_INDEX]: compareIndex(database),
      [PROBE_DRAFTS]: probeDrafts({ database, network, random: Math.random }),
      [READ_FEED]: readFeed({ database, network: feedNetwork, random: Math.random }),
      [VERIFY_DRAFT]: verifyDraft({ database, network }),
      [READ_DRAFT]: readDraft({ database, network, read: readDraftPage }),
      [READ_DOCUMENT]: readDocument({ database, network, read: readDocumentText }),
      [COMPARE_REVISION]: compareRevision(database, summarise),
      [READ_REVISIONS]: readRevisions(database),
      [CHECK_LISTING]: checkListing({ database, network, read: readListingPage }),
      [TELL]: tellMatches(database, shows, translate),
      [WATCH_OVER]: staleAlert(database, shows, translate),
      [SYNC]: sync({
        database,
        store: browserSyncStore,
        async onChanged(db) {
          await saveListMirror(db, Date.now()).catch((error) => console.warn("PaperScout:", error));
          // What came from elsewhere may be a setting that the work goes by.
          void engine.drain().catch(around.onFault);
        },
      }),
      [TIDY]: tidy(database, (before) => engine.forgetJobs(before)),
    },
    { matcher: matcher(), notifier: notifier(), [READER]: reader(), history: history() },
    { ...around, configuration: async () => configurationOf(await database()) },
  );
  return engine;
}

/** A permission that comes back is told by the browser, and looked for now and then. */
function notAllowed(host: string, now: number): PutOff {
  return { kind: "not-allowed", message: host, until: now + HOUR, hastenedBy: ["permission", "person", "start"] };
}
