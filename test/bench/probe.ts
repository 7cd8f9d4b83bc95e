import { basename, resolve } from "node:path";
import { HOSTS } from "../../lib/terms/hosts.ts";
import { sharedDataOr } from "../data.ts";
import { startWeb } from "../web/web.ts";
import { startBenchWorker } from "./bench-extension.ts";
import { readCount, readOptions } from "./options.ts";
import { median, printReport } from "./report.ts";
import type { ProbeBench } from "./workers/probe-worker.ts";

// What a cycle of `sweep` takes in a real service worker, against a host that answers after so long, 20 requests at once.

const AT_ONCE = 20;
const HOST = "isocpp.org";
/** Latency to the aim: wall time over requests / 20 x latency. */
const AIMS = [
  { latencyMs: 100, limit: 1.05 },
  { latencyMs: 5, limit: 3 },
];
const FIRST_REQUEST_MS = 100;

const USAGE = `npm run bench -- probe [--rounds N] [--index FILE] [--today YYYY-MM-DD] [--json]

  --rounds  each is measured so often, for a median; 5 unless said
  --index   without it index-2026-05-18.json in PAPERSCOUT_DATA or ../shared/data, two days later`;
const values = readOptions(USAGE, {
  index: { type: "string", default: sharedDataOr("index.json", "index-2026-05-18.json") },
  today: { type: "string", default: "2026-05-20" },
  rounds: { type: "string", default: "5" },
});
const most = readCount("rounds", values.rounds, USAGE);

interface Round {
  ratio: number;
  firstRequestMs: number;
  requests: number;
  ms: number;
  bareMs: number;
}

const web = await startWeb({ http2: true });
const { worker, close } = await startBenchWorker(resolve(import.meta.dirname, "workers/probe-worker.ts"), [values.index], {
  proxy: web.proxy,
  hosts: [HOSTS.isocpp],
});
const rounds = new Map<number, Round[]>();
try {
  await inWorker("prepare", basename(values.index), values.today);
  // The first one makes the connection.
  await measure(5);
  for (const { latencyMs } of AIMS) {
    const measured: Round[] = [];
    while (measured.length < most) measured.push(await measure(latencyMs));
    rounds.set(latencyMs, measured);
  }
} finally {
  await close();
  await web.close();
}

async function measure(latencyMs: number): Promise<Round> {
  web.setLatency(HOST, latencyMs);
  web.forgetArrivals();
  const { ms, startedAt, last } = await inWorker("cycle");
  const requests = web.arrivals.length;
  if (last?.outcome.kind !== "good" || last.asked !== requests) throw new Error(`${requests} requests arrived, and the cycle says ${JSON.stringify(last)}`);
  const firstRequestMs = (web.arrivals[0]?.at ?? 0) - startedAt;
  const bareMs = await inWorker(
    "bare",
    web.arrivals.map(({ url }) => url),
  );
  return { ratio: ms / ((requests / AT_ONCE) * latencyMs), firstRequestMs, requests, ms, bareMs };
}

function inWorker<Name extends keyof ProbeBench>(name: Name, ...args: Parameters<ProbeBench[Name]>): ReturnType<ProbeBench[Name]> {
  type Call = (...args: unknown[]) => Promise<unknown>;
  return worker.evaluate(
    (name, args) => (globalThis as unknown as { bench: Record<string, Call> }).bench[name]?.(...args),
    name,
    args as unknown[],
  ) as ReturnType<ProbeBench[Name]>;
}

const of = (latencyMs: number, value: (round: Round) => number) => median((rounds.get(latencyMs) ?? []).map(value));
const rounded = (value: number) => Number(value.toPrecision(3));

process.exitCode = printReport(
  {
    name: "probe",
    targets: [
      ...AIMS.map(({ latencyMs, limit }) => ({
        name: `a cycle at ${latencyMs} ms / ideal`,
        value: of(latencyMs, ({ ratio }) => ratio),
        unit: "x",
        limit,
      })),
      {
        name: "from the wake to the first request at the host",
        value: median([...rounds.values()].flat().map(({ firstRequestMs }) => firstRequestMs)),
        unit: "ms",
        limit: FIRST_REQUEST_MS,
      },
    ],
    details: {
      file: basename(values.index),
      "requests of a cycle": of(100, ({ requests }) => requests),
      "at once": AT_ONCE,
      ...Object.fromEntries(AIMS.map(({ latencyMs }) => [`bare fetches at ${latencyMs} ms (ms)`, rounded(of(latencyMs, ({ bareMs }) => bareMs))])),
      ...Object.fromEntries(AIMS.map(({ latencyMs }) => [`cycle / bare fetches at ${latencyMs} ms`, rounded(of(latencyMs, ({ ms, bareMs }) => ms / bareMs))])),
      ...Object.fromEntries(AIMS.map(({ latencyMs }) => [`cycle at ${latencyMs} ms (ms)`, rounded(of(latencyMs, ({ ms }) => ms))])),
      ...Object.fromEntries(
        AIMS.map(({ latencyMs }) => [`ideal at ${latencyMs} ms (ms)`, rounded((of(latencyMs, ({ requests }) => requests) / AT_ONCE) * latencyMs)]),
      ),
    },
  },
  values.json,
);
