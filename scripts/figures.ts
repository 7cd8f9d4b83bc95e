import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figureProblems, figureTable } from "./figures/describe-figures.ts";
import { type FigureRecord, type Judgement, judgeFigures } from "./figures/judge-figures.ts";
import { measureFigures, NotBuilt } from "./figures/measure-figures.ts";
import { nextRecord } from "./figures/next-record.ts";
import { readRecord, writeRecord } from "./figures/read-record.ts";
import { showPieces } from "./figures/show-pieces.ts";
import { ROOT } from "./running/run-logged.mjs";

const FILE = "docs/figures.json";
const USAGE = `npm run figures -- [--write [--raise FIGURE,…]] [--pieces ENTRY]

What the builds in .output and the sources come to, beside the best that ${FILE} has recorded. Fails where one got worse.

  --write           records what got better, and takes out what is no longer measured
  --raise FIGURE,…  with --write: what may be recorded although it is above its record, or has none
  --pieces ENTRY    what background, popup, library or options are made of, the heaviest first; nothing is checked
  --help            this text

npm run build comes first: what lies in .output is measured as it is.`;

process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  const asked = readArguments(args);
  if ("problem" in asked) return fail([`figures: ${asked.problem}`], 2);
  if (asked.help) {
    console.log(USAGE);
    return 0;
  }
  if (asked.pieces !== undefined) return tellPieces(asked.pieces);
  const recorded = existsSync(join(ROOT, FILE)) ? readRecord(readFileSync(join(ROOT, FILE), "utf8")) : { problem: "there is no such file" };
  if ("problem" in recorded) return fail([`${FILE} cannot be read (${recorded.problem}). git restore ${FILE} brings the last one back.`]);
  try {
    const judgements = judgeFigures(measureFigures(ROOT), recorded.record);
    return asked.write ? write(judgements, asked.raise, recorded.record) : check(judgements);
  } catch (error) {
    if (error instanceof NotBuilt) return fail([error.message]);
    throw error;
  }
}

function tellPieces(entry: string): number {
  try {
    console.log(showPieces(ROOT, entry));
    return 0;
  } catch (error) {
    if (error instanceof NotBuilt) return fail([error.message]);
    throw error;
  }
}

function check(judgements: Judgement[]): number {
  console.log(figureTable(judgements));
  const problems = figureProblems(judgements, FILE);
  if (problems.length > 0) return fail(["", ...problems]);
  if (judgements.some(({ verdict }) => verdict === "better")) console.log("\nSome are better than recorded: npm run figures -- --write holds that fast.");
  return 0;
}

function write(judgements: Judgement[], raised: string[], before: FigureRecord): number {
  const next = nextRecord(judgements, raised);
  if ("problems" in next) return fail([...next.problems, `Nothing was written to ${FILE}.`]);
  writeFileSync(join(ROOT, FILE), writeRecord(next.record));
  const written = Object.entries(next.record).map(([name, value]) => ({ name, value }));
  console.log(figureTable(judgeFigures(written, before)));
  return 0;
}

function fail(lines: string[], code = 1): number {
  for (const line of lines) console.error(line);
  return code;
}

function readArguments(args: string[]): { problem: string } | { write: boolean; raise: string[]; pieces?: string | undefined; help: boolean } {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { write: flag, raise: { type: "string", multiple: true, default: [] }, pieces: { type: "string" }, help: flag },
    });
    const raise = values.raise.flatMap((names) => names.split(","));
    return raise.length > 0 && !values.write ? { problem: "--raise goes with --write" } : { ...values, raise };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
}
