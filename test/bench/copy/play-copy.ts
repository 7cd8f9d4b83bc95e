import { readFileSync } from "node:fs";
import { Dexie } from "dexie";
import { checkIndex } from "../../../lib/background/jobs/check-index.ts";
import { compareIndex } from "../../../lib/background/jobs/compare-index.ts";
import { configurationOf } from "../../../lib/background/jobs/configuration.ts";
import { noArguments } from "../../../lib/background/jobs/no-arguments.ts";
import { probeDrafts } from "../../../lib/background/jobs/probe-drafts.ts";
import { readFeed } from "../../../lib/background/jobs/read-feed.ts";
import { TIDY } from "../../../lib/background/jobs/tidy.ts";
import { verifyDraft } from "../../../lib/background/jobs/verify-draft.ts";
import type { DraftFact } from "../../../lib/feed/fact.ts";
import { createDatabase } from "../../../lib/store/database/database.ts";
import { openDatabase } from "../../../lib/store/database/open-database.ts";
import { writeSetting } from "../../../lib/store/lists/settings-store.ts";
import { matcher } from "../../../lib/store/matches/matcher.ts";
import { CHECK_INDEX, COMPARE_INDEX, PROBE_DRAFTS, READ_FEED, VERIFY_DRAFT, WATCH_OVER } from "../../../lib/terms/work-names.ts";
import type { WorkDatabase } from "../../../lib/work/rows.ts";
import type { Kind } from "../../../lib/work/work.ts";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { sharedDataOr } from "../../data.ts";
import { workOn } from "../../engine/work-on.ts";
import { feedOnHost } from "../../feed/feed-on-host.ts";
import { RICH } from "../../feed/sample-facts.ts";
import { watchList } from "../../store/watch-list.ts";
import { virtualClock } from "../../work/virtual-clock.ts";
import { feedBytes } from "../swarm/feed-bytes.ts";

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const BEGIN = Date.UTC(2026, 4, 18);
/** The browser's alarm is no sooner; and so long after its last event it stops the background. */
const SOONEST_MS = 30 * SECOND;
const IDLE_MS = 30 * SECOND;
/** An answer takes so long. */
const ANSWER_MS = 200;
/** Headers of an answer without a body. */
const HEADER_BYTES = 300;

export interface CopyDay {
  requests: number;
  bytes: number;
  byHost: Record<string, number>;
  awakeSeconds: number;
  wakes: number;
}

/** The second day of a copy as it is set at first: by itself, or with a feed to which drafts come evenly, the third of them one that is watched. */
export async function playCopy(feed: { waitMinutes: number; findsPerDay: number } | undefined): Promise<CopyDay> {
  const clock = virtualClock(BEGIN);
  const db = createDatabase(`copy ${feed?.waitMinutes}`);
  clock.watch(db as unknown as Dexie);
  await openDatabase(db);
  const random = seededRandom(1);
  await watchList(db, "notify", "P2300", "author:Noether");
  const host = await feedOnHost();
  const drafts: DraftFact[] = [];
  const size = await feedBytes(feed?.findsPerDay ?? 1);
  await host.publish(drafts, BEGIN, { expires: BEGIN + 3 * DAY, waitMinutes: feed?.waitMinutes ?? 15 });
  if (feed) await writeSetting(db, "feeds", host.address);

  const index = readFileSync(sharedDataOr("index.json", "index-2026-05-18.json"));
  const asked: { host: string; at: number; bytes: number }[] = [];
  let seen: unknown;
  async function fetch(url: string, init: RequestInit = {}): Promise<Response> {
    await clock.sleep(ANSWER_MS, new AbortController().signal, () => true);
    const note = (bytes: number) => asked.push({ host: new URL(url).host, at: clock.now(), bytes });
    if (url.startsWith(host.folder)) {
      const file = host.files.get(url);
      // The browser's cache asks whether it has changed.
      note(file === seen ? size.unchangedBytes : size.headerBytes + (url.endsWith("head.json") ? size.headBytes : size.partBytes));
      if (url.endsWith("head.json")) seen = file;
      return host.answer(url) ?? new Response(null, { status: 404 });
    }
    note(HEADER_BYTES);
    if (url.includes("wg21.link"))
      return new Headers(init.headers).has("if-none-match") ? new Response(null, { status: 304 }) : new Response(index, { headers: { etag: '"1"' } });
    const isThere = drafts.some(({ id }) => url.endsWith(`${id}.pdf`));
    return new Response(null, { status: isThere ? 200 : 404, headers: isThere ? { "content-type": "application/pdf", "content-length": "9000" } : {} });
  }
  const network = { fetch: fetch as typeof globalThis.fetch, isOnline: () => true };
  const database = async () => db;
  const idle: Kind = { parse: noArguments, run: async () => {} };
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds: {
      [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => false }),
      [COMPARE_INDEX]: compareIndex(database),
      [PROBE_DRAFTS]: probeDrafts({ database, network, random }),
      [READ_FEED]: readFeed({ database, network, random }),
      [VERIFY_DRAFT]: verifyDraft({ database, network, random }),
      [WATCH_OVER]: idle,
      [TIDY]: idle,
    },
    listeners: { matcher: matcher(random) },
    around: {
      async configuration() {
        const { schedules, ...rest } = await configurationOf(db);
        // The yearly listing is read once a day, with a feed and without.
        return { ...rest, schedules: Object.fromEntries(Object.entries(schedules).filter(([, { job }]) => job.kind !== "check-listing")) };
      },
    },
  });

  const awake: [from: number, to: number][] = [];
  const drain = async () => {
    const from = clock.now();
    await work.drain();
    awake.push([from, clock.now() + IDLE_MS]);
  };
  await drain();
  let finds = 0;
  while (work.due.at !== undefined && work.due.at < BEGIN + 2 * DAY) {
    clock.set(Math.max(work.due.at, clock.now() + SOONEST_MS));
    const due = feed ? Math.floor(((clock.now() - BEGIN) / DAY) * feed.findsPerDay) : 0;
    if (due > finds && feed) {
      for (; finds < due; finds++) drafts.push(findOf(finds, clock.now()));
      await host.publish(drafts, clock.now(), { expires: clock.now() + DAY, waitMinutes: feed.waitMinutes });
    }
    await drain();
  }
  db.close();
  await Dexie.delete(db.name);
  if (work.faults.length > 0) throw work.faults[0];

  const onDay = asked.filter(({ at }) => at >= BEGIN + DAY);
  const times = merged(awake.filter(([from]) => from >= BEGIN + DAY));
  return {
    requests: onDay.length,
    bytes: onDay.reduce((sum, { bytes }) => sum + bytes, 0),
    byHost: Object.fromEntries([...Map.groupBy(onDay, ({ host }) => host)].map(([name, all]) => [name, all.length])),
    awakeSeconds: times.reduce((sum, [from, to]) => sum + (to - from) / SECOND, 0),
    wakes: times.length,
  };
}

function findOf(place: number, at: number): DraftFact {
  const authors = place % 9 === 3 ? ["Emmy Noether"] : ["Kurt Gödel"];
  const files = [{ at, extension: ".pdf", modifiedAt: at, size: 9_000 }];
  return { id: `D${4300 + place}R0`, found: { at }, files, ...(RICH.page && { page: { ...RICH.page, at, authors } }) };
}

function merged(times: [from: number, to: number][]): [from: number, to: number][] {
  const all: [from: number, to: number][] = [];
  for (const [from, to] of times) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
