import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { changesBetween } from "../../../lib/library/paper/changes.ts";
import { comparedAtFirst, comparedDocuments } from "../../../lib/library/paper/compared-documents.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { DocumentChoice } from "../document-choice.tsx";
import { changeText } from "./change-text.ts";

/** What differs between any two documents of a paper; nothing for a paper that has not two. */
export function ComparePart({ documents }: { documents: LibraryDocument[] }) {
  const [chosen, setChosen] = useState<{ one?: string; other?: string }>({});
  const first = comparedAtFirst(documents);
  if (!first) return null;
  const { one = first.after.paper.id, other = first.before.paper.id } = chosen;
  const ids = documents.map(({ paper }) => paper.id).reverse();
  const compared = comparedDocuments(documents, one, other);
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{translate("compare")}</h2>
      <div class="compare">
        <DocumentChoice label={translate("compare_one")} ids={ids} value={one} onChange={(one) => setChosen({ ...chosen, one })} />
        <DocumentChoice label={translate("compare_other")} ids={ids} value={other} onChange={(other) => setChosen({ ...chosen, other })} />
      </div>
      <p role="status" dir="auto">
        {compared ? changeText(compared.before.paper.id, changesBetween(compared.before, compared.after), translate) : translate("compare_same")}
      </p>
    </section>
  );
}
