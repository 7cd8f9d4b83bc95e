import { readFileSync } from "node:fs";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { compileAuthor } from "../../lib/watch/matching/match-author.ts";
import { namesAgree } from "../../lib/watch/names/names-agree.ts";
import { cpuMs } from "../cpu-ms.ts";
import { indexesAtHand } from "../data.ts";
import { readOptions } from "./options.ts";
import { median, printReport } from "./report.ts";

// What an author watch costs at a keystroke, and which names of the index it takes for one person: a rule that is changed is looked at here, with --json before and after.

const values = readOptions("npm run bench -- names [--json]", {});
/** A twentieth of what a person notices, on a machine ten times as slow. */
const MOST_MS = 5;
const ROUNDS = 21;

const authors = indexesAtHand(["index.json", "index-2021-07-15.json", "index-2026-05-18.json"]).flatMap(([, path]) => {
  const { entries } = readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8")) as object));
  return [...entries.values()].flatMap(({ authors }) => authors.map((name) => name.normalize("NFC")));
});
const names = [...new Set(authors)].sort();
const pairs = names.flatMap((one, i) => names.slice(i + 1).flatMap((other) => (namesAgree(one, other) ? [`${one} = ${other}`] : [])));
const times = Array.from({ length: ROUNDS }, (_, i) => {
  const isWatched = compileAuthor(names[(i * 97) % names.length] ?? "");
  return cpuMs(() => {
    for (const name of names) isWatched(name);
  });
});

process.exitCode = printReport(
  {
    name: "names",
    targets: [{ name: "an author held against all names, anew", value: median(times), unit: "ms of processor time", limit: MOST_MS }],
    details: {
      names: names.length,
      "pairs that agree": pairs.length,
      ...(values.json && { pairs }),
    },
  },
  values.json,
);
