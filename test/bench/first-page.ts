import { existsSync } from "node:fs";
import { join } from "node:path";
import { readDraftFile } from "../../scripts/scout/reading/read-draft-file.ts";
import { sharedData } from "../data.ts";
import { type Expectation, readExpectations } from "./first-page/expectations.ts";
import { judgePage, type Verdict } from "./first-page/judge-page.ts";
import { readOptions, refuse } from "./options.ts";
import { median, printReport, type Target } from "./report.ts";

// How many real papers the reader of first pages understands: title, authors, audience and date, against what the documents say.

const USAGE = `npm run bench -- first-page [--dir FOLDER] [--json]

  --dir  holds papers, HTML or PDF, and expected.json: an object {"FILE": {"title", "authors", "audience", "date"}} of what the
         documents say (what is left out is not scored, null is a date that there is none of), or a list of
         {"file", "title", "author", "says"} with title and author as the index has them; "says" holds what the document says, as above,
         and what it leaves out is only the index's: it is scored apart;
         without it drafts/ in PAPERSCOUT_DATA or ../shared/data, of which test/bench/first-page/what-drafts-say.json knows what they say

A title is right where its letters and digits are those expected, case and accents aside; one that goes on after them, or stops at
a word before their end, is counted as right up to its subtitle if it has at least 20 letters and a third of the longer one.
Authors are right where none is missed and none is made up; of those that only the index has, where none is missed.`;
const MOST_WRONG_PERCENT = { authors: 1, title: 1, audience: 3, date: 3 };
/** 2 of 33: so many authors and titles stand in the index otherwise than in the papers themselves ("Matt" for "Matthew", a slip of the pen, a later title). */
const MOST_UNLIKE_INDEX_PERCENT = 6.1;

interface Result {
  expected: Expectation;
  verdict: Verdict;
  problem: string;
  found: string;
  ms: number;
  bytes: number;
}

const values = readOptions(USAGE, { dir: { type: "string" } });
const folder = values.dir ?? sharedData("drafts");
if (!folder || !existsSync(join(folder, "expected.json"))) refuse(`There is no expected.json in ${folder ?? "PAPERSCOUT_DATA or ../shared/data"}.`, USAGE);
process.exitCode = await run(folder);

async function run(folder: string): Promise<0 | 1> {
  const expectations = readExpectations(folder, values.dir === undefined);
  // The first PDF and the first HTML pay for loading what reads them all.
  for (const { file } of expectations) await readDraftFile(join(folder, file));
  const results: Result[] = [];
  for (const expected of expectations) results.push(await measure(join(folder, expected.file), expected));
  const failed = results.filter((result) => !isRight(result));
  if (!values.json && failed.length > 0) console.table(failed.map(describe));
  return printReport(
    {
      name: "first-page",
      targets: [
        share("authors", "document", MOST_WRONG_PERCENT.authors),
        share("title", "document", MOST_WRONG_PERCENT.title),
        share("audience", "document", MOST_WRONG_PERCENT.audience),
        share("date", "document", MOST_WRONG_PERCENT.date),
        share("authors", "index", MOST_UNLIKE_INDEX_PERCENT),
        share("title", "index", MOST_UNLIKE_INDEX_PERCENT),
      ].flat(),
      details: {
        papers: results.length,
        "with all as expected": results.length - failed.length,
        "with a title up to its subtitle": results.filter(({ verdict }) => verdict.title === "up to its subtitle").length,
        "that could not be read": results.filter(({ problem }) => problem !== "").length,
        "authors missed": results.flatMap(({ verdict }) => verdict.missing).length,
        "authors made up, or not in the index": results.flatMap(({ verdict }) => verdict.extra).length,
        "median time of HTML (ms)": rounded(median(times(".html"))),
        "median time of PDF (ms)": rounded(median(times(".pdf"))),
        "longest time (ms)": rounded(Math.max(...results.map(({ ms }) => ms))),
        "median length (kB)": rounded(median(results.map(({ bytes }) => bytes)) / 1_000),
        ...(values.json && {
          files: results.map(({ expected: { file }, verdict, problem, found, ms, bytes }) => ({ file, ...verdict, problem, found, ms: rounded(ms), bytes })),
        }),
      },
    },
    values.json,
  );

  function times(extension: string): number[] {
    return results.filter(({ expected: { file } }) => file.endsWith(extension)).map(({ ms }) => ms);
  }

  /** The share of what is wrong among what is expected by one source; nothing where that expects nothing. */
  function share(field: keyof typeof MOST_WRONG_PERCENT, source: "document" | "index", limit: number): Target[] {
    const scored = results.filter(({ expected }) => expected[field]?.source === source);
    const wrong = scored.filter((result) => !isRight(result, field)).length;
    const name = `papers of which the ${field} differ${field === "authors" ? "" : "s"} from what ${source === "index" ? "only the index has" : "they say"} (of ${scored.length})`;
    return scored.length > 0 ? [{ name, value: (100 * wrong) / scored.length, unit: "%", limit }] : [];
  }
}

async function measure(path: string, expected: Expectation): Promise<Result> {
  const begun = performance.now();
  const { read, bytes } = await readDraftFile(path);
  const ms = performance.now() - begun;
  const page = read.ok ? read.page : undefined;
  const { text: _, ...found } = page ?? { text: "" };
  return { expected, verdict: judgePage(expected, page), problem: read.ok ? "" : read.problem, found: JSON.stringify(found), ms, bytes };
}

function isRight({ expected, verdict }: Result, field?: keyof typeof MOST_WRONG_PERCENT): boolean {
  const rights = {
    authors: verdict.missing.length === 0 && (expected.authors?.source === "index" || verdict.extra.length === 0),
    title: verdict.title !== "wrong",
    audience: verdict.audience !== false,
    date: verdict.date !== false,
  };
  return field ? rights[field] : Object.values(rights).every((right) => right);
}

function describe({ expected: { file }, verdict: { missing, extra, title, audience, date }, problem, found }: Result) {
  const wrong = [title === "wrong" && "title", audience === false && "audience", date === false && "date"].filter((one) => one !== false);
  return { file, missing: missing.join(", "), extra: extra.join(", "), wrong: wrong.join(", "), found: problem || found };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
