import { filesThere, versionOf } from "../../papers/draft.ts";
import { formatPaperId, parsePaperId } from "../../papers/paper-id.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { indexPapers } from "../index/index-papers.ts";

/** Where a document lies, as far as is known: best first. `version` names the content that a draft has at present. */
export interface DocumentSource {
  links: string[];
  version?: string;
}

type Tables = Pick<ReadableDatabase, "shelves" | "listed" | "drafts">;

/** Undefined for a document that nobody knows. A file at isocpp.org comes last where the paper was published. */
export async function documentSource(db: Tables, id: string): Promise<DocumentSource | undefined> {
  const [papers, listed, draft] = [await indexPapers(db, [id]), await db.listed.get(id), await db.drafts.get(id)];
  const paper = papers.get(id);
  if (!paper && !listed && !draft) return undefined;
  const published = [paper?.longLink, paper?.link, listed?.link].flatMap((link) => link ?? []);
  const links = [...new Set([...published, ...(draft ? filesThere(draft).map(({ link }) => link) : [])])];
  return { links, ...(draft && published.length === 0 && { version: versionOf(draft) }) };
}

/** The published revision before this document, of those that are known; undefined where there is none. */
export async function revisionBefore(db: Tables, id: string): Promise<string | undefined> {
  const { prefix, number, revision, regular } = parsePaperId(id) ?? {};
  if (!regular || (prefix !== "P" && prefix !== "D") || number === undefined || revision === undefined) return undefined;
  const earlier = Array.from({ length: revision }, (_, at) => formatPaperId({ prefix: "P", number, revision: revision - 1 - at }));
  const [papers, listed] = [await indexPapers(db, earlier), await db.listed.bulkGet(earlier)];
  return earlier.find((one, place) => papers.has(one) || listed[place] !== undefined);
}
