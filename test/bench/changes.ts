import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { sampleData, sharedData } from "../data.ts";
import { measureQuality, type Quality } from "./changes/measure-quality.ts";
import { measureSpeed, type Pair, type Speed, type Weight } from "./changes/measure-speed.ts";
import { readCount, readOptions, refuse } from "./options.ts";
import { median, printReport, type Target } from "./report.ts";

// What the comparison of two revisions shows, how soon, and whether it is as little as can be; against other ways.

const USAGE = `npm run bench -- changes [--pairs FOLDER] [--only quality|speed] [--runs N] [--index FILE] [--build FOLDER] [--json]

  --pairs  holds pairs.json, a list of {"before": FILE, "after": FILE}, and the papers, named after themselves (P2300R1.html);
           without it pairs/ in PAPERSCOUT_DATA or ../shared/data
  --only   quality is measured in Node, speed in Chromium with the production build (npm run build)
  --runs   how often each pair is read and opened for a median; 5 unless said

Which papers have a changelog, and an entry for the revision in it, is marked by hand in test/bench/changes/changelogs.json; others are not scored.
Comparing is timed in the thread of the page, which begins cold, from the message that asks for it to its answer, with unpacking both texts;
drawing from the beginning of the page's navigation.`;
const AIMS = {
  ms: 150,
  beyondMsPercent: 5,
  drawnMs: 1_000,
  taskMs: 50,
  heapMegabytes: 150,
  ratioMedian: 1.15,
  ratioP90: 1.4,
  missedPercent: 5,
  trapsPercent: 0,
};

const values = readOptions(USAGE, {
  pairs: { type: "string" },
  only: { type: "string" },
  runs: { type: "string", default: "5" },
  index: { type: "string" },
  build: { type: "string", default: resolve(import.meta.dirname, "../../.output/chrome-mv3") },
});
const runs = readCount("runs", values.runs, USAGE);
const folder = values.pairs ?? sharedData("pairs");
if (!folder || !existsSync(join(folder, "pairs.json"))) refuse(`There is no pairs.json in ${folder ?? "PAPERSCOUT_DATA or ../shared/data"}.`, USAGE);
if (values.only !== undefined && !["quality", "speed"].includes(values.only)) refuse(`There is no ${values.only} to be measured.`, USAGE);
if (values.only !== "quality" && !existsSync(join(values.build, "manifest.json"))) refuse(`There is no build in ${values.build}: npm run build.`, USAGE);
process.exitCode = await run(folder);

async function run(folder: string): Promise<0 | 1> {
  const pairs = JSON.parse(readFileSync(join(folder, "pairs.json"), "utf8")) as Pair[];
  const qualities = values.only === "speed" ? [] : (await Array.fromAsync(pairs, (pair) => measureQuality(folder, pair))).filter((one) => one !== undefined);
  const readable = values.only === "speed" ? pairs : pairs.filter(({ after }) => qualities.some((one) => one.after === after));
  const index = values.index ?? sharedData("index-scale-30k.json") ?? sampleData("index.json");
  const speed = values.only === "quality" ? undefined : await measureSpeed(folder, readable, { build: values.build, index: readFileSync(index, "utf8"), runs });
  if (!values.json) console.table(readable.map(({ after }) => rowOf(after, qualities, speed?.speeds ?? [])));
  const [ofQuality, ofSpeed] = [values.only === "speed" ? none() : qualityOf(qualities), speed ? speedOf(speed.speeds, speed.weight) : none()];
  return printReport(
    {
      name: "changes",
      targets: [...ofQuality.targets, ...ofSpeed.targets],
      details: {
        pairs: readable.length,
        "that could not be read": pairs.length - readable.length,
        ...ofQuality.details,
        ...(speed && { index: basename(index), "runs of each pair": runs }),
        ...ofSpeed.details,
        ...(values.json && { results: readable.map(({ after }) => rowOf(after, qualities, speed?.speeds ?? [])) }),
      },
    },
    values.json,
  );
}

interface Measured {
  targets: Target[];
  details: Record<string, string | number>;
}

function none(): Measured {
  return { targets: [], details: {} };
}

function rowOf(after: string, qualities: Quality[], speeds: Speed[]): object {
  const [quality, speed] = [qualities.find((one) => one.after === after), speeds.find((one) => one.after === after)];
  const { readMs, compareMs, threadMs, workedMs, drawnMs, longestTaskMs, taskMs } = speed ?? {};
  return {
    after,
    ...(quality && { verdict: quality.verdict, coarse: quality.isCoarse, "changed %": quality.changedPercent }),
    ...(quality && { shown: quality.shown, least: quality.least.words, "plain word diff": quality.plain.words, "git --word-diff": quality.git.words }),
    ...Object.fromEntries(
      Object.entries({ readMs, compareMs, threadMs, workedMs, drawnMs, longestTaskMs, taskMs }).flatMap(([name, ms]) =>
        ms === undefined ? [] : [[name, rounded(ms)]],
      ),
    ),
  };
}

