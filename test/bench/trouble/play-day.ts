import { Dexie } from "dexie";
import { checkIndex } from "../../../lib/background/jobs/check-index.ts";
import { compareIndex } from "../../../lib/background/jobs/compare-index.ts";
import { probeDrafts } from "../../../lib/background/jobs/probe-drafts.ts";
import type { Network } from "../../../lib/net/ask.ts";
import { createDatabase, type Database } from "../../../lib/store/database/database.ts";
import { openDatabase } from "../../../lib/store/database/open-database.ts";
import { CHECK_INDEX, COMPARE_INDEX, DRAFT_HOST, INDEX_HOST, PROBE_DRAFTS } from "../../../lib/terms/work-names.ts";
import type { WorkDatabase } from "../../../lib/work/rows.ts";
import { workOn } from "../../engine/work-on.ts";
import { indexOf } from "../../store/index-of.ts";
import { virtualClock } from "../../work/virtual-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BEGIN = Date.UTC(2026, 10, 22, 12);
/** The browser's alarm is no sooner. */
const SOONEST_MS = 30_000;
const ASKED_FOR_S = 600;

export const TROUBLES = [
  "304",
  "401",
  "403",
  "404",
  "429",
  "500",
  "503",
  "too large",
  "html",
  "hang",
  "reset",
  "one host resets",
  "offline",
  "disk full",
] as const;
export type Trouble = (typeof TROUBLES)[number] | "good";
export const HOSTS_IN_TROUBLE = [INDEX_HOST, DRAFT_HOST] as const;

interface Asked {
  requests: number;
  megabytes: number;
  /** From the end of the trouble to the next request that reaches the host; undefined where there was none for a day. */
  againAfterMs?: number;
}

/** Plays a day on which the hosts, or the way to them, are in that trouble, after an hour in which all is well. Requests that never leave this machine are not counted. */
export async function playDay(trouble: Trouble, hours: number): Promise<Record<(typeof HOSTS_IN_TROUBLE)[number], Asked>> {
  const clock = virtualClock(BEGIN);
  const db = createDatabase(`trouble ${trouble}`);
  clock.watch(db as unknown as Dexie);
  const [from, to] = [BEGIN + HOUR, BEGIN + HOUR + hours * HOUR];
  const isIn = () => trouble !== "good" && clock.now() >= from && clock.now() < to;
  refuseWhile(db, () => trouble === "disk full" && isIn());
  await openDatabase(db);
  const asked: { host: string; at: number; bytes: number }[] = [];
  const network = networkOf(trouble, isIn, (host, bytes) => asked.push({ host, at: clock.now(), bytes }), clock.sleep);
  const database = async () => db;
  const kinds = {
    [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => true }),
    [COMPARE_INDEX]: compareIndex(database),
    [PROBE_DRAFTS]: probeDrafts({ database, network, random: () => 0.3 }),
  };
  const every = (kind: string, everyMs: number) => ({ [kind]: { everyMs, job: { kind, key: kind } } });
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds,
    configuration: {
      lanes: { [INDEX_HOST]: { cap: 1, gapMs: 1_000 }, [DRAFT_HOST]: { cap: 2, gapMs: 1_000, jitter: 0.3 } },
      schedules: { ...every(CHECK_INDEX, 30 * MINUTE), ...every(PROBE_DRAFTS, 30 * MINUTE) },
    },
  });
  const drain = () => work.drain().catch(() => {});
  await drain();
  const isBack = (host: string) => asked.some((one) => one.host === host && one.at >= to);
  while (work.due.at !== undefined && work.due.at < to + 24 * HOUR && !(work.due.at > to && HOSTS_IN_TROUBLE.every(isBack))) {
    clock.set(Math.max(work.due.at, clock.now() + SOONEST_MS));
    await drain();
  }
  db.close();
  await Dexie.delete(db.name);
  const of = (host: string): Asked => {
    const mine = asked.filter((one) => one.host === host);
    const during = mine.filter(({ at }) => at >= from && at < to);
    const next = mine.find(({ at }) => at >= to);
    return {
      requests: during.length,
      megabytes: during.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
      ...(next && { againAfterMs: next.at - to }),
    };
  };
  return { [INDEX_HOST]: of(INDEX_HOST), [DRAFT_HOST]: of(DRAFT_HOST) };
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

function networkOf(
  trouble: Trouble,
  isIn: () => boolean,
  note: (host: string, bytes: number) => void,
  sleep: (ms: number, signal: AbortSignal, mayWake: () => boolean) => Promise<void>,
): Network {
  const isHere = () => isIn() && (trouble === "reset" || trouble === "offline");
  const fetch: Fetch = async (url, init) => {
    const { host } = new URL(url);
    // What cannot leave this machine costs nobody anything.
    if (isHere()) throw new TypeError("Failed to fetch");
    const body = isIn() ? troubled(trouble, host) : undefined;
    note(host, typeof body === "object" ? body.bytes : 0);
    if (body === "hangs") {
      await sleep(20_000, new AbortController().signal, () => true);
      throw new TypeError("Failed to fetch");
    }
    if (body === "resets") throw new TypeError("Failed to fetch");
    if (body) return body.response;
    if (init?.method === "HEAD") return new Response(null, { status: 404 });
    // The index is as it was, for whoever has it.
    const known = new Headers(init?.headers).get("if-none-match");
    if (known === '"1"' && trouble !== "disk full") return new Response(null, { status: 304 });
    return Response.json(INDEX, { headers: { etag: trouble === "disk full" ? `"${Math.random()}"` : '"1"' } });
  };
  return { fetch: fetch as typeof globalThis.fetch, isOnline: () => !(isIn() && trouble === "offline") };
}

const INDEX = indexOf(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`P${3_000 + n}R${n % 3}`, { date: "2026-11-01" }])));

interface Body {
  response: Response;
  bytes: number;
}

function troubled(trouble: Trouble, host: string): Body | "hangs" | "resets" | undefined {
  const plain = (response: Response): Body => ({ response, bytes: 0 });
  if (trouble === "304" || trouble === "disk full" || trouble === "good" || trouble === "offline" || trouble === "reset") return undefined;
  if (trouble === "hang") return "hangs";
  if (trouble === "one host resets") return host === INDEX_HOST ? "resets" : undefined;
  if (trouble === "html") return plain(new Response("<p>maintenance</p>", { headers: { "content-type": "text/html" } }));
  if (trouble === "too large") return host === INDEX_HOST ? tooLarge() : undefined;
  const headers = trouble === "429" ? { "retry-after": String(ASKED_FOR_S) } : {};
  return plain(new Response("no", { status: Number(trouble), headers }));
}

const PIECE = new Uint8Array(4_000_000);

function tooLarge(): Body {
  const body = new ReadableStream({ pull: (controller) => controller.enqueue(PIECE) });
  // As much as the person allows is read.
  return { response: new Response(body), bytes: 64_000_000 };
}

function refuseWhile(db: Database, isFull: () => boolean): void {
  (db as unknown as Dexie).use({
    stack: "dbcore",
    name: "full",
    create: (down) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        const isLarge = name === "downloads" || name === "shelves";
        return {
          ...table,
          mutate: (request) =>
            isFull() && isLarge && request.type !== "delete" && request.type !== "deleteRange"
              ? Promise.reject(new Dexie.QuotaExceededError("full"))
              : table.mutate(request),
        };
      },
    }),
  });
}
