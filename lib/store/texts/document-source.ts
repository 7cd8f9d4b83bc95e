import { filesThere, versionOf } from "../../papers/draft.ts";
import { formatPaperId, parsePaperId } from "../../papers/paper-id.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { indexPapers } from "../index/index-papers.ts";

/** A place where a document lies. `version` names the content that a file found at isocpp.org has at present; what was published has none. */
export interface DocumentLink {
  link: string;
  version?: string;
}

type Tables = Pick<ReadableDatabase, "shelves" | "listed" | "drafts">;

/** Where a document lies, as far as is known, best first: a file at isocpp.org comes last where the paper was published. None for one that nobody knows. */
export async function documentSource(db: Tables, id: string): Promise<DocumentLink[]> {
  const [papers, listed, draft] = [await indexPapers(db, [id]), await db.listed.get(id), await db.drafts.get(id)];
  const paper = papers.get(id);
  const published = [paper?.longLink, paper?.link, listed?.link].flatMap((link) => link ?? []);
  const found = draft ? filesThere(draft).map(({ link }) => ({ link, version: versionOf(draft) })) : [];
  return [...[...new Set(published)].map((link) => ({ link })), ...found];
}

/** The published revision before this document, of those that are known; undefined where there is none. */
export async function revisionBefore(db: Tables, id: string): Promise<string | undefined> {
  const { prefix, number, revision, regular } = parsePaperId(id) ?? {};
  if (!regular || (prefix !== "P" && prefix !== "D") || number === undefined || revision === undefined) return undefined;
  const earlier = Array.from({ length: revision }, (_, at) => formatPaperId({ prefix: "P", number, revision: revision - 1 - at }));
  const [papers, listed] = [await indexPapers(db, earlier), await db.listed.bulkGet(earlier)];
  return earlier.find((one, place) => papers.has(one) || listed[place] !== undefined);
}