function speedOf(speeds: Speed[], weight: ({ of: string } & Weight) | undefined): Measured {
  const of = (key: Exclude<keyof Speed, "after">) => speeds.flatMap((speed) => speed[key] ?? []);
  /** A clock on the wall says as much of what else the machine does. */
  const [isWork, comparing] = of("workedMs").length === speeds.length ? [true, of("workedMs")] : [false, of("compareMs")];
  const megabytes = (bytes: number) => rounded(bytes / 1_000_000);
  return {
    targets: [
      {
        name: `pairs that take ${isWork ? "more work" : "longer"} than ${AIMS.ms} ms to compare`,
        value: share(comparing.filter((ms) => ms > AIMS.ms).length, speeds.length),
        unit: "%",
        limit: AIMS.beyondMsPercent,
      },
      { name: "the first change is drawn, the slowest pair", value: Math.max(...of("drawnMs")), unit: "ms", limit: AIMS.drawnMs },
      { name: "most work in a task of the page", value: Math.max(...of("taskMs")), unit: "ms", limit: AIMS.taskMs },
      ...(weight
        ? [
            { name: `screens with a gap scrolling through ${weight.of}`, value: weight.gaps, unit: "", limit: 0 },
            { name: `peak heap of page and thread, ${weight.of}`, value: megabytes(weight.page + weight.thread), unit: "MB", limit: AIMS.heapMegabytes },
          ]
        : []),
    ],
    details: {
      "reading both (ms): median, p90, max": threeOf(of("readMs")),
      "comparing (ms): median, p90, max": threeOf(of("compareMs")),
      "comparing with the start of its thread and the way to it (ms): median, p90, max": threeOf(of("threadMs")),
      ...(of("workedMs").length > 0 && { "comparing, work of the thread (ms): median, p90, max": threeOf(of("workedMs")) }),
      "first change drawn, from navigation (ms): median, p90, max": threeOf(of("drawnMs")),
      "most work in a task of the page (ms): median, p90, max": threeOf(of("taskMs")),
      "longest task of the page by the clock, 0 below 50 (ms): median, p90, max": threeOf(of("longestTaskMs")),
      ...(weight && {
        "screens scrolled": weight.screens,
        "longest task by the clock until it is scrolled through, with what this bench does (ms)": weight.scrollTaskMs,
        "peak heap of the page (MB)": megabytes(weight.page),
        "heap of its thread, as far as it has grown (MB)": megabytes(weight.thread),
        ...(weight.process !== undefined && { "memory of the process for it, at most (MB)": megabytes(weight.process) }),
      }),
    },
  };
}

function qualityOf(qualities: Quality[]): Measured {
  const ratios = qualities.flatMap(({ shown, least }) => (least.words ? [shown / least.words] : []));
  const logs = qualities.flatMap(({ logs }) => logs);
  const withEntry = logs.filter(({ mark }) => mark === "entry");
  const traps = logs.filter(({ mark, found }) => mark === "none" && found !== "none");
  return {
    targets: [
      { name: "words shown as changed, against the least possible: median", value: median(ratios), unit: "x", limit: AIMS.ratioMedian },
      { name: "the same: p90", value: quantile(ratios, 0.9), unit: "x", limit: AIMS.ratioP90 },
      {
        name: `entries of this revision that are not found (of ${withEntry.length})`,
        value: share(withEntry.filter(({ found }) => found !== "entry").length, withEntry.length),
        unit: "%",
        limit: AIMS.missedPercent,
      },
      {
        name: "papers without a changelog of which one is shown",
        value: share(traps.length, logs.filter(({ mark }) => mark === "none").length),
        unit: "%",
        limit: AIMS.trapsPercent,
      },
    ],
    details: {
      "with less than half shown as changed (%)": share(qualities.filter(({ changedPercent }) => changedPercent < 50).length, qualities.length),
      "pairs of which the least possible is known": ratios.length,
      ...Object.fromEntries(
        (["plain", "git"] as const).flatMap((way) => {
          const name = way === "plain" ? "plain word diff" : "git diff --word-diff";
          return [
            [`${name} (ms): median, p90, max`, threeOf(qualities.map((one) => one[way].ms))],
            [
              `${name}: words shown, against ours: median`,
              rounded(median(qualities.flatMap(({ shown, [way]: { words } }) => (shown > 0 && words !== undefined ? [words / shown] : [])))),
            ],
            [`${name}: pairs that it gave up`, qualities.filter((one) => one[way].words === undefined).length],
          ];
        }),
      ),
    },
  };
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : (100 * part) / all;
}

function threeOf(times: number[]): string {
  return [median(times), quantile(times, 0.9), Math.max(...times)].map(rounded).join(", ");
}

function quantile(numbers: number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
