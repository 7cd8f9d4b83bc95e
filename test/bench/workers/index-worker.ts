import { checkIndex } from "../../../lib/background/jobs/check-index.ts";
import { compareIndex } from "../../../lib/background/jobs/compare-index.ts";
import { sleep } from "../../../lib/background/surroundings/sleep.ts";
import type { Network } from "../../../lib/net/ask.ts";
import { readIndex } from "../../../lib/papers/index/read-index.ts";
import { createDatabase, type Database } from "../../../lib/store/database/database.ts";
import type { IndexState } from "../../../lib/store/database/state-rows.ts";
import { readCheck } from "../../../lib/store/health/check-state.ts";
import { CHECK_INDEX, COMPARE_INDEX } from "../../../lib/terms/work-names.ts";
import { createEngine } from "../../../lib/work/engine.ts";
import type { WorkDatabase } from "../../../lib/work/rows.ts";
import { CHANGED_PAPERS, change } from "./change-index.ts";
import { countShelfWrites } from "./count-shelf-writes.ts";

/** What can be measured; each gives milliseconds. `changes` and `unchanged` go on from where `first` left the database. */
export type Measure = "parse" | "floor" | "floorParsed" | "rows" | "first" | "unchanged" | "changes";

export interface Counts {
  papers: number;
  shelves: number;
  written: { unchanged: number; changes: number };
  /** Shelves that the changed papers stand on. */
  touched: number;
  bodyBytesUnchanged: number;
}

const PIECE_BYTES = 65_536;
const REST_MS = 1_000;
const counts: Counts = { papers: 0, shelves: 0, written: { unchanged: 0, changes: 0 }, touched: 0, bodyBytesUnchanged: 0 };
let body = "";
let bytes: Uint8Array;
let changedBytes: Uint8Array;
let floorDatabase: IDBDatabase;
let db: Database;
let rowsDatabase: Database;
let writes: Set<string>;

async function prepare(file: string): Promise<void> {
  body = await (await fetch(file)).text();
  const changed = change(body);
  bytes = new TextEncoder().encode(body);
  changedBytes = new TextEncoder().encode(changed.body);
  counts.touched = changed.shelves;
  floorDatabase = await openFloor();
}

/** What comes before a measurement and is not part of it. */
const before: Partial<Record<Measure, () => Promise<void>>> = {
  async rows() {
    rowsDatabase = await freshDatabase("rows");
  },
  async parse() {
    // The browser goes on sorting its files for a while after so many rows.
    await rowsDatabase?.delete();
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  },
  async first() {
    db = createDatabase("shelves");
    writes = countShelfWrites(db);
    await db.delete();
    await db.open();
  },
  unchanged: async () => writes.clear(),
  changes: async () => writes.clear(),
};

const measures: Record<Measure, () => Promise<unknown>> = {
  parse: async () => JSON.parse(body),
  /** The least that any refresh must do: parse the body and put it once. */
  async floor() {
    JSON.parse(body);
    await put(floorDatabase, body);
  },
  floorParsed: async () => put(floorDatabase, JSON.parse(body)),
  async rows() {
    const { entries } = readIndex(Object.entries(JSON.parse(body)));
    await rowsDatabase.table("vanished").bulkPut([...entries.values()]);
  },
  first: () => refresh(bytes, '"1"'),
  unchanged: () => refresh(undefined, '"1"'),
  changes: () => refresh(changedBytes, '"2"'),
};

async function getReady(name: Measure): Promise<void> {
  await before[name]?.();
}

async function measure(name: Measure): Promise<number> {
  const start = performance.now();
  await measures[name]();
  return performance.now() - start;
}

/** What the last round counted; throws where the refreshes did not do what they were to. */
async function count(): Promise<Counts> {
  const told = await db.log.count();
  if (told !== CHANGED_PAPERS) throw new Error(`${CHANGED_PAPERS} papers were changed, ${told} events were written`);
  counts.papers = ((await db.state.get("index")) as IndexState).papers;
  counts.shelves = await db.shelves.count();
  return counts;
}

/** A check as the engine runs it, from the asking for the job to the last write; without a body the host answers 304. */
async function refresh(served: Uint8Array | undefined, etag: string): Promise<void> {
  const network: Network = {
    isOnline: () => true,
    fetch: async (_, init) => {
      const known = new Headers(init?.headers).get("if-none-match");
      if (served === undefined && known !== etag) throw new Error("a check for changes did not say what it has");
      return served === undefined
        ? new Response(null, { status: 304 })
        : new Response(stream(served), { headers: { etag, "content-type": "application/json" } });
    },
  };
  const database = async () => db;
  const engine = createEngine(
    {
      database: database as () => Promise<unknown> as () => Promise<WorkDatabase>,
      now: Date.now,
      random: Math.random,
      sleep,
      owners: { self: async () => "bench", alive: async () => undefined },
    },
    { [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => false }), [COMPARE_INDEX]: compareIndex(database) },
    {},
    {
      places: () => ["background", "heavy"],
      configuration: async () => ({ permits: 4, lanes: {}, schedules: {} }),
      isColdStart: async () => false,
      onDue: async () => {},
      onWorkElsewhere: async () => {},
      onSliceEnd: async () => {},
      onFault: console.error,
    },
  );
  await engine.enqueue({ kind: CHECK_INDEX });
  await engine.drain();
  const { outcome } = await readCheck(db);
  if (!outcome || !["baseline", "changed", "unchanged"].includes(outcome.kind)) throw new Error(`the check ended with ${JSON.stringify(outcome)}`);
  if (outcome.kind === "unchanged") {
    counts.written.unchanged = writes.size;
    counts.bodyBytesUnchanged = served?.length ?? 0;
  }
  if (outcome.kind === "changed") counts.written.changes = writes.size;
}

/** The body in pieces, as a network gives it. */
function stream(served: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= served.length) return controller.close();
      controller.enqueue(served.subarray(at, at + PIECE_BYTES));
      at += PIECE_BYTES;
    },
  });
}

function openFloor(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("floor", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("bodies");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function put(database: IDBDatabase, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction("bodies", "readwrite");
    transaction.objectStore("bodies").put(value, "index");
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

async function freshDatabase(name: string): Promise<Database> {
  const fresh = createDatabase(name);
  await fresh.delete();
  await fresh.open();
  return fresh;
}

Object.assign(globalThis, { prepare, measure, count, getReady });
