import { useMemo } from "preact/hooks";
import type { LibraryDocument } from "../../lib/library/paper/document.ts";
import { withFormerNumber } from "../../lib/library/paper/with-former-number.ts";
import { useCatalogue } from "./catalogue-context.tsx";

const NONE: LibraryDocument[] = [];

/** What can be compared with one another of a paper with these documents: they, and what it was under its former number. */
export function useCompared(documents: LibraryDocument[] = NONE): LibraryDocument[] {
  const catalogue = useCatalogue();
  return useMemo(() => (typeof catalogue === "object" ? withFormerNumber(documents, catalogue.series) : documents), [documents, catalogue]);
}
