import type { LibraryDocument } from "./document.ts";

export interface NamedAuthors {
  /** Each once, in the order of the document. */
  authors: string[];
  /** The document that names them, where it is another than the one that was asked for. */
  asOf?: LibraryDocument;
}

/** Who wrote a document: where it names nobody, as who is named by the last one before it that names anybody, else by the first one after it. */
export function namedAuthors(documents: LibraryDocument[], document: LibraryDocument): NamedAuthors {
  const names = ({ paper }: LibraryDocument) => [...new Set(paper.authors)];
  if (document.paper.authors.length > 0) return { authors: names(document) };
  const place = documents.indexOf(document);
  const isNamed = ({ paper }: LibraryDocument) => paper.authors.length > 0;
  const asOf = documents.slice(0, Math.max(0, place)).findLast(isNamed) ?? documents.slice(place + 1).find(isNamed);
  return asOf ? { authors: names(asOf), asOf } : { authors: [] };
}
