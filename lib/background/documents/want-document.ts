import { READING } from "../../document/reading.ts";
import { type DocumentAddress, documentAddress } from "../../sources/document-address.ts";
import type { Tables } from "../../store/database/database.ts";
import { documentSource } from "../../store/texts/document-source.ts";
import { draftOfTextId } from "../../store/texts/text-id.ts";
import { noteTextTrouble, touchText } from "../../store/texts/texts.ts";
import { READ_DOCUMENT } from "../../terms/work-names.ts";
import type { JobRequest } from "../../work/rows.ts";

export const WANTED_TABLES = ["texts", "shelves", "listed", "drafts"] as const;

/** Where the document is to be had is asked for, the rest where the first has it not. */
export interface ReadDocumentArgs {
  id: string;
  urls: [string, ...string[]];
}

/** Asks for the text of a document, unless it is there as it is at present, and was read as texts are now. What cannot be asked for is noted. */
export async function wantDocument(
  db: Tables<(typeof WANTED_TABLES)[number]>,
  enqueue: (request: JobRequest) => Promise<number>,
  id: string,
  now: number,
  priority?: number,
): Promise<void> {
  // That file is no more: it was read when it was there, or never will be.
  if (draftOfTextId(id) !== undefined) return touchText(db, id, now);
  const source = await documentSource(db, id);
  const held = await db.texts.get(id);
  if (held && held.bytes > 0 && held.reading === READING && (source?.version === undefined || held.version === source.version)) return touchText(db, id, now);
  const [first, ...rest] = addressesOf(source?.links ?? []);
  if (first) return void (await enqueue(requestFor(id, [first, ...rest], priority)));
  const [link] = source?.links ?? [];
  await noteTextTrouble(db, id, { url: link ?? "", trouble: link === undefined ? { kind: "unlisted" } : { kind: "elsewhere", link } }, now);
}

/** The job that reads it at the first of these addresses. */
export function requestFor(id: string, addresses: [DocumentAddress, ...DocumentAddress[]], priority?: number): JobRequest {
  const key = `${READ_DOCUMENT}/${id}`;
  const args: ReadDocumentArgs = { id, urls: addresses.map(({ url }) => url) as ReadDocumentArgs["urls"] };
  return { kind: READ_DOCUMENT, args, lane: addresses[0].host, key, lock: key, ...(priority !== undefined && { priority }) };
}

/** Those of these links that may be asked for. */
export function addressesOf(links: string[]): DocumentAddress[] {
  const addresses = links.flatMap((link) => documentAddress(link) ?? []);
  return addresses.filter(({ url }, place) => addresses.findIndex((one) => one.url === url) === place);
}
