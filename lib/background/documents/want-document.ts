import { READING } from "../../document/reading.ts";
import { type DocumentAddress, documentAddress } from "../../sources/document-address.ts";
import type { Tables } from "../../store/database/database.ts";
import type { TextRow, TextTrouble } from "../../store/database/schema.ts";
import { type DocumentLink, documentSource } from "../../store/texts/document-source.ts";
import { draftOfTextId } from "../../store/texts/text-id.ts";
import { noteTextTrouble, touchText } from "../../store/texts/texts.ts";
import { READ_DOCUMENT } from "../../terms/work-names.ts";
import type { JobRequest } from "../../work/rows.ts";

export const WANTED_TABLES = ["texts", "shelves", "listed", "drafts"] as const;

/** What was not there yet may have come by then. */
const SEEKS_AGAIN_MS = 24 * 60 * 60_000;

/** Where the document is to be had is asked for, the rest where the first has it not. `tried`: better addresses had it not. */
export interface ReadDocumentArgs {
  id: string;
  urls: [string, ...string[]];
  tried?: true;
}

/** An address, and which content of a draft lies there; what was published has no version. */
type VersionedAddress = DocumentAddress & Pick<DocumentLink, "version">;

/** What is to be done for the text of a document: nothing where it is there as it is at present, and nothing can be where it lies at no host that may be asked. */
type Wanted = { kind: "held" } | { kind: "asked"; request: JobRequest & { lane: string } } | { kind: "nowhere"; link: string | undefined };

async function wanted(db: Tables<(typeof WANTED_TABLES)[number]>, id: string, now: number, priority?: number): Promise<Wanted> {
  // That file is no more: it was read when it was there, or never will be.
  if (draftOfTextId(id) !== undefined) return { kind: "held" };
  const links = await documentSource(db, id);
  const held = await db.texts.get(id);
  const [first, ...rest] = versionsAt(links);
  if (held && held.bytes > 0 && held.reading === READING && isPresent(held, first, rest, now)) return { kind: "held" };
  return first ? { kind: "asked", request: requestFor(id, [first, ...rest], { priority }) } : { kind: "nowhere", link: links[0]?.link };
}

/** Whether the text is what lies at the best address, or at none any more; or at another one, where the best had nothing when it was asked within the last day. */
function isPresent({ version, soughtAt }: TextRow, first: VersionedAddress | undefined, rest: VersionedAddress[], now: number): boolean {
  if (first === undefined || version === first.version) return true;
  // A time to come is of a clock that was ahead.
  const isSought = soughtAt !== undefined && Math.abs(now - soughtAt) < SEEKS_AGAIN_MS;
  return first.version === undefined && isSought && rest.every((one) => one.version === undefined || one.version === version);
}

/** The host that would be asked for the text of a document; undefined where none would. */
export async function hostAskedFor(db: Tables<(typeof WANTED_TABLES)[number]>, id: string, now: number): Promise<string | undefined> {
  const what = await wanted(db, id, now);
  return what.kind === "asked" ? what.request.lane : undefined;
}

/** Asks for the text of a document, unless it is there as it is at present, and was read as texts are now. What cannot be asked for is noted. */
export async function wantDocument(
  db: Tables<(typeof WANTED_TABLES)[number]>,
  enqueue: (request: JobRequest) => Promise<number>,
  id: string,
  now: number,
  priority?: number,
): Promise<void> {
  const what = await wanted(db, id, now, priority);
  if (what.kind === "held") return void (await touchText(db, id, now));
  if (what.kind === "asked") return void (await enqueue(what.request));
  const trouble: TextTrouble = what.link === undefined ? { kind: "unlisted" } : { kind: "elsewhere", link: what.link };
  await noteTextTrouble(db, id, { url: what.link ?? "", trouble }, now);
}

/** The job that reads it at the first of these addresses. */
export function requestFor(
  id: string,
  addresses: [DocumentAddress, ...DocumentAddress[]],
  { priority, tried }: { priority?: number | undefined; tried?: true | undefined } = {},
): JobRequest & { lane: string } {
  const key = `${READ_DOCUMENT}/${id}`;
  const args: ReadDocumentArgs = { id, urls: addresses.map(({ url }) => url) as ReadDocumentArgs["urls"], ...(tried && { tried }) };
  return { kind: READ_DOCUMENT, args, lane: addresses[0].host, key, lock: key, ...(priority !== undefined && { priority }) };
}

/** Those of these places that may be asked for, each once. */
export function versionsAt(links: DocumentLink[]): VersionedAddress[] {
  const versions = new Map(links.flatMap(({ link, version }) => (version === undefined ? [] : [[documentAddress(link)?.url, version] as const])));
  return addressesOf(links.map(({ link }) => link)).map((one) => {
    const version = versions.get(one.url);
    return { ...one, ...(version !== undefined && { version }) };
  });
}

/** Those of these links that may be asked for. */
export function addressesOf(links: string[]): DocumentAddress[] {
  const addresses = links.flatMap((link) => documentAddress(link) ?? []);
  return addresses.filter(({ url }, place) => addresses.findIndex((one) => one.url === url) === place);
}
