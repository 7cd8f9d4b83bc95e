import type { Paper } from "../papers/paper.ts";
import { parsePaperId } from "../papers/paper-id.ts";
import type { Knowledge, KnownPaper } from "./policy.ts";

/** What an index tells the policies: its regular P papers with a revision, and all of its ids. */
export function knowledgeOf(entries: Iterable<Paper>): Pick<Knowledge, "papers" | "ids"> {
  const papers: KnownPaper[] = [];
  const ids = new Set<string>();
  for (const entry of entries) {
    ids.add(entry.id);
    const { id, prefix, number, revision, date, longLink } = entry;
    if (prefix !== "P" || number === undefined || revision === undefined || !parsePaperId(id)?.regular) continue;
    const extension = longLink && extensionOf(longLink);
    papers.push({ number, revision, ...(isWholeDate(date) && { date }), ...(extension && { extension }) });
  }
  return { papers, ids };
}

/** Of the last part of the path, lower case; undefined where that has none. */
function extensionOf(link: string): string | undefined {
  return /^[^?#]*\/[^/?#]*(\.[a-z]{1,5})(?:[?#]|$)/i.exec(link)?.[1]?.toLowerCase();
}

function isWholeDate(date: string | undefined): date is string {
  return date?.length === "YYYY-MM-DD".length;
}
