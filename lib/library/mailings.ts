import type { Paper } from "../papers/paper.ts";
import { type Breathe, forEachBreathing } from "./breathe.ts";
import type { Catalogue, Counted, LibrarySeries } from "./catalogue.ts";
import type { Personal } from "./filter-series.ts";
import { type LibraryDocument, mailingOf } from "./paper/document.ts";

export interface MailedDocument {
  series: LibrarySeries;
  document: LibraryDocument;
}

/** What was new in a mailing. */
export interface Mailing {
  id: string;
  /** By the number of the paper. */
  documents: MailedDocument[];
  /** Of these no listing says so: their date alone puts them here. */
  byDate: number;
}

/** The documents of a mailing; an empty one where there is none. */
export async function readMailing({ series: all }: Catalogue, id: string, breathe: Breathe): Promise<Mailing> {
  const mailing: Mailing = { id, documents: [], byDate: 0 };
  await forEachBreathing(all.values(), breathe, (series) => {
    for (const document of series.documents) {
      const of = mailingOf(document);
      if (of?.id !== id) continue;
      mailing.documents.push({ series, document });
      if (of.byDate) mailing.byDate++;
    }
  });
  mailing.documents.sort((a, b) => byNumber(a.document.paper, b.document.paper));
  return mailing;
}

/** What concerns a person and is new to them: unread matches, and what is watched and not among the ids of what they have `read`. */
export function newDocuments(documents: MailedDocument[], { unreadDocuments, isWatched }: Personal, read: ReadonlySet<string>): MailedDocument[] {
  return documents.filter(({ document: { paper } }) => unreadDocuments.has(paper.id) || (isWatched(paper) && !read.has(paper.id)));
}

/** These documents, paper by paper: what is counted as papers is as long as this. */
export function papersOf(documents: MailedDocument[]): MailedDocument[][] {
  return [...Map.groupBy(documents, ({ series }) => series.id).values()];
}

/** A document stands under each audience that it names, "" holds those that name none; the group of most papers first, "" last. */
export function groupByAudience(documents: MailedDocument[]): { audience: string; documents: MailedDocument[]; papers: number }[] {
  const groups = new Map<string, MailedDocument[]>();
  for (const mailed of documents) {
    const { audience } = mailed.document.paper;
    for (const one of new Set(audience.length > 0 ? audience : [""])) {
      const group = groups.get(one);
      if (group) group.push(mailed);
      else groups.set(one, [mailed]);
    }
  }
  const all = [...groups].map(([audience, documents]) => ({ audience, documents, papers: papersOf(documents).length }));
  return all.sort((a, b) => Number(a.audience === "") - Number(b.audience === "") || b.papers - a.papers || (a.audience < b.audience ? -1 : 1));
}

/** The mailings of each year, newest first, as the catalogue has them. */
export function mailingsByYear(mailings: Counted<string>[]): { year: string; mailings: Counted<string>[] }[] {
  const years = new Map<string, Counted<string>[]>();
  for (const mailing of mailings) {
    const year = mailing.value.slice(0, 4);
    const ofYear = years.get(year);
    if (ofYear) ofYear.push(mailing);
    else years.set(year, [mailing]);
  }
  return [...years].map(([year, mailings]) => ({ year, mailings }));
}

/** The mailings before and after one, as far as there are any. */
export function besideMailing(mailings: Counted<string>[], id: string): { before?: string; after?: string } {
  const before = mailings.find(({ value }) => value < id)?.value;
  const after = mailings.findLast(({ value }) => value > id)?.value;
  return { ...(before && { before }), ...(after && { after }) };
}

function byNumber(a: Paper, b: Paper): number {
  return (a.prefix === "N" ? 1 : 0) - (b.prefix === "N" ? 1 : 0) || (a.number ?? 0) - (b.number ?? 0) || (a.revision ?? -1) - (b.revision ?? -1);
}
