import { type Draft, modifiedAt, paperOfDraft } from "../../papers/draft.ts";
import { type ListedPaper, paperOfListing, withListing } from "../../papers/listing.ts";
import type { Paper } from "../../papers/paper.ts";

/** One document of a series with all that is known of it. */
export interface LibraryDocument {
  /** What the index says, completed by the yearly listing; else what the listing or the draft's first page says. */
  paper: Paper;
  /** The best source that has it. */
  from: "index" | "listing" | "draft";
  listed?: ListedPaper;
  /** What we found at isocpp.org under the same id. */
  draft?: Draft;
}

export function documentOfIndex(paper: Paper, listed?: ListedPaper, draft?: Draft): LibraryDocument {
  return { paper: listed ? withListing(paper, listed) : paper, from: "index", ...(listed && { listed }), ...(draft && { draft }) };
}

export function documentOfListing(listed: ListedPaper, draft?: Draft): LibraryDocument {
  return { paper: paperOfListing(listed), from: "listing", listed, ...(draft && { draft }) };
}

export function documentOfDraft(draft: Draft): LibraryDocument {
  return { paper: paperOfDraft(draft), from: "draft", draft };
}

/** "2024-07-15", or less of it. A draft whose first page names no day has the one of its file, else the one it was found on. */
export function dateOf({ paper, from, draft }: LibraryDocument): string | undefined {
  if (paper.date || from !== "draft" || !draft) return paper.date;
  return new Date(modifiedAt(draft) ?? draft.foundAt).toISOString().slice(0, 10);
}

/** The mailing of a document: as the yearly listing says, else by the month of its date. Drafts are in none. */
export function mailingOf(document: LibraryDocument): { id: string; byDate?: true } | undefined {
  if (document.listed?.mailing) return { id: document.listed.mailing };
  const { date } = document.paper;
  if (isDraft(document) || !date || date.length < 7) return undefined;
  return { id: date.slice(0, 7), byDate: true };
}

/** True for what may change: a D paper, and a file at isocpp.org that neither index nor listing has. */
export function isDraft({ paper, from }: LibraryDocument): boolean {
  return paper.prefix === "D" || from === "draft";
}
