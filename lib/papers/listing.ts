import type { Paper } from "./paper.ts";
import { parsePaperId } from "./paper-id.ts";

/** One row of a yearly listing of open-std.org. */
export interface ListedPaper {
  /** "P0447R26", "N4971": as WG21 writes it, whatever the listing makes of it. */
  id: string;
  title: string;
  authors: string[];
  /** Codes, and text that is no known audience, as in Paper. */
  audience: string[];
  /** As in Paper. */
  date?: string;
  /** "2023-12"; absent where the listing has none or nonsense. */
  mailing?: string;
  /** The id of the revision before. */
  previous?: string;
  /** "Adopted 2023-11", as served. */
  disposition?: string;
  /** Of the document, https on open-std.org. */
  link?: string;
}

export interface ListingDiff {
  added: ListedPaper[];
  changed: { listed: ListedPaper; before: ListedPaper }[];
  /** Ids. */
  vanished: string[];
}

/** A paper of the index with what the listing of the same paper adds where the index is silent. The index wins where it speaks. */
export function withListing(paper: Paper, listed: ListedPaper): Paper {
  const date = paper.date ?? listed.date;
  const longLink = paper.longLink ?? listed.link;
  return {
    ...paper,
    title: paper.title || listed.title,
    authors: paper.authors.length > 0 ? paper.authors : listed.authors,
    audience: paper.audience.length > 0 ? paper.audience : listed.audience,
    ...(date && { date }),
    ...(longLink && { longLink }),
  };
}

/** The paper as the index would have it, for one that the index lacks. It has no short link: wg21.link may not know it for days. */
export function paperOfListing(listed: ListedPaper): Paper {
  const { prefix, number, revision } = parsePaperId(listed.id) ?? {};
  const paper: Paper = {
    id: listed.id,
    type: "paper",
    ...(prefix && { prefix }),
    ...(number !== undefined && { number }),
    ...(revision !== undefined && { revision }),
    title: "",
    authors: [],
    audience: [],
  };
  return withListing(paper, listed);
}

/** What a newly read listing adds to the ones held before: rows new or changed, and the ids that it has no more. */
export function diffListing(before: Map<string, ListedPaper>, after: Map<string, ListedPaper>): ListingDiff {
  const diff: ListingDiff = { added: [], changed: [], vanished: [] };
  for (const listed of after.values()) {
    const old = before.get(listed.id);
    if (!old) diff.added.push(listed);
    else if (!sameRow(old, listed)) diff.changed.push({ listed, before: old });
  }
  for (const id of before.keys()) if (!after.has(id)) diff.vanished.push(id);
  return diff;
}

function sameRow(one: ListedPaper, other: ListedPaper): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ title, authors, audience, date, mailing, previous, disposition, link }: ListedPaper): string {
  return JSON.stringify([title, authors, audience, date, mailing, previous, disposition, link]);
}
