import { translate } from "../../../lib/language/translate.ts";
import { readAbstract } from "../../../lib/store/texts/read-abstract.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";

/** What a document says that it is about, as plain text. */
export function AbstractNote({ id }: { id: string }) {
  const read = useLiveQuery(async (db) => ({ abstract: await readAbstract(db, id) }), [id]);
  return (
    <p class="match-note match-about" dir="auto" aria-live="polite">
      {read && (read.abstract ?? translate("no_abstract", [id]))}
    </p>
  );
}
