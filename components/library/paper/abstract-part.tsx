import { translate } from "../../../lib/language/translate.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";

/** What the first page of a draft says that it is about, folded away; nothing where it does not say. */
export function AbstractPart({ draft }: { draft: string }) {
  const abstract = useLiveQuery((db) => db.draftTexts.get(draft), [draft])?.abstract;
  if (!abstract) return null;
  return (
    <details class="abstract">
      <summary>{translate("series_abstract")}</summary>
      <p dir="auto">{abstract}</p>
    </details>
  );
}
