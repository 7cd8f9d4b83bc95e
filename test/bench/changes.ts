import { existsSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { parseArgs } from "node:util";
import { findChangelog } from "../../lib/compare/changelog/find-changelog.ts";
import { compareTexts } from "../../lib/compare/compare-texts.ts";
import { ownMarks } from "../../lib/compare/folding/own-marks.ts";
import { readPaperText } from "../../scripts/scout/reading/read-paper-text.ts";
import { cpuMs } from "../cpu-ms.ts";
import { sharedData } from "../data.ts";
import { gitWordDiff, leastPossible, plainWordDiff } from "./changes/other-ways.ts";
import { median, printReport } from "./report.ts";

// What the comparison of two revisions shows, how soon, and whether it is as little as can be; against other ways.

const USAGE = `npm run bench -- changes [--pairs FOLDER] [--json]

  --pairs  holds pairs.json, a list of {"before": FILE, "after": FILE}, and the papers; without it pairs/ in PAPERSCOUT_DATA or ../shared/data

Which papers have a changelog, and an entry for the revision in it, is marked by hand in test/bench/changes/changelogs.json; others are not scored.
Times are of Node. That of comparing is what the thread worked, the median of three runs in a process that is warm: what else the machine does, does not count.`;
const AIMS = { ms: 150, beyondMsPercent: 5, ratioMedian: 1.15, ratioP90: 1.4, missedPercent: 5, trapsPercent: 0 };
const RUNS = 3;

type Mark = "entry" | "list" | "none";
const marks = JSON.parse(readFileSync(join(import.meta.dirname, "changes/changelogs.json"), "utf8")) as Record<string, Mark>;

const { values } = parseArgs({ options: { pairs: { type: "string" }, json: { type: "boolean", default: false }, help: { type: "boolean", default: false } } });
const folder = values.pairs ?? sharedData("pairs");
if (values.help) console.log(USAGE);
else if (!folder || !existsSync(join(folder, "pairs.json"))) {
  console.error(`There is no pairs.json in ${folder ?? "PAPERSCOUT_DATA or ../shared/data"}.\n\n${USAGE}`);
  process.exitCode = 2;
} else process.exitCode = await run(folder);

async function run(folder: string): Promise<0 | 1> {
  const pairs = JSON.parse(readFileSync(join(folder, "pairs.json"), "utf8")) as { before: string; after: string }[];
  const results = [];
  for (const pair of [...pairs.slice(0, 2), ...pairs]) results.push(await measure(folder, pair, results.length < 2));
  const measured = results.slice(2).filter((result) => result !== undefined);
  const compared = measured.map(({ compareMs }) => compareMs);
  const ratios = measured.flatMap(({ shown, least }) => (least.words ? [shown / least.words] : []));
  const logs = measured.flatMap(({ logs }) => logs);
  const withEntry = logs.filter(({ mark }) => mark === "entry");
  const traps = logs.filter(({ mark, found }) => mark === "none" && found !== "none");
  const share = (part: number, all: number) => (all === 0 ? 0 : (100 * part) / all);
  if (!values.json)
    console.table(
      measured.map(({ logs: _, least, plain, git, ...about }) => ({
        ...about,
        "least possible": least.words,
        "plain word diff": plain.words,
        "git --word-diff": git.words,
      })),
    );
  return printReport(
    {
      name: "changes",
      targets: [
        {
          name: `pairs that take longer than ${AIMS.ms} ms to compare`,
          value: share(compared.filter((ms) => ms > AIMS.ms).length, compared.length),
          unit: "%",
          limit: AIMS.beyondMsPercent,
        },
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
        pairs: measured.length,
        "that could not be read": pairs.length - measured.length,
        "with less than half shown as changed (%)": share(measured.filter(({ changedPercent }) => changedPercent < 50).length, measured.length),
        "reading both (ms): median, p90, max": threeOf(measured.map(({ readMs }) => readMs)),
        "comparing (ms): median, p90, max": threeOf(compared),
        "pairs of which the least possible is known": ratios.length,
        ...Object.fromEntries(
          (["plain", "git"] as const).flatMap((way) => {
            const name = way === "plain" ? "plain word diff" : "git diff --word-diff";
            return [
              [`${name} (ms): median, p90, max`, threeOf(measured.map((one) => one[way].ms))],
              [
                `${name}: words shown, against ours: median`,
                rounded(median(measured.flatMap(({ shown, [way]: { words } }) => (shown > 0 && words !== undefined ? [words / shown] : [])))),
              ],
              [`${name}: pairs that it gave up`, measured.filter((one) => one[way].words === undefined).length],
            ];
          }),
        ),
        ...(values.json && { results: measured }),
      },
    },
    values.json,
  );
}

async function measure(folder: string, { before, after }: { before: string; after: string }, isWarmUp: boolean) {
  const begun = performance.now();
  const texts = await Promise.all([before, after].map((file) => readPaperText(join(folder, file)))).catch((error: unknown) => console.error(String(error)));
  const [one, other] = texts ?? [];
  if (!one || !other) return undefined;
  const readMs = performance.now() - begun;
  const ids = { ...(one.id && { before: one.id }), ...(other.id && { after: other.id }) };
  const times = Array.from({ length: RUNS }, () => cpuMs(() => compareTexts(one.text, other.text, ids)));
  if (isWarmUp) return undefined;
  const { summary, verdict, isCoarse, sections } = compareTexts(one.text, other.text, ids);
  const shown = summary.wordsAdded + summary.wordsRemoved;
  const same = sections.reduce((sum, { words }) => sum + words.same, 0);
  return {
    after,
    readMs: rounded(readMs),
    compareMs: rounded(median(times)),
    verdict,
    isCoarse,
    shown,
    changedPercent: rounded((100 * shown) / Math.max(1, 2 * same + shown)),
    least: leastPossible(one.text, other.text),
    plain: plainWordDiff(one.text, other.text),
    git: gitWordDiff(one.text, other.text),
    logs: [logOf(before, one), logOf(after, other)].flat(),
  };
}

/** What is marked of a paper, and what was found. */
function logOf(file: string, { text, id }: Awaited<ReturnType<typeof readPaperText>>): { file: string; mark: Mark; found: Mark }[] {
  const mark = marks[parse(file).name];
  const found = findChangelog(text, ownMarks(text, id));
  return mark ? [{ file, mark, found: found ? (found.isEntry ? "entry" : "list") : "none" }] : [];
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
