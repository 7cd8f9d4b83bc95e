import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { isPaper } from "../../lib/papers/paper.ts";
import { sampleData, sharedData } from "../data.ts";
import { readCount, readOptions, refuse } from "./options.ts";
import { printReport, type Target } from "./report.ts";
import { measureBytes } from "./ui/parts/bytes.ts";
import { measureLibrary } from "./ui/parts/library.ts";
import { measureNews } from "./ui/parts/news.ts";
import type { Part } from "./ui/parts/part.ts";
import { measurePopup } from "./ui/parts/popup.ts";
import { measureScroll } from "./ui/parts/scroll.ts";
import { measureSearch } from "./ui/parts/search.ts";
import { fairQueries } from "./ui/search-quality.ts";
import { type Stage, setStage } from "./ui/stage.ts";

// What a person waits for: the popup's first row, search as one types, the library's list; and what each page weighs.

const PARTS: Record<string, Part> = {
  popup: measurePopup,
  search: measureSearch,
  scroll: measureScroll,
  library: measureLibrary,
  news: measureNews,
  bytes: measureBytes,
};

const USAGE = `npm run bench -- ui [--only PART …] [--runs N] [--matches N] [--queries N] [--index FILE] [--build FOLDER] [--json]

  --only     one of ${Object.keys(PARTS).join(", ")}; may be said several times
  --runs     each page is opened so often, for a median; 20 unless said
  --matches  1000 unless said
  --queries  500 unless said
  --index    without it index-scale-30k.json in PAPERSCOUT_DATA or ../shared/data`;
const values = readOptions(USAGE, {
  only: { type: "string", multiple: true, default: Object.keys(PARTS) },
  build: { type: "string", default: resolve(import.meta.dirname, "../../.output/chrome-mv3") },
  index: { type: "string" },
  runs: { type: "string", default: "20" },
  matches: { type: "string", default: "1000" },
  queries: { type: "string", default: "500" },
});
const counts = { runs: readCount("runs", values.runs, USAGE), matches: readCount("matches", values.matches, USAGE) };
const unknown = values.only.find((part) => !PARTS[part]);
if (unknown !== undefined) refuse(`There is no part ${unknown} of this bench.`, USAGE);
if (!existsSync(join(values.build, "manifest.json"))) refuse(`There is no build in ${values.build}: npm run build.`, USAGE);
const real = values.index ?? sharedData("index-scale-30k.json");
const file = real ?? sampleData("index.json");
if (!real) console.error("The real data is not here; the project's small sample stands in, so the figures mean little.");
const index = readFileSync(file, "utf8");
const papers = [...readIndex(Object.entries(JSON.parse(index))).entries.values()].filter(isPaper);
const queries = fairQueries(papers, readCount("queries", values.queries, USAGE), 2);

let stage: Promise<Stage> | undefined;
const subject = {
  build: values.build,
  index,
  papers,
  queries,
  runs: counts.runs,
  stage() {
    stage ??= setStage(values.build, index, papers, counts.matches);
    return stage;
  },
};
const targets: Target[] = [];
const details: Record<string, unknown> = { index: basename(file), papers: papers.length, ...counts };
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (!values.only.includes(name)) continue;
    const measured = await measure(subject);
    targets.push(...measured.targets);
    Object.assign(details, measured.details);
  }
} finally {
  await (await stage)?.close();
}
process.exitCode = printReport({ name: "ui", targets, details }, values.json);
