import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "vite";
import { sharedDataOr } from "../data.ts";
import { type Killed, killScouts } from "../headless/kill-scouts.ts";
import { scoutFolder } from "../headless/scout-process.ts";
import { startWeb } from "../web/web.ts";
import { readCount, readOptions } from "./options.ts";
import { printReport } from "./report.ts";

// What a scout costs the machine it runs on, as a real process against the double of the web; and that killing it loses nothing.

const USAGE = `npm run bench -- scout [--kills N] [--folders N] [--seed N] [--json]

  --kills    1000 unless said
  --folders  scouts of so many folders are killed beside each other; 4 unless said
  --seed     of the moments; 1 unless said`;
const values = readOptions(USAGE, {
  kills: { type: "string", default: "1000" },
  folders: { type: "string", default: "4" },
  seed: { type: "string", default: "1" },
});
const kills = readCount("kills", values.kills, USAGE);
const folders = Math.min(readCount("folders", values.folders, USAGE), kills);
const seed = readCount("seed", values.seed, USAGE);
const LOOK_MS = 50;
const PROGRESS_EVERY = 25;

const built = await builtScout();
const killed = merged(
  await Promise.all(
    Array.from({ length: folders }, async (_, folder) => {
      const own = await startWeb();
      const share = Math.floor((kills + folder) / folders);
      const killed = await killScouts(own, { kills: share, seed: seed + folder, command: built.command, onKill: (so) => tell(folder, so) });
      await own.close();
      return killed;
    }),
  ),
);
const web = await startWeb();

// The index of today; its drafts are not there, so that a round is what it is to look for thousands of files in vain.
web.publishIndex(readFileSync(sharedDataOr("index.json", "index-2026-05-18.json")));
const scout = await scoutFolder(web, undefined, built.command);
const first = await measured();
const again = await measured();
const state = statSync(scout.path("state")).size;
const head = statSync(scout.path("served/head.json")).size;
scout.remove();
built.remove();
await web.close();

process.exitCode = printReport(
  {
    name: "scout",
    targets: [
      { name: "facts lost", value: killed.lost.length, unit: "", limit: 0 },
      { name: "facts doubled", value: killed.doubled.length, unit: "", limit: 0 },
      { name: "heads and parts that a reader refused", value: killed.refused.length, unit: "", limit: 0 },
      { name: "size of the head", value: head, unit: "bytes", limit: 1024 },
      { name: "memory of a first round", value: first.megabytes, unit: "MB", limit: 600 },
    ],
    details: {
      kills: killed.kills,
      "of them while it began": killed.atStart,
      "rounds that ended before": killed.ended,
      "drafts that came meanwhile": killed.drafts,
      "looks of the reader": killed.looks,
      "heads that it saw": killed.heads,
      "a round of a few papers, s: until it has begun": killed.startMs / 1000,
      "and from there to its end": killed.workMs / 1000,
      "a first round with today's index, s": first.seconds,
      "requests of it": first.requests,
      "the next round, restored, s": again.seconds,
      "requests of that": again.requests,
      "memory of the next round, MB": again.megabytes,
      "state, kB": state / 1000,
      ...Object.fromEntries(
        Object.entries({ lost: killed.lost, doubled: killed.doubled, refused: killed.refused })
          .filter(([, cases]) => cases.length > 0)
          .map(([name, cases]) => [name, cases.slice(0, 3).join(" ")]),
      ),
    },
  },
  values.json,
);

/** The scout in a few files: begun a thousand times, what finding and reading its sources takes would be most of it. */
async function builtScout() {
  const folder = mkdtempSync(join(tmpdir(), "scout-built-"));
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: resolve(import.meta.dirname, "../../scripts/scout.ts"), outDir: folder, emptyOutDir: true },
  });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return { command: join(folder, "scout.js"), remove: () => rmSync(folder, { recursive: true }) };
}

/** Those of all folders; of times the median. */
function merged(all: Killed[]): Killed {
  const both = (figure: (one: Killed) => number) => all.map(figure).reduce((sum, one) => sum + one, 0);
  const median = (figure: (one: Killed) => number) => all.map(figure).sort((a, b) => a - b)[all.length >> 1] ?? 0;
  return {
    kills: both(({ kills }) => kills),
    atStart: both(({ atStart }) => atStart),
    ended: both(({ ended }) => ended),
    lost: all.flatMap(({ lost }) => lost),
    doubled: all.flatMap(({ doubled }) => doubled),
    refused: all.flatMap(({ refused }) => refused),
    looks: both(({ looks }) => looks),
    heads: both(({ heads }) => heads),
    drafts: both(({ drafts }) => drafts),
    startMs: median(({ startMs }) => startMs),
    workMs: median(({ workMs }) => workMs),
  };
}

function tell(folder: number, { kills, ended, heads, lost, doubled, refused }: Killed): void {
  if ((kills + 1) % PROGRESS_EVERY === 0)
    console.error(
      `folder ${folder}: ${kills + 1} kills, ${ended} ended, ${heads} heads; ${lost.length} lost, ${doubled.length} doubled, ${refused.length} refused`,
    );
}

/** One round: how long it took, how many requests, and the most memory that the process had. */
async function measured() {
  web.forgetArrivals();
  const start = performance.now();
  const { process: child, ended } = scout.start("--once");
  let megabytes = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      megabytes = Math.max(megabytes, residentMegabytes(child.pid ?? 0));
      await setTimeout(LOOK_MS);
    }
  })();
  await ended;
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await watching;
  return { seconds, requests: web.arrivals.length, megabytes };
}

/** 0 where the system does not tell it. */
function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}
