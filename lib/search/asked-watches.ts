import { parseWatch } from "../watch/syntax/parse-watch.ts";
import { splitTerms } from "../watch/syntax/split-terms.ts";
import { tidyLine } from "../watch/syntax/tidy-line.ts";
import type { Watch } from "../watch/watch.ts";

/** What a query asks for in the words of watches. */
export interface Asked {
  /** Any of them will do. [] for a link into the folder of another working group, which names no paper of ours. */
  watches: Watch[];
  /** What is looked for in the titles and names, to be marked there; the words of it are searched where the watches find nothing. */
  words: string;
  /** The words alone would be understood, too: "LEWG" stands in titles. */
  isAlsoText: boolean;
}

/** Reads a query that is written as watches are ("author:Kühl -audience:SG1", "P2300, P2999", "execut*"); undefined where it is words, or the number of a paper. */
export function readAsked(query: string): Asked | undefined {
  const parsed = parseWatch(query);
  if (!parsed.ok && parsed.problem === "other-group") return { watches: [], words: "", isAlsoText: false };
  const texts = !parsed.ok && parsed.problem === "several" ? parsed.texts : [query];
  const watches = texts.flatMap((text) => {
    const one = text === query ? parsed : parseWatch(text);
    return one.ok ? one.watch : !one.ok && one.problem === "ambiguous" ? one.choices : [];
  });
  const terms = splitTerms(tidyLine(query));
  const isPlain = texts.length === 1 && terms.every(({ kind, not }) => !kind && !not);
  // Words and numbers alone are searched as ever, with whatever fits them nearly.
  if (isPlain && (!parsed.ok || parsed.watch.kind === "paper")) return undefined;
  const words = terms.flatMap(({ value, not, kind }) => (not || kind === "audience" || kind === "kind" ? [] : value.replace(/["|=*]/g, " ")));
  return { watches, words: words.join(" "), isAlsoText: isPlain };
}
