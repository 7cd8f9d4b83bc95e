import { translate } from "../../../lib/language/translate.ts";
import { isDraft, type LibraryDocument } from "../../../lib/library/paper/document.ts";
import { isOut } from "../../../lib/library/paper/is-out.ts";

/** Says of a draft that it is one, and that it may change while it may; nothing of what is published. */
export function DraftMark({ document, documents }: { document: LibraryDocument; documents: LibraryDocument[] }) {
  if (!isDraft(document)) return null;
  return <span class="draft">{translate(isOut(documents, document) ? "draft_published" : "draft_label")}</span>;
}
