import { resolve } from "node:path";
import { startBenchWorker } from "./bench-extension.ts";
import { readOptions } from "./options.ts";
import { median, printReport } from "./report.ts";
import { startRealWorker } from "./workers/real-worker.ts";
import type { WorkBench } from "./workers/work-worker.ts";
import { measureWorkerStart } from "./workers/worker-start.ts";

// What the work engine costs in a real service worker on a real IndexedDB: alone, and in the production build of PaperScout (npm run build).

const JOBS = 500;
const WAITING = 10_000;
const WAKES = 30;
const STARTS = 15;
const REAL_WAKES = 15;
const ANSWERS = 300;
const EVENTS = 50_000;
const MEGABYTE = 1_000_000;
const HOUR = 60 * 60_000;

const values = readOptions("npm run bench -- work [--build FOLDER] [--json]", {
  build: { type: "string", default: resolve(import.meta.dirname, "../../.output/chrome-mv3") },
});

const starts = await measureWorkerStart(STARTS);
const { worker, cdp, close } = await startBenchWorker(resolve(import.meta.dirname, "workers/work-worker.ts"), []);
const perSecond: Record<number, number> = {};
let wake: number;
let heap: { empty: number; full: number };
try {
  await cdp.send("HeapProfiler.enable");
  // The first one makes the database and does what a new schedule is due for.
  await inWorker("work", JOBS, 4);
  for (const permits of [4, 16]) perSecond[permits] = JOBS / ((await inWorker("work", JOBS, permits)) / 1_000);
  heap = { empty: await heapWith(0), full: 0 };
  wake = await medianWake();
  heap.full = await heapWith(WAITING);
} finally {
  await close();
}
const real = await startRealWorker(values.build);
let wakes: number[];
let answers: Awaited<ReturnType<typeof real.answers>>;
let hearing: typeof answers;
try {
  wakes = await real.wakes(REAL_WAKES);
  answers = await real.answers(WAITING, ANSWERS);
  if (answers.done === 0 || answers.done >= WAITING) throw new Error(`${answers.done} jobs were done while messages were sent: that is not while it drains`);
  hearing = await real.answersHearing(EVENTS);
  if (hearing.times.length === 0) throw new Error("all events were heard before a message was answered");
} finally {
  await real.close();
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
      { name: "from a kill's next message to sleep, nothing due / start of an empty worker", value: median(wakes) / median(starts), unit: "x", limit: 5 },
      { name: "a slice of the engine alone / the same", value: wake / median(starts), unit: "x", limit: 2.5 },
      { name: `longest wait for the answer to "Check now" with ${WAITING} jobs to do`, value: Math.max(...answers.times), unit: "ms", limit: 100 },
      { name: `longest wait for it while ${EVENTS} events are heard again`, value: Math.max(...hearing.times), unit: "ms", limit: 100 },
      { name: `heap with ${WAITING} jobs waiting, above none`, value: (heap.full - heap.empty) / MEGABYTE, unit: "MB", limit: 1 },
    ],
    details: {
      "jobs per second, 4 at once": rounded(perSecond[4] ?? 0),
      "jobs per second, 16 at once": rounded(perSecond[16] ?? 0),
      "PaperScout from message to sleep, nothing due (ms)": rounded(median(wakes)),
      "the slice of the engine alone in that (ms)": rounded(wake),
      "start of an empty worker (ms)": rounded(median(starts)),
      'answer to "Check now" while it works, median (ms)': rounded(median(answers.times)),
      "jobs done meanwhile": answers.done,
      "the same while it hears, median (ms)": rounded(median(hearing.times)),
      "such answers": hearing.times.length,
      "heap with no job (MB)": rounded(heap.empty / MEGABYTE),
    },
  },
  values.json,
);
