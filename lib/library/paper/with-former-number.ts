import { seriesOfId } from "../../papers/series.ts";
import { isDraft, type LibraryDocument } from "./document.ts";

/**
 * The documents of a paper, and before them what it was under its former number, if the listing names that and we know it:
 * what is compared, oldest first. `all`: the papers of the library by their number.
 */
export function withFormerNumber(documents: LibraryDocument[], all: ReadonlyMap<string, { documents: LibraryDocument[] }>): LibraryDocument[] {
  const first = documents.find((document) => !isDraft(document));
  const previous = first?.listed?.previous;
  const series = previous === undefined ? undefined : seriesOfId(previous);
  if (!first || series === undefined || series === seriesOfId(first.paper.id)) return documents;
  const former = all.get(series)?.documents.find(({ paper }) => paper.id === previous);
  return former ? [former, ...documents] : documents;
}
