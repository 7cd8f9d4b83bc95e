import type { Draft } from "../papers/draft.ts";
import type { ListedPaper } from "../papers/listing.ts";
import { isPaper, type Paper } from "../papers/paper.ts";
import { seriesOf } from "../papers/series.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { type Breathe, forEachBreathing } from "./breathe.ts";
import { dateOf, documentOfDraft, documentOfIndex, documentOfListing, isDraft, type LibraryDocument, mailingOf } from "./paper/document.ts";

/** All documents of one paper, P2300 say. */
export interface LibrarySeries {
  id: string;
  /** Oldest first, a draft before what it became; never empty. */
  documents: LibraryDocument[];
  /** The newest published one, else the newest draft. */
  newest: LibraryDocument;
  /** Of the newest document that has one; "" where none has. */
  title: string;
  titleKey: string;
  /** By which it stands in the list: of its newest dated document, else of the number before it; "" where neither is known. */
  date: string;
}

/** A value that papers have, and how many papers have it. */
export interface Counted<Value> {
  value: Value;
  count: number;
}

/** All that the library knows, ready to be looked up. */
export interface Catalogue {
  series: Map<string, LibrarySeries>;
  /** Most frequent first. */
  audiences: Counted<string>[];
  authors: Counted<string>[];
  /** Newest first. */
  years: Counted<number>[];
  mailings: Counted<string>[];
}

/** What the library is made from; papers of the index win over rows of the listing, and these over drafts. */
export interface Holdings {
  papers: Iterable<Paper>;
  listed: ListedPaper[];
  drafts: Draft[];
}

export async function buildCatalogue(holdings: Holdings, breathe: Breathe): Promise<Catalogue> {
  const series = new Map<string, LibrarySeries>();
  const [audiences, authors, years, mailings] = [new Map<string, number>(), new Map<string, number>(), new Map<number, number>(), new Map<string, number>()];
  await forEachBreathing(await gather(holdings, breathe), breathe, ([id, documents]) => series.set(id, seriesFrom(id, documents)));
  await dateByNeighbours(series.values(), breathe);
  await forEachBreathing(series.values(), breathe, ({ documents }) => {
    count(audiences, documents, ({ paper }) => paper.audience);
    count(authors, documents, ({ paper }) => paper.authors);
    count(years, documents, (document) => yearOf(document) ?? []);
    count(mailings, documents, (document) => mailingOf(document)?.id ?? []);
  });
  return {
    series,
    audiences: byCount(audiences),
    authors: byCount(authors),
    years: newestFirst(years),
    mailings: newestFirst(mailings),
  };
}

/** The year of a document's date; undefined where it has none. */
export function yearOf(document: LibraryDocument): number | undefined {
  const date = dateOf(document);
  return date ? Number(date.slice(0, 4)) : undefined;
}

async function gather({ papers, listed, drafts }: Holdings, breathe: Breathe): Promise<Map<string, LibraryDocument[]>> {
  const rows = new Map(listed.map((row) => [row.id, row]));
  const found = new Map(drafts.map((draft) => [draft.id, draft]));
  const documents = new Map<string, LibraryDocument[]>();
  const add = (document: LibraryDocument) => {
    const { paper } = document;
    if (!isPaper(paper)) return;
    const id = seriesOf(paper) ?? paper.id;
    const held = documents.get(id);
    if (held) held.push(document);
    else documents.set(id, [document]);
    rows.delete(paper.id);
    found.delete(paper.id);
  };
  await forEachBreathing(papers, breathe, (paper) => add(documentOfIndex(paper, rows.get(paper.id), found.get(paper.id))));
  await forEachBreathing([...rows.values()], breathe, (row) => add(documentOfListing(row, found.get(row.id))));
  await forEachBreathing([...found.values()], breathe, (draft) => add(documentOfDraft(draft)));
  return documents;
}

function seriesFrom(id: string, unsorted: LibraryDocument[]): LibrarySeries {
  const documents = unsorted.sort(byRevision);
  const [last] = documents.slice(-1);
  if (!last) throw new Error(`the series ${id} has no document`);
  const newest = documents.findLast((document) => !isDraft(document)) ?? last;
  const title = newest.paper.title || (documents.findLast(({ paper }) => paper.title !== "")?.paper.title ?? "");
  const dates = documents.flatMap((document) => dateOf(document) ?? []);
  return { id, documents, newest, title, titleKey: foldText(title), date: dates.reduce((one, other) => (one > other ? one : other), "") };
}

function byRevision({ paper: a }: LibraryDocument, { paper: b }: LibraryDocument): number {
  return (a.revision ?? -1) - (b.revision ?? -1) || (a.prefix ?? "").localeCompare(b.prefix ?? "");
}

/** A paper of which only the number is known so far is about as old as the one that was numbered before it. */
async function dateByNeighbours(all: Iterable<LibrarySeries>, breathe: Breathe): Promise<void> {
  const numbered = [...all].sort((a, b) => numberOf(a) - numberOf(b));
  const before = new Map<string, string>();
  await forEachBreathing(numbered, breathe, (series) => {
    const { prefix = "" } = series.newest.paper;
    if (series.date === "") series.date = before.get(prefix) ?? "";
    else before.set(prefix, firstDate(series) ?? series.date);
  });
}

function firstDate({ documents }: LibrarySeries): string | undefined {
  return documents.flatMap((document) => dateOf(document) ?? [])[0];
}

function numberOf({ newest }: LibrarySeries): number {
  return newest.paper.number ?? 0;
}

/** Counts a paper once for each value that one of its documents has. */
function count<Value>(counts: Map<Value, number>, documents: LibraryDocument[], values: (document: LibraryDocument) => Value | Value[]): void {
  for (const value of new Set(documents.flatMap(values))) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function byCount(counts: Map<string, number>): Counted<string>[] {
  return counted(counts).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function newestFirst<Value extends string | number>(counts: Map<Value, number>): Counted<Value>[] {
  return counted(counts).sort((a, b) => (a.value < b.value ? 1 : -1));
}

function counted<Value>(counts: Map<Value, number>): Counted<Value>[] {
  return [...counts].map(([value, count]) => ({ value, count }));
}
