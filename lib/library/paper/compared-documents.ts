import type { LibraryDocument } from "./document.ts";
import { publishedBefore } from "./published-before.ts";

/** Two documents of a paper, of which `before` is the earlier one. */
export interface ComparedDocuments {
  before: LibraryDocument;
  after: LibraryDocument;
}

/** Of a paper's documents, oldest first, those of these two ids in their order, whichever was named first; undefined where they are not two. */
export function comparedDocuments(documents: LibraryDocument[], one: string, other: string): ComparedDocuments | undefined {
  const [before, after] = documents.filter(({ paper: { id } }) => id === one || id === other);
  return before && after && { before, after };
}

/** The two that are compared unless others are chosen: the newest document and the published one before it. */
export function comparedAtFirst(documents: LibraryDocument[]): ComparedDocuments | undefined {
  const after = documents.at(-1);
  const before = publishedBefore(documents, documents.length - 1) ?? documents.at(-2);
  return before && after && { before, after };
}
