import { isDraft, type LibraryDocument } from "./document.ts";

/** What a reader of the document at that place had in hand before: drafts lie between published revisions, and are compared with those. */
export function publishedBefore(documents: LibraryDocument[], place: number): LibraryDocument | undefined {
  return documents.slice(0, place).findLast((document) => !isDraft(document));
}
