import { paperOfDraft } from "../../papers/draft.ts";
import { paperOfListing, withListing } from "../../papers/listing.ts";
import type { Paper } from "../../papers/paper.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { allPapers } from "./shelves.ts";

/** Every document that PaperScout knows: the papers of the index, completed by the yearly listings, then those that only the listings have, then drafts that the index lacks. */
export async function searchablePapers(db: ReadableDatabase): Promise<Paper[]> {
  const [papers, listed, drafts] = await Promise.all([allPapers(db), db.listed.toArray(), db.drafts.toArray()]);
  const inListings = new Map(listed.map((row) => [row.id, row]));
  const all = papers.map((paper) => {
    const row = inListings.get(paper.id);
    return row ? withListing(paper, row) : paper;
  });
  const ids = new Set(papers.map(({ id }) => id));
  for (const row of listed) if (!ids.has(row.id)) all.push(paperOfListing(row));
  for (const { id } of listed) ids.add(id);
  return [...all, ...drafts.filter(({ id }) => !ids.has(id)).map(paperOfDraft)];
}

/** A text that is another one whenever searchablePapers may give something else; cheap, and live where it is read by a liveQuery. */
export async function searchableStamp(db: ReadableDatabase): Promise<string> {
  const [index, listing, drafts] = await Promise.all([db.state.get("index"), db.state.get("listing"), db.drafts.toArray()]);
  return JSON.stringify([
    index?.name === "index" && index.changedAt,
    listing?.name === "listing" && Object.values(listing.years).map(({ readAt }) => readAt),
    drafts.map(({ id, page }) => [id, page]),
  ]);
}
