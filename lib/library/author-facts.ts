import { compileAuthor } from "../watch/matching/match-author.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { otherNames } from "../watch/suggesting/other-names.ts";
import { type Breathe, forEachBreathing } from "./breathe.ts";
import { type Catalogue, type Counted, type LibrarySeries, yearOf } from "./catalogue.ts";
import { dateOf, type LibraryDocument } from "./paper/document.ts";

/** What the library knows of an author: all whose names agree with the one asked for. */
export interface AuthorFacts {
  /** With the newest document of each that names the author, by whose date they stand, newest first. */
  papers: { series: LibrarySeries; document: LibraryDocument }[];
  /** How the name is spelled, and in how many papers so; most frequent first. */
  spellings: Counted<string>[];
  /** What else the index shows the author to be called, newest first. */
  otherNames: string[];
  /** The others who are named beside the author, in their most frequent spelling; most papers in common first. */
  coAuthors: Counted<string>[];
  /** The first and the last year of a dated document; absent where none is dated. */
  years?: { from: number; to: number };
}

export async function readAuthor({ series: all }: Catalogue, name: string, breathe: Breathe): Promise<AuthorFacts> {
  const isAuthor = compileAuthor(name);
  const papers: AuthorFacts["papers"] = [];
  const [spellings, others] = [new Map<string, number>(), new Map<string, Map<string, number>>()];
  const years: number[] = [];
  await forEachBreathing(all.values(), breathe, (series) => {
    const own = series.documents.filter(({ paper }) => paper.authors.some(isAuthor));
    const document = own.at(-1);
    if (!document) return;
    papers.push({ series, document });
    const names = new Set(own.flatMap(({ paper }) => paper.authors).map((one) => one.normalize("NFC")));
    const counted = new Set<string>();
    for (const one of names) {
      if (isAuthor(one)) spellings.set(one, (spellings.get(one) ?? 0) + 1);
      // Two spellings in one paper are one co-author.
      else if (!counted.has(foldText(one))) {
        counted.add(foldText(one));
        add(others, foldText(one), one);
      }
    }
    years.push(...own.flatMap((document) => yearOf(document) ?? []));
  });
  return {
    papers: sortedByShown(papers),
    spellings: byCount([...spellings].map(([value, count]) => ({ value, count }))),
    otherNames: otherNames(
      papers.map(({ series: { id, documents } }) => ({ id, revisions: documents.map(({ paper }) => paper) })),
      isAuthor,
    ).map((other) => other.name),
    coAuthors: byCount([...others.values()].flatMap(mostFrequent)),
    ...(years.length > 0 && { years: extent(years) }),
  };
}

/** By the dates that one sees beside them: a later revision without this author does not count. */
function sortedByShown(papers: AuthorFacts["papers"]): AuthorFacts["papers"] {
  const dated = papers.map((paper) => ({ paper, date: dateOf(paper.document) ?? paper.series.date }));
  return dated.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).map(({ paper }) => paper);
}

/** A loop, since an author may have more documents than a function takes arguments. */
function extent(years: number[]): { from: number; to: number } {
  return { from: years.reduce((one, other) => Math.min(one, other)), to: years.reduce((one, other) => Math.max(one, other)) };
}

function add(counts: Map<string, Map<string, number>>, key: string, spelling: string): void {
  const spellings = counts.get(key) ?? new Map<string, number>();
  counts.set(key, spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1));
}

function mostFrequent(spellings: Map<string, number>): Counted<string>[] {
  const [best] = byCount([...spellings].map(([value, count]) => ({ value, count })));
  return best ? [{ value: best.value, count: [...spellings.values()].reduce((one, other) => one + other) }] : [];
}

function byCount(counted: Counted<string>[]): Counted<string>[] {
  return counted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
