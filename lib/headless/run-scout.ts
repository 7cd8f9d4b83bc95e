import { join } from "node:path";
import { canonicalText } from "../feed/canonical.ts";
import type { FeedHead } from "../feed/head.ts";
import { knownBy, publication } from "../feed/published/publication.ts";
import type { Signer } from "../feed/signature.ts";
import { subscriptionAddress } from "../feed/subscription.ts";
import type { Network } from "../net/ask.ts";
import { digestOf } from "../papers/text/digest.ts";
import { newProbing } from "../store/drafts/probing-cycle.ts";
import type { SettingName, SettingValue } from "../terms/settings.ts";
import { CHECK_INDEX, CHECK_LISTING, PROBE_DRAFTS } from "../terms/work-names.ts";
import { createScoutWork, SCOUT_SETTINGS, type ScoutReaders } from "./create-scout-work.ts";
import { type Health, readHealth, troubleOf } from "./health.ts";
import { readKnown } from "./known-facts.ts";
import { copyDatabase, memoryDatabase } from "./memory-database.ts";
import { putInPlace } from "./put-in-place.ts";
import { NOTHING_PUBLISHED, type Published, readState, writeState } from "./state-file.ts";
import { CHECK_STATUSES } from "./statuses/check-statuses.ts";
import { sweepBeside } from "./sweep-beside.ts";
import { takeBack } from "./take-back.ts";
import { writeWhole } from "./write-whole.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Where there is nothing new the head is written all the same, so that readers know that somebody is there. */
const SIGN_OF_LIFE_MS = 3 * HOUR;
/** Two signs of life may fail to come before silence is suspicious. */
const EXPIRES_AFTER_MS = 8 * HOUR;
const SHORTEST_SLEEP_MS = 1_000;
const LONGEST_SLEEP_MS = 5 * MINUTE;

export interface ScoutPlan extends Pick<FeedHead, "publisher" | "waitMinutes" | "share" | "mirrors"> {
  to: string;
  state: string;
  signer: Signer;
  /** Where the folder can be read: "https://scout.example/paperscout/". */
  url?: string | undefined;
  once: boolean;
  network: Network;
  /** For where papers stand, with a token; absent where there is none. */
  statuses?: Network | undefined;
  readers: ScoutReaders;
  settings?: Partial<Record<SettingName, SettingValue>>;
  tell: (news: ScoutNews) => void;
}

/** What a scout says while it runs. */
export type ScoutNews =
  | { kind: "begun"; drafts: number }
  | { kind: "damaged"; keptAs: string; drafts: number }
  | { kind: "published"; seq: number; drafts: number; health: Health }
  | { kind: "trouble"; message: string };

export interface Scout {
  /** Resolves when it has ended, with how it is then. */
  ended: Promise<Health>;
  /** Ends the slice as a shutdown would; what was learnt is written. */
  stop: () => void;
}

