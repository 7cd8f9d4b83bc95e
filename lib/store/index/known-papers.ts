import { flawOf } from "../../papers/index/read-entry.ts";
import { readLines, shelfLines } from "../../papers/index/shelf-lines.ts";
import type { KnownPaper } from "../../probe/policy.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { shelvesOf } from "./shelves.ts";

const REVISION_OF_P = /^P([1-9][0-9]*|0[0-9]{3})R([0-9]{1,3})$/i;
const EXTENSION = /\.(?:pdf|html?)$/i;

/**
 * The published papers as the policies of probing see them, and every P and D id of the index as it stands there. Reads
 * only what a policy needs of an entry, since a cycle begins with it: a tenth of the time of reading the papers.
 */
export async function knownPapers(db: ReadableDatabase): Promise<{ papers: KnownPaper[]; ids: Set<string> }> {
  const shelves = await shelvesOf(db, "P", "D");
  const papers: KnownPaper[] = [];
  const ids = new Set<string>();
  for (const [id, entry] of readLines(shelves.flatMap(({ text }) => (text === "" ? [] : shelfLines(text))))) {
    if (flawOf(id, entry)) continue;
    ids.add(id);
    const [, number, revision] = REVISION_OF_P.exec(id) ?? [];
    if (number === undefined || revision === undefined) continue;
    const { date, long_link: link } = entry as Record<string, unknown>;
    papers.push({ number: Number(number), revision: Number(revision), ...(typeof date === "string" && date !== "" && { date }), ...extensionPart(link) });
  }
  for (const { id, date, link } of await db.listed.where("id").startsWith("P").toArray()) {
    const [, number, revision] = REVISION_OF_P.exec(id) ?? [];
    if (number === undefined || revision === undefined || ids.has(id)) continue;
    papers.push({ number: Number(number), revision: Number(revision), ...(date && { date }), ...extensionPart(link), onlyListed: true });
  }
  return { papers, ids };
}

function extensionPart(link: unknown): { extension?: string } {
  const found = typeof link === "string" ? EXTENSION.exec(link)?.[0].toLowerCase() : undefined;
  return found ? { extension: found === ".htm" ? ".html" : found } : {};
}
