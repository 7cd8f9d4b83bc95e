import { basename, resolve } from "node:path";
import { sampleData, sharedData } from "../data.ts";
import { startBenchWorker } from "./bench-extension.ts";
import { readCount, readOptions } from "./options.ts";
import { median, printReport } from "./report.ts";
import type { Counts, Measure } from "./workers/index-worker.ts";

// What a refresh of the index costs in a real service worker, against the least that it could cost and the obvious way to do it.

const ORDER: Measure[] = ["parse", "floor", "floorParsed", "first", "unchanged", "changes", "rows"];
const HEAP_SAMPLE_MS = 10;
const MEGABYTE = 1_000_000;

const USAGE = `npm run bench -- index [--rounds N] [--index FILE] [--json]

  --rounds  each is measured so often, for a median; 9 unless said
  --index   without it index-scale-30k.json in PAPERSCOUT_DATA or ../shared/data`;
const values = readOptions(USAGE, { rounds: { type: "string", default: "9" }, index: { type: "string" } });
const most = readCount("rounds", values.rounds, USAGE);
const real = values.index ?? sharedData("index-scale-30k.json");
const file = real ?? sampleData("index.json");
if (!real) console.error("The real data is not here; the project's small sample stands in, so the ratios mean little.");

const bench = await startBenchWorker(resolve(import.meta.dirname, "workers/index-worker.ts"), [file]);
const rounds: Record<Measure, number>[] = [];
let counts: Counts;
let heap: number;
try {
  await bench.cdp.send("HeapProfiler.enable");
  await inWorker("prepare", basename(file));
  for (let round = 0; round < most; round++) {
    const times = {} as Record<Measure, number>;
    for (const name of ORDER) times[name] = await measure(name);
    rounds.push(times);
  }
  counts = await inWorker<Counts>("count");
  await bench.cdp.send("HeapProfiler.collectGarbage");
  heap = await peakHeap(() => measure("first"));
} finally {
  await bench.close();
}

async function measure(name: Measure): Promise<number> {
  await inWorker("getReady", name);
  return inWorker<number>("measure", name);
}

async function peakHeap(work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const sampler = setInterval(async () => {
    const usage = await bench.cdp.send("Runtime.getHeapUsage").catch(() => undefined);
    peak = Math.max(peak, usage?.usedSize ?? 0);
  }, HEAP_SAMPLE_MS);
  await work();
  clearInterval(sampler);
  return peak;
}

function inWorker<T>(name: string, argument?: string): Promise<T> {
  type Worker = Record<string, (argument: string | undefined) => Promise<unknown>>;
  return bench.worker.evaluate((name, argument) => (globalThis as unknown as Worker)[name]?.(argument), name, argument) as Promise<T>;
}

const ms = (name: Measure) => Number(median(rounds.map((round) => round[name])).toPrecision(3));
/** Ratios are taken within a round and their median given: a slow moment of the machine slows both sides. */
const ratio = (above: Measure, below: Measure) => median(rounds.map((round) => round[above] / round[below]));

process.exitCode = printReport(
  {
    name: "index",
    targets: [
      { name: "first refresh / floor", value: ratio("first", "floor"), unit: "x", limit: 6 },
      { name: "first refresh / row per paper", value: ratio("first", "rows"), unit: "x", limit: 1 / 8 },
      { name: "shelves written by an unchanged refresh", value: counts.written.unchanged, unit: "shelves", limit: 0 },
      { name: "body of an unchanged refresh", value: counts.bodyBytesUnchanged, unit: "bytes", limit: 0 },
      { name: "refresh with 50 changed papers / floor", value: ratio("changes", "floor"), unit: "x", limit: 2.5 },
      { name: "shelves written beyond those touched", value: counts.written.changes - counts.touched, unit: "shelves", limit: 0 },
    ],
    details: {
      file: basename(file),
      rounds: rounds.length,
      papers: counts.papers,
      shelves: counts.shelves,
      "floor: parse and one put of the body (ms)": ms("floor"),
      "the same with the parsed object (ms)": ms("floorParsed"),
      "parse alone (ms)": ms("parse"),
      "row per paper (ms)": ms("rows"),
      "first refresh (ms)": ms("first"),
      "unchanged refresh (ms)": ms("unchanged"),
      "refresh with 50 changed papers (ms)": ms("changes"),
      "shelves it wrote": counts.written.changes,
      "peak heap of the worker in a first refresh (MB)": Number((heap / MEGABYTE).toPrecision(3)),
    },
  },
  values.json,
);
