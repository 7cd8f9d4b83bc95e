import type { Page } from "puppeteer-core";
import { isPaper, type Paper } from "../../../lib/papers/paper.ts";
import type { Match } from "../../../lib/store/database/schema.ts";

const HOUR = 60 * 60_000;

/** Unread matches of the newest papers, one an hour, the newest just now. */
export function matchesOf(papers: Iterable<Paper>, count: number, now: number): Match[] {
  const newest = [...papers].filter((paper) => isPaper(paper) && paper.date !== undefined).sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  return newest.slice(0, count).map((paper, place) => ({
    id: paper.id,
    paper,
    kind: "paper-added",
    reasons: [{ kind: "author", watched: paper.authors[0] ?? "Kühl", found: paper.authors[0] ?? "Kühl", list: 1, listName: "Papers" }],
    foundAt: now - place * HOUR,
    notifiedAt: now,
    notification: "",
    readAt: 0,
    starredAt: 0,
  }));
}

/** Puts the matches into the database of a page's extension, as rows. */
export async function seedMatches(page: Page, matches: Match[]): Promise<void> {
  await page.evaluate(async (matches) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open("paperscout");
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction("matches", "readwrite");
      for (const match of matches) transaction.objectStore("matches").put(match);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, matches);
}
