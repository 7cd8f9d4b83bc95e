import type { Paper } from "../../lib/papers/paper.ts";
import { explainReason } from "../../lib/watch/explaining/explain-reason.ts";
import { compileWatch } from "../../lib/watch/matching/match-watch.ts";
import { BadInput } from "./bad-input.ts";
import { readArguments } from "./reading/read-arguments.ts";
import { readIndexFile } from "./reading/read-index-file.ts";
import { readWatch } from "./reading/read-watch.ts";

/** Which papers of an index the watches ask for, and why. */
export function match(args: string[]) {
  const { file, texts } = readMatchArguments(args);
  const watches = texts.map((text) => ({ text, watch: readWatch(text), papers: 0 }));
  const matchers = watches.map((counted) => ({ counted, match: compileWatch(counted.watch) }));
  const findReasons = (paper: Paper) =>
    matchers.flatMap(({ counted, match }) => {
      const reason = match(paper);
      if (!reason) return [];
      counted.papers++;
      return { ...reason, text: explainReason(reason) };
    });
  const matches = [...readIndexFile(file).entries.values()].flatMap((paper) => {
    const reasons = findReasons(paper);
    return reasons.length > 0 ? { id: paper.id, title: paper.title, authors: paper.authors, reasons } : [];
  });
  return { watches, matches };
}

function readMatchArguments(args: string[]): { file: string; texts: string[] } {
  const options = { index: { type: "string" }, watch: { type: "string", multiple: true } } as const;
  const { values, tokens } = readArguments({ args, options, allowPositionals: true, tokens: true });
  const texts: string[] = [];
  for (const token of tokens) {
    if (token.kind === "option" && token.name === "watch") texts.push(token.value ?? "");
    // What follows a watch is one too: --watch P2300 LEWG "author:Kurt Gödel".
    else if (token.kind === "positional" && texts.length > 0) texts.push(token.value);
    else if (token.kind === "positional")
      throw new BadInput(`"${token.value}" belongs to no option; give the file after --index and what to look for after --watch`);
  }
  if (!values.index) throw new BadInput("--index FILE is missing; give the path of an index.json");
  if (texts.length === 0) throw new BadInput("--watch TEXT is missing; say what to look for, e.g. --watch P2300");
  return { file: values.index, texts };
}