/** Runs a scout on a state that is its own until it ends (holdLock). What was learnt is stored first, and published then. */
export async function runScout(plan: ScoutPlan): Promise<Scout> {
  const startedAt = Date.now();
  await sweepBeside(plan.state, startedAt);
  const read = await readState(plan.state);
  const db = await memoryDatabase(read.kind === "state" ? read.state.database : undefined);
  // Whatever became of the state, what readers were told is known.
  const { drafts, seq } = await takeBack(db, plan.to, plan.signer.key, startedAt);
  // The first look was before: what comes now is news.
  if (read.kind !== "state" && drafts > 0) await db.state.put({ ...newProbing(startedAt, Math.random()), hasBaseline: true });
  if (read.kind === "damaged") plan.tell({ kind: "damaged", keptAs: read.keptAs, drafts });
  // Whether the files came to their place before it ended, nobody knows: the first slice publishes.
  const before = read.kind === "state" ? read.state.published : NOTHING_PUBLISHED;
  let published: Published = { ...before, at: 0, seq: Math.max(seq, before.seq) };
  await db.settings.bulkPut(Object.entries({ ...SCOUT_SETTINGS, ...plan.settings }).map(([name, value]) => ({ name: name as SettingName, value })));
  plan.tell({ kind: "begun", drafts: await db.drafts.count() });

  let dueAt: number | undefined;
  let trouble: { message: string; kind: Health["trouble"] } | undefined;
  let isStopped = false;
  let wake = () => {};
  const troubled = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    // The same again is no news.
    if (message !== trouble?.message) plan.tell({ kind: "trouble", message });
    trouble = { message, kind: troubleOf(error) };
  };

  async function store(): Promise<void> {
    const now = Date.now();
    // What waits for its time is news when that has come.
    const known = knownBy(await readKnown(db), now);
    const digest = digestOf([canonicalText({ ...known, learntAt: [] })]);
    const isDue = digest !== published.digest || now - published.at >= SIGN_OF_LIFE_MS || now < published.at;
    const newsAt = digest === published.digest && published.newsAt !== undefined && published.newsAt <= now ? published.newsAt : now;
    // Where one was published that this state does not know of, nobody knows when the first was.
    const since = published.firstAt ?? (published.seq === 0 ? now : undefined);
    const firstAt = since === undefined ? {} : { firstAt: since };
    const about = {
      newsAt,
      ...firstAt,
      publisher: plan.publisher,
      ...(plan.url !== undefined && { folder: plan.url, subscription: subscriptionAddress({ folder: plan.url, keys: [plan.signer.key] }) }),
      at: now,
      expires: now + EXPIRES_AFTER_MS,
      waitMinutes: plan.waitMinutes,
      share: plan.share,
      mirrors: plan.mirrors,
    };
    const next = isDue ? await publication(known, about, published.seq, plan.signer) : undefined;
    const after = next ? { seq: next.seq, at: now, digest, newsAt, ...firstAt } : published;
    await writeState(plan.state, { database: await copyDatabase(db), published: after });
    if (next) {
      // The number is used up, whatever becomes of the files; that they came to their place is what the digest says.
      published = { ...published, seq: next.seq, ...firstAt };
      await putInPlace(plan.to, next.files, now);
      published = after;
    }
    trouble = undefined;
    await tellHealth(next !== undefined);
  }

  async function tellHealth(isPublished: boolean): Promise<void> {
    const health = await readHealth(db, published, startedAt, Date.now(), trouble?.kind);
    await writeWhole(join(plan.to, "health.json"), `${JSON.stringify(health)}\n`);
    if (isPublished) plan.tell({ kind: "published", seq: published.seq, drafts: health.drafts, health });
  }

  const engine = createScoutWork(db, {
    network: plan.network,
    statuses: plan.statuses,
    readers: plan.readers,
    onDue: async (at) => {
      dueAt = at;
    },
    onSliceEnd: async () => {
      await store().catch(async (error) => {
        troubled(error);
        await tellHealth(false).catch(() => {});
      });
    },
    onFault: troubled,
  });

  /** One after the other: which drafts there can be follows from the index. */
  async function workOnce(): Promise<void> {
    for (const schedule of [CHECK_INDEX, CHECK_LISTING, PROBE_DRAFTS, ...(plan.statuses ? [CHECK_STATUSES] : [])]) {
      if (isStopped) return;
      await engine.runNow(schedule);
      await engine.drain().catch(troubled);
    }
  }

  async function workOn(): Promise<void> {
    while (!isStopped) {
      await engine.drain().catch(troubled);
      if (isStopped) return;
      const ms = Math.min(Math.max((dueAt ?? Number.POSITIVE_INFINITY) - Date.now(), SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const working = plan.once ? workOnce() : workOn();
  return {
    ended: working.then(() => readHealth(db, published, startedAt, Date.now(), trouble?.kind)).finally(() => db.close()),
    stop() {
      isStopped = true;
      engine.stop();
      wake();
    },
  };
}
