import { isDraft, type LibraryDocument } from "./document.ts";

/** True for a draft whose revision has been published, or a later one of its paper: it will not change any more. */
export function isOut(documents: LibraryDocument[], { draft, paper }: LibraryDocument): boolean {
  if (draft?.publishedAs) return true;
  const { revision = 0 } = paper;
  return documents.some((other) => !isDraft(other) && (other.paper.revision ?? -1) >= revision);
}
