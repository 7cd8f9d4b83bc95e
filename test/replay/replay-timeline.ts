import { parseArgs } from "node:util";
import { formatWatch } from "../../lib/watch/syntax/format-watch.ts";
import { BadInput } from "../../scripts/scout/bad-input.ts";
import { readWatch } from "../../scripts/scout/reading/read-watch.ts";
import { sharedData } from "../data.ts";
import { readTimeline } from "./read-timeline.ts";
import { replayDays } from "./replay-days.ts";
import { type Report, reportReplay } from "./report-replay.ts";

const USAGE = `node test/replay/replay-timeline.ts [DIR] [--watch TEXT]... [--json]

Replays an index day by day and tells what PaperScout would have made of it.

  DIR     holds base-DATE.json.gz and deltas-*.jsonl.gz; without it timeline/ in PAPERSCOUT_DATA or ../shared/data
  --watch what to look for: P2300, LEWG, author:Köppe, title:executor*; may be repeated
  --json  the report as JSON`;
const WATCHES = ["P0443", "P1227", "author:Koeppe", "author:Lee", "title:executor*", "title:signed ssize", "LEWG"];

try {
  const options = { watch: { type: "string", multiple: true, default: WATCHES }, json: { type: "boolean" }, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else replay(positionals[0] ?? sharedData("timeline"), values.watch, values.json ?? false);
} catch (error) {
  if (!(error instanceof BadInput || error instanceof TypeError || (error as NodeJS.ErrnoException).code === "ENOENT")) throw error;
  console.error(`replay-timeline: ${error instanceof Error ? error.message.split("\n", 1)[0] : error}`);
  process.exitCode = 2;
}

function replay(folder: string | undefined, watches: string[], asJson: boolean): void {
  if (!folder) throw new BadInput("there is no timeline in PAPERSCOUT_DATA or ../shared/data; give the folder of one");
  const begun = performance.now();
  const report = reportReplay(replayDays(readTimeline(folder)), watches.map(readWatch));
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(2));
  console.log(asJson ? JSON.stringify({ ...report, seconds }, null, 2) : `${describe(report)}\n${seconds} s`);
}

function describe({ days, outcomes, events, oddDays, matches, watches, flapping }: Report): string {
  return [
    `days     ${days}: ${list(outcomes)}`,
    `events   ${list(events)}`,
    `odd days ${oddDays.map(({ date, what, papers }) => `${date} ${what} (${papers} papers)`).join(", ") || "none"}`,
    `told     ${matches} papers`,
    ...watches.map(({ watch, hits, matches }) => `         ${formatWatch(watch)}: ${matches}${hits > matches ? ` (${hits} events)` : ""}`),
    "flapping",
    ...flapping.map(({ id, turns, hits, told }) => `         ${id}: title changed ${turns} times, of interest ${hits} times, told ${told} times`),
  ].join("\n");
}

function list(counts: Record<string, number>): string {
  return (
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(", ") || "none"
  );
}
