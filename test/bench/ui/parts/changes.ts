import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { seriesOfId } from "../../../../lib/papers/series.ts";
import { readPaperText } from "../../../../scripts/scout/reading/read-paper-text.ts";
import { putText } from "../../../browser/looking/seed-texts.ts";
import { sharedData } from "../../../data.ts";
import { median } from "../../report.ts";
import { longestTask, type PageTimes } from "../page-clock.ts";
import { scrollThrough } from "../scroll-through.ts";
import { LIBRARY_ROW, megabytes, type Part, rounded, taskTarget } from "./part.ts";

const BLOCK = ".changed-text .changed";
/** What stands between two blocks, too. */
const SEEN = ".changed-text .changed, .changed-text .fold";
const RUNS = 5;
const DRAWN_MS = 1_000;

/** How "what changed" opens and scrolls, for the largest pair of HTML papers at hand. */
export const measureChanges: Part = async ({ stage }) => {
  const folder = sharedData("pairs");
  if (!folder) {
    console.error("The pairs of papers are not here: what changed is not measured.");
    return { targets: [], details: {} };
  }
  const pairs = JSON.parse(readFileSync(join(folder, "pairs.json"), "utf8")) as { before: string; after: string }[];
  const size = ({ before, after }: (typeof pairs)[number]) => statSync(join(folder, before)).size + statSync(join(folder, after)).size;
  const [largest] = pairs.filter(({ before, after }) => [before, after].every((file) => file.endsWith(".html"))).sort((one, other) => size(other) - size(one));
  if (!largest) throw new Error(`There is no pair of HTML papers in ${folder}.`);
  const { clocked, timeOf, weighed } = await stage();
  const seeding = await clocked("library.html", LIBRARY_ROW);
  const ids: string[] = [];
  for (const file of [largest.before, largest.after]) {
    const { id, text } = await readPaperText(join(folder, file));
    if (id === undefined) throw new Error(`${file} is named after no paper.`);
    await putText(seeding, id, text, Date.now());
    ids.push(id);
  }
  await seeding.close();
  const [before = "", after = ""] = ids;
  const path = `library.html#/${seriesOfId(after)}/changes/${before}..${after}`;
  const opened: PageTimes[] = [];
  while (opened.length < RUNS) opened.push(await timeOf(path, BLOCK));
  const page = await clocked(path, BLOCK);
  const scrolled = await scrollThrough(page, SEEN);
  const task = await longestTask(page);
  await page.close();
  const peak = await weighed(path, BLOCK, (page) => scrollThrough(page, SEEN));
  return {
    targets: [
      {
        name: `first change of ${before} and ${after} is drawn, median`,
        value: rounded(median(opened.map(({ firstRowMs }) => firstRowMs))),
        unit: "ms",
        limit: DRAWN_MS,
      },
      taskTarget("what changed opens", Math.max(...opened.map(({ longestTaskMs }) => longestTaskMs))),
      taskTarget("what changed scrolls", task),
    ],
    details: {
      "bytes of both papers (MB)": megabytes(size(largest)),
      "screens scrolled in what changed": scrolled.screens,
      "peak heap of what changed (MB)": megabytes(peak.page),
      "peak heap of its thread (MB)": megabytes(peak.workers),
    },
  };
};
