import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { splitAuthors } from "../../lib/papers/authors.ts";
import { foldText } from "../../lib/watch/names/fold-text.ts";
import { namesAgree } from "../../lib/watch/names/names-agree.ts";
import { readDraftFile } from "../../scripts/scout/reading/read-draft-file.ts";
import { sharedData } from "../data.ts";
import { median, printReport } from "./report.ts";

// How many real papers the reader of first pages understands: their authors and their titles, against what the index says of them.

const USAGE = `npm run bench -- first-page [--dir FOLDER] [--json]

  --dir  holds papers, HTML or PDF, and expected.json: a list of {"file", "title", "author"}, the author as the index writes it;
         without it drafts/ in PAPERSCOUT_DATA or ../shared/data

A title is right where its letters and digits are those expected, case and accents aside; one that goes on after them, or stops at
a word before their end, is counted as right up to its subtitle if it has at least 20 letters and a third of the longer one.`;
const MIN_LETTERS = 20;
const MIN_SHARE = 1 / 3;
/** 2 of 33: so many authors and titles stand in the index otherwise than in the papers themselves ("Matt" for "Matthew", a slip of the pen, a later title). */
const MOST_MISSED_PERCENT = 6.1;

const Expected = v.array(v.object({ file: v.pipe(v.string(), v.regex(/^[^/\\]+$/)), title: v.string(), author: v.string() }));

interface Result {
  file: string;
  problem: string;
  missing: string[];
  extra: string[];
  title: "right" | "up to its subtitle" | "wrong";
  found: string;
  ms: number;
  bytes: number;
}

const { values } = parseArgs({ options: { dir: { type: "string" }, json: { type: "boolean", default: false }, help: { type: "boolean", default: false } } });
const folder = values.dir ?? sharedData("drafts");
if (values.help) console.log(USAGE);
else if (!folder || !existsSync(join(folder, "expected.json"))) {
  console.error(`There is no expected.json in ${folder ?? "PAPERSCOUT_DATA or ../shared/data"}.\n\n${USAGE}`);
  process.exitCode = 2;
} else process.exitCode = await run(folder);

async function run(folder: string): Promise<0 | 1> {
  const expected = v.parse(Expected, JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));
  // The first PDF and the first HTML pay for loading what reads them all.
  for (const { file } of expected) await readDraftFile(join(folder, file));
  const results: Result[] = [];
  for (const paper of expected) results.push(await measure(join(folder, paper.file), paper));
  const percent = (count: number) => (100 * count) / results.length;
  const count = (matches: (result: Result) => boolean) => results.filter(matches).length;
  const extra = results.flatMap((result) => result.extra);
  const failed = results.filter(({ missing, extra, title }) => missing.length > 0 || extra.length > 0 || title === "wrong");
  if (!values.json && failed.length > 0) console.table(failed.map(describe));
  return printReport(
    {
      name: "first-page",
      targets: [
        { name: "papers of which an author is missed", value: percent(count(({ missing }) => missing.length > 0)), unit: "%", limit: MOST_MISSED_PERCENT },
        { name: "papers of which the title is wrong", value: percent(count(({ title }) => title === "wrong")), unit: "%", limit: MOST_MISSED_PERCENT },
      ],
      details: {
        papers: results.length,
        "with all authors": count(({ missing }) => missing.length === 0),
        "with the right title": count(({ title }) => title !== "wrong"),
        "of these, up to its subtitle": count(({ title }) => title === "up to its subtitle"),
        "that could not be read": count(({ problem }) => problem !== ""),
        "with names that the index does not have": count((result) => result.extra.length > 0),
        "such names": extra.length,
        "median time of HTML (ms)": rounded(median(times(".html"))),
        "median time of PDF (ms)": rounded(median(times(".pdf"))),
        "longest time (ms)": rounded(Math.max(...results.map(({ ms }) => ms))),
        "median length (kB)": rounded(median(results.map(({ bytes }) => bytes)) / 1_000),
        ...(values.json && { files: results.map(({ ms, ...result }) => ({ ...result, ms: rounded(ms) })) }),
      },
    },
    values.json,
  );

  function times(extension: string): number[] {
    return results.filter(({ file }) => file.endsWith(extension)).map(({ ms }) => ms);
  }
}

async function measure(path: string, { file, title, author }: v.InferOutput<typeof Expected>[number]): Promise<Result> {
  const begun = performance.now();
  const { read, bytes } = await readDraftFile(path);
  const ms = performance.now() - begun;
  const authors = read.ok ? read.page.authors : [];
  const expected = splitAuthors(author);
  return {
    file,
    problem: read.ok ? "" : read.problem,
    missing: expected.filter((name) => !authors.some((one) => namesAgree(one, name))),
    extra: authors.filter((name) => !expected.some((one) => namesAgree(one, name))),
    title: judgeTitle(title, read.ok ? read.page.title : ""),
    found: read.ok ? read.page.title : "",
    ms,
    bytes,
  };
}

/** The rule that the usage states. */
function judgeTitle(expected: string, found: string): Result["title"] {
  const [one, other] = [wordsOf(expected), wordsOf(found)];
  if (one.join("") === other.join("") && one.length > 0) return "right";
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const letters = shorter.join("").length;
  const isBeginning = longer.slice(0, shorter.length).join("") === shorter.join("");
  return isBeginning && letters >= MIN_LETTERS && letters >= MIN_SHARE * longer.join("").length ? "up to its subtitle" : "wrong";
}

function wordsOf(title: string): string[] {
  return foldText(title).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function describe({ file, missing, extra, title, found }: Result) {
  return { file, missing: missing.join(", "), extra: extra.join(", "), title: title === "wrong" ? `wrong: ${found}` : title };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
