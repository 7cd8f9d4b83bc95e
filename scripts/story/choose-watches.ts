import { diffEntries, isStub } from "../../lib/papers/index/diff.ts";
import { isPaper, type Paper } from "../../lib/papers/paper.ts";
import { groupSeries, seriesOf } from "../../lib/papers/series.ts";
import { compileWatch } from "../../lib/watch/matching/match-watch.ts";
import { foldText } from "../../lib/watch/names/fold-text.ts";
import { titleWords } from "../../lib/watch/names/title-words.ts";
import type { Watch } from "../../lib/watch/watch.ts";

export interface ChosenWatch {
  watch: Watch;
  /** The coming paper for which it was chosen; without one nothing that comes can match it. */
  paper?: Paper;
}

const SHORTEST_WORD = 6;
/** Fewer papers with a word make it no topic yet. */
const PAPERS_OF_A_TOPIC = 2;

type Entries = Map<string, Paper>;

/**
 * One watch of each kind, so that the change from `index` to `next` is news: a paper that has a new revision, an author
 * of another new paper, a title word of a third, an audience of a fourth. Where there are fewer new papers some serve twice.
 */
export function chooseWatches(index: Entries, next: Entries): [paper: ChosenWatch, author: ChosenWatch, title: ChosenWatch, audience: ChosenWatch] {
  const known = [...index.values()].filter(isPaper);
  const all = diffEntries(index, next).added;
  // The title of a stub is a file name.
  const added = all.filter((paper) => !isStub(paper));
  const taken = new Set<Paper>();
  const choose = (candidates: Candidate[], fallback: Watch): ChosenWatch => {
    const sure = candidates.filter(({ watch, paper }) => compileWatch(watch)(paper)).sort((a, b) => b.rank - a.rank);
    const chosen = sure.find(({ paper }) => !taken.has(paper)) ?? sure[0];
    if (!chosen) return { watch: fallback };
    taken.add(chosen.paper);
    return { watch: chosen.watch, paper: chosen.paper };
  };
  return [
    choose(papers(known, all), { kind: "paper", text: "P2300" }),
    choose(authors(known, added), { kind: "author", text: "Gödel" }),
    choose(words(known, added), { kind: "title", text: "executor" }),
    choose(audiences(known, added), { kind: "audience", text: mostCommon(known.flatMap(({ audience }) => audience)) ?? "LEWG" }),
  ];
}

/** Among the candidates of a kind the highest rank wins; the order of the index decides between equals. */
interface Candidate {
  watch: Watch;
  paper: Paper;
  rank: number;
}

/** The longer a paper has been in the works, the more people wait for it. A new paper will do where none has a new revision. */
function papers(known: Paper[], added: Paper[]): Candidate[] {
  const before = groupSeries(known);
  return added.flatMap((paper) => {
    const text = seriesOf(paper);
    return text ? [{ watch: { kind: "paper", text }, paper, rank: before.get(text)?.revisions.length ?? 0 }] : [];
  });
}

/** A name with an accent shows best what is compared; then whoever has written most. */
function authors(known: Paper[], added: Paper[]): Candidate[] {
  const counts = countBy(known.flatMap((paper) => paper.authors.map(surname)));
  return added.flatMap((paper) =>
    paper.authors.map((author) => {
      const text = surname(author);
      const accented = foldText(text) !== text.toLowerCase();
      return { watch: { kind: "author", text }, paper, rank: (counts.get(text) ?? 0) + (accented ? known.length : 0) };
    }),
  );
}

/** The word should be a topic, which earlier papers share, and of those the rarest. */
function words(known: Paper[], added: Paper[]): Candidate[] {
  const counts = countBy(known.flatMap(({ title }) => [...new Set(titleWords(title).map(({ key }) => key))]));
  return added.flatMap((paper) =>
    titleWords(paper.title)
      .filter(({ key }) => key.length >= SHORTEST_WORD && /^\p{L}+$/u.test(key))
      .map(({ spelling, key }) => {
        const count = counts.get(key) ?? 0;
        return { watch: { kind: "title", text: spelling.toLowerCase() }, paper, rank: count < PAPERS_OF_A_TOPIC ? 0 : 1 / count };
      }),
  );
}

function audiences(known: Paper[], added: Paper[]): Candidate[] {
  const counts = countBy(known.flatMap(({ audience }) => audience));
  return added.flatMap((paper) => paper.audience.map((text) => ({ watch: { kind: "audience", text }, paper, rank: counts.get(text) ?? 0 })));
}

function surname(author: string): string {
  return author.split(" ").at(-1) ?? author;
}

function mostCommon(texts: string[]): string | undefined {
  return [...countBy(texts)].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function countBy(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
