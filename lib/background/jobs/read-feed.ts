import { MAX_HEAD_BYTES, type ReadHead, readHead } from "../../feed/head.ts";
import { partName, partToRead, readPart } from "../../feed/part.ts";
import type { Network } from "../../net/ask.ts";
import { type FeedFile, fetchFeedFile } from "../../sources/feed.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { FeedRow, FeedTrouble } from "../../store/database/schema.ts";
import { newProbing, readProbing } from "../../store/drafts/probing-cycle.ts";
import { wantingVerified } from "../../store/feeds/claim.ts";
import { leftClaims, wantAgain } from "../../store/feeds/left-claims.ts";
import { noteFacts } from "../../store/feeds/note-facts.ts";
import { isDistrusted, newFeed, rowUnder, subscriptionsOf } from "../../store/feeds/read-feeds.ts";
import { withinBounds } from "../../store/feeds/within-bounds.ts";
import { countCheck } from "../../store/health/tally.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { READ_FEED } from "../../terms/work-names.ts";
import { isClosed, type Verdict } from "../../work/lanes/lane.ts";
import type { Hastener, Kind, Outcome, Tools } from "../../work/work.ts";
import { endingOf, verdictOn } from "./courses.ts";

const TABLES = ["feeds", "drafts", "draftTexts", "matches", "state", "log"] as const;
const FIRST_WAIT_MS = 15 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
/** At a random moment: where a host dies, all who read there turn to the next. */
const MIRROR_WITHIN_MS = 60_000;

/** The name of the job that reads that feed, and of its schedule. */
export function feedJob(folder: string): string {
  return `${READ_FEED} ${folder}`;
}

/** The host that is asked for what lies there. */
export function laneOf(folder: string): string {
  return new URL(folder).host;
}

export interface FeedTools {
  database: () => Promise<Database>;
  network: Network;
  random: () => number;
}

/**
 * Looks at the head of a feed, and reads the part that says what is new; all of a part is taken in with its events, or
 * nothing. Where its folder gives nothing, its mirrors are looked at, one after the other, each in a lane of its own.
 */
export function readFeed({ database, network, random }: FeedTools): Kind {
  return defineKind({
    parse: parsePlace,
    priority: 2,
    maxAttempts: 6,
    retry: { delayMs: 60_000, maxMs: 16 * 60_000 },
    tables: TABLES,
    async run({ folder, mirror }, job) {
      const db = await database();
      const settings = await readSettings(db);
      const subscription = subscriptionsOf(settings).find((one) => one.folder === folder);
      if (!subscription || !settings.drafts) return;
      const row = rowUnder(subscription, await db.feeds.get(folder)) ?? newFeed(folder, job.now());
      // As it is by then: what verifies its claims counts them in the meantime.
      const rowNow: RowNow = async (db) => rowUnder(subscription, await db.feeds.get(folder)) ?? row;
      const places = [folder, ...(await openMirrors(db, row, job.now()))];
      // A mirror that is none any more is the folder's own turn.
      const place = Math.max(0, places.indexOf(mirror ?? folder));
      const from = places[place] ?? folder;
      const fetchFile = (name: string, maxBytes: number) =>
        job.send((stop) => fetchFeedFile(network, { folder: from, name, maxBytes, stop }, job.now), verdictOf);
      const fail = (trouble: FeedTrouble) => failing({ row, rowNow }, trouble, { at: from, next: places[place + 1] }, job.now(), random);

      const sent = await fetchFile("head.json", MAX_HEAD_BYTES);
      if (sent.kind !== "file") return fail(troubleOf(sent));
      const read = await readHead(sent.bytes, { keys: subscription.keys, latest: row.latest }, job.now());
      if (!read.ok) return fail({ kind: read.refusal });
      const { head } = read;
      // Of one that is believed nothing more nothing is taken in either.
      const isTold = !isDistrusted(row) && (read.isNew || row.readAt === undefined);
      const part = isTold ? partToRead(head.parts, row.readAt) : undefined;
      // A sign of life alone: all that it says was read.
      const isRead = part !== undefined && part.sha256 === row.readPart;
      const left = read.isNew && isTold ? await leftClaims(db, folder, job.now()) : [];
      const askForLeft = (tools: Tools<Tables<"drafts">>) => wantAgain(left, folder, wantingVerified(tools, random), tools);
      if (!part || isRead)
        return {
          async commit(tools) {
            const { db, now } = tools;
            await db.feeds.put({ ...heard(await rowNow(db), read, now), ...(isRead && { readAt: head.at }) });
            await askForLeft(tools);
          },
        };
      const file = await fetchFile(partName(part), part.bytes);
      if (file.kind !== "file") return fail(troubleOf(file));
      const facts = await readPart(file.bytes, part, head);
      if (!facts.ok) return fail({ kind: facts.refusal });
      return {
        async commit(tools) {
          const { db, now } = tools;
          const before = await rowNow(db);
          // One that is begun anew is believed again.
          await db.feeds.put(before);
          const probing = (await readProbing(db)) ?? newProbing(now, random());
          const reading = { folder, readAt: before.readAt, settings, frontier: probing.frontier, random };
          const bounded = await withinBounds(facts.drafts, reading, db);
          const news = await noteFacts(bounded.facts, reading, tools);
          await askForLeft(tools);
          const isFirst = before.readAt === undefined;
          await db.feeds.put({
            ...heard(before, read, now),
            readAt: head.at,
            readPart: part.sha256,
            brought: before.brought + (isFirst ? 0 : news),
            // The same stand in many parts.
            odd: Math.max(before.odd, facts.odd),
            excess: Math.max(before.excess ?? 0, bounded.excess),
          });
          // What is there is known now: what this copy finds itself from here on is news.
          if (!probing.hasBaseline) await db.state.put({ ...probing, hasBaseline: true });
          if (!isFirst && news > 0) await countCheck(db, false, now, news);
        },
      };
    },
  });
}

