import type { Paper } from "../papers/paper.ts";
import { compileAuthor } from "../watch/matching/match-author.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { type Breathe, forEachBreathing } from "./breathe.ts";
import { type LibrarySeries, yearOf } from "./catalogue.ts";
import { FILTER_NAMES, type FilterName, type Filters, type Kind, type Sort } from "./filters.ts";
import { dateOf, isDraft, type LibraryDocument, mailingOf } from "./paper/document.ts";

/** What a person watches and has not read, for the filters of that name. */
export interface Personal {
  isWatched: (paper: Paper) => boolean;
  /** Ids of series, and of those of their documents that the matches are about. */
  unread: ReadonlySet<string>;
  unreadDocuments: ReadonlySet<string>;
}

/** A paper that passed, and the newest of its documents that did. */
export interface FoundSeries {
  series: LibrarySeries;
  document: LibraryDocument;
  /** By which it stands in the list; "" where none is known. */
  date: string;
}

/** Those of the papers that pass every filter, in their order. Audience, year, mailing, author and kind have to agree on one document. */
export async function filterSeries(all: Iterable<LibrarySeries>, filters: Filters, personal: Personal, breathe: Breathe): Promise<FoundSeries[]> {
  const find = compileFilters(filters, personal);
  const found: FoundSeries[] = [];
  await forEachBreathing(all, breathe, (series) => {
    const document = find(series);
    if (document) found.push(foundSeries(series, document));
  });
  return found;
}

/** Where its newest document passed, a paper is as new as its newest draft. */
function foundSeries(series: LibrarySeries, document: LibraryDocument): FoundSeries {
  return { series, document, date: document === series.newest ? series.date : (dateOf(document) ?? series.date) };
}

/** For a search that finds nothing: each filter whose absence would let something pass, with how much. */
export async function explainEmpty(
  all: LibrarySeries[],
  filters: Filters,
  personal: Personal,
  breathe: Breathe,
): Promise<{ without: FilterName; count: number }[]> {
  const reasons: { without: FilterName; count: number }[] = [];
  for (const without of activeFilters(filters)) {
    const { [without]: _, ...others } = filters;
    const { length: count } = await filterSeries(all, others, personal, breathe);
    if (count > 0) reasons.push({ without, count });
  }
  return reasons;
}

/** The names of those that are set, in the order of the controls. */
export function activeFilters(filters: Filters): FilterName[] {
  return FILTER_NAMES.filter((name) => filters[name] !== undefined);
}

/** In place: newest first, highest number first with P papers before N papers, or titles by their letters. */
export function sortSeries(found: FoundSeries[], sort: Sort): FoundSeries[] {
  const byNumber = (a: FoundSeries, b: FoundSeries) =>
    rank(a.document.paper) - rank(b.document.paper) || (b.document.paper.number ?? 0) - (a.document.paper.number ?? 0) || compare(a.series.id, b.series.id);
  const orders: Record<Sort, (a: FoundSeries, b: FoundSeries) => number> = {
    newest: (a, b) => compare(b.date, a.date) || byNumber(a, b),
    number: byNumber,
    // What has no title comes last.
    title: (a, b) => Number(a.series.titleKey === "") - Number(b.series.titleKey === "") || compare(a.series.titleKey, b.series.titleKey) || byNumber(a, b),
  };
  return found.sort(orders[sort]);
}

function compileFilters(filters: Filters, { isWatched, unread }: Personal): (series: LibrarySeries) => LibraryDocument | undefined {
  const tests: ((document: LibraryDocument) => boolean)[] = [];
  const { audience, year, mailing, author, kind } = filters;
  if (kind !== undefined) tests.push((document) => kindOf(document) === kind);
  if (year !== undefined) tests.push((document) => yearOf(document) === year);
  if (mailing !== undefined) tests.push((document) => mailingOf(document)?.id === mailing);
  if (audience !== undefined) {
    const key = foldText(audience);
    tests.push(({ paper }) => paper.audience.some((one) => foldText(one) === key));
  }
  if (author !== undefined) {
    const isAuthor = compileAuthor(author);
    tests.push(({ paper }) => paper.authors.some(isAuthor));
  }
  return ({ id, documents, newest }) => {
    if (filters.unread && !unread.has(id)) return undefined;
    if (filters.watched && !documents.some(({ paper }) => isWatched(paper))) return undefined;
    return tests.length === 0 ? newest : documents.findLast((document) => tests.every((test) => test(document)));
  };
}

function kindOf(document: LibraryDocument): Kind {
  if (document.paper.prefix === "N") return "n";
  return isDraft(document) ? "draft" : "paper";
}

function rank({ prefix }: Paper): number {
  return prefix === "N" ? 1 : 0;
}

/** By code units: what matters is that it is fast and the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
