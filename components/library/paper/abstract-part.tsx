import { translate } from "../../../lib/language/translate.ts";
import { readAbstract } from "../../../lib/store/texts/read-abstract.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";

/** What a document says that it is about, folded away; nothing where it does not say, or was not read. */
export function AbstractPart({ id }: { id: string }) {
  const abstract = useLiveQuery((db) => readAbstract(db, id), [id]);
  if (!abstract) return null;
  return (
    <details class="abstract">
      <summary>{translate("series_abstract")}</summary>
      <p dir="auto">{abstract}</p>
    </details>
  );
}