/** Mirrors that can be asked soon: a turn that waited for another would keep the folder from its own. */
async function openMirrors(db: Database, { said }: FeedRow, now: number): Promise<string[]> {
  const mirrors = (said?.mirrors ?? []).filter((place) => URL.canParse(place));
  const lanes = await db.lanes.bulkGet(mirrors.map(laneOf));
  return mirrors.filter((_, at) => !isClosed(lanes[at]) && (lanes[at]?.nextAt ?? 0) <= now + MIRROR_WITHIN_MS);
}

function heard({ trouble: _, waitMs: __, ...row }: FeedRow, { head, payload, key }: Extract<ReadHead, { ok: true }>, now: number): FeedRow {
  const { at, expires, waitMinutes, share, publisher, mirrors } = head;
  return { ...row, latest: payload, key, said: { at, expires, waitMinutes, share, publisher, mirrors }, heardAt: now, failures: 0 };
}

type RowNow = (db: Tables<"feeds">) => Promise<FeedRow>;

function troubleOf(file: Exclude<FeedFile, { kind: "file" }>): FeedTrouble {
  return file.kind === "failed" ? { kind: "host", failure: file.failure } : { kind: file.kind };
}

/** The next mirror is looked at soon. Where there is none, the next look at the folder waits the longer, the more have failed; what is nobody's fault does not count. What was known stays. */
function failing(
  { row, rowNow }: { row: FeedRow; rowNow: RowNow },
  trouble: FeedTrouble,
  { at, next }: { at: string; next: string | undefined },
  now: number,
  random: () => number,
): Outcome<Tables<(typeof TABLES)[number]>> {
  const failure = trouble.kind === "host" ? trouble.failure : undefined;
  const isOurs = failure?.kind === "offline";
  if (next !== undefined && !isOurs) {
    const schedule = feedJob(row.folder);
    const request = {
      kind: READ_FEED,
      args: { folder: row.folder, mirror: next },
      key: schedule,
      schedule,
      lane: laneOf(next),
      runAt: now + Math.floor(random() * MIRROR_WITHIN_MS),
    };
    return {
      async commit({ db, enqueue }) {
        await db.feeds.put({ ...(await rowNow(db)), trouble });
        await enqueue(request);
      },
    };
  }
  const failures = row.failures + (isOurs ? 0 : 1);
  const waitMs = Math.floor(Math.min(2 ** Math.min(failures - 1, 20) * FIRST_WAIT_MS * (1 + random()), LONGEST_WAIT_MS));
  const hastenedBy: Hastener[] = ["person", "start", ...(failure?.kind === "unreachable" || failure?.kind === "timeout" ? (["network"] as const) : [])];
  return {
    // After the last mirror it is the folder's turn again, by the schedule.
    ...(isOurs
      ? endingOf(failure, true)
      : at === row.folder && { putOff: { kind: failure?.kind ?? trouble.kind, message: JSON.stringify(trouble), until: now + waitMs, hastenedBy } }),
    commit: async ({ db }) => void (await db.feeds.put({ ...(await rowNow(db)), failures, trouble, ...(!isOurs && { waitMs }) })),
  };
}

function verdictOf(file: FeedFile): Verdict {
  return file.kind === "failed" ? verdictOn(file.failure, file.retryAfterMs) : { kind: "ok" };
}

function parsePlace(args: unknown): { folder: string; mirror?: string } {
  const { folder, mirror } = (typeof args === "object" && args !== null ? args : {}) as { folder?: unknown; mirror?: unknown };
  if (typeof folder !== "string") throw new Error("It needs the folder of a feed.");
  return { folder, ...(typeof mirror === "string" && { mirror }) };
}
