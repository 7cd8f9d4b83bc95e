import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startBenchWorker } from "./bench-extension.ts";
import { median, printReport } from "./report.ts";
import type { WorkBench } from "./work-worker.ts";
import { measureWorkerStart } from "./worker-start.ts";

// What the work engine costs in a real service worker on a real IndexedDB.

const JOBS = 500;
const WAITING = 10_000;
const WAKES = 30;
const STARTS = 15;
const PINGS = 1_000;
const MEGABYTE = 1_000_000;
const HOUR = 60 * 60_000;

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });

const starts = await measureWorkerStart(STARTS);
const { worker, cdp, close } = await startBenchWorker(resolve(import.meta.dirname, "work-worker.ts"), []);
const perSecond: Record<number, number> = {};
let wake: number;
let heap: { empty: number; full: number };
let pings: number[];
let doneMeanwhile: number;
try {
  await cdp.send("HeapProfiler.enable");
  // The first one makes the database and does what a new schedule is due for.
  await inWorker("work", JOBS, 4);
  for (const permits of [4, 16]) perSecond[permits] = JOBS / ((await inWorker("work", JOBS, permits)) / 1_000);
  heap = { empty: await heapWith(0), full: 0 };
  wake = await medianWake();
  heap.full = await heapWith(WAITING);
  await inWorker("fill", WAITING, 0);
  await inWorker("begin");
  pings = [];
  for (let ping = 0; ping < PINGS; ping++) pings.push(await answerTime());
  doneMeanwhile = await inWorker("done");
  if (doneMeanwhile === 0 || doneMeanwhile === WAITING)
    throw new Error(`${doneMeanwhile} jobs were done while messages were sent: that is not while it drains`);
} finally {
  await close();
}

async function medianWake(): Promise<number> {
  const times: number[] = [];
  while (times.length < WAKES) times.push(await inWorker("drain"));
  return median(times);
}

/** In bytes, after a wake with so many jobs that wait for later. */
async function heapWith(jobs: number): Promise<number> {
  await inWorker("fill", jobs, HOUR);
  await inWorker("drain");
  await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize;
}

/** Until the worker answers, ms: the way there and back included. */
async function answerTime(): Promise<number> {
  const start = performance.now();
  await worker.evaluate(() => 0);
  return performance.now() - start;
}

function inWorker<Name extends keyof WorkBench>(name: Name, ...args: Parameters<WorkBench[Name]>): ReturnType<WorkBench[Name]> {
  type Call = (...args: unknown[]) => Promise<unknown>;
  return worker.evaluate(
    (name, args) => (globalThis as unknown as { bench: Record<string, Call> }).bench[name]?.(...args),
    name,
    args as unknown[],
  ) as ReturnType<WorkBench[Name]>;
}

const rounded = (value: number) => Number(value.toPrecision(3));

process.exitCode = printReport(
  {
    name: "work",
    targets: [
      { name: "a wake with nothing due / start of an empty worker", value: wake / median(starts), unit: "x", limit: 3 },
      { name: `longest wait for an answer with ${WAITING} jobs to do`, value: Math.max(...pings), unit: "ms", limit: 100 },
      { name: `heap with ${WAITING} jobs waiting, above none`, value: (heap.full - heap.empty) / MEGABYTE, unit: "MB", limit: 1 },
    ],
    details: {
      "jobs per second, 4 at once": rounded(perSecond[4] ?? 0),
      "jobs per second, 16 at once": rounded(perSecond[16] ?? 0),
      "a wake with nothing due (ms)": rounded(wake),
      "start of an empty worker (ms)": rounded(median(starts)),
      "answer while it works, median (ms)": rounded(median(pings)),
      "jobs done meanwhile": doneMeanwhile,
      "heap with no job (MB)": rounded(heap.empty / MEGABYTE),
    },
  },
  values.json,
);
