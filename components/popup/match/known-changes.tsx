import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { seriesOfId } from "../../../lib/papers/series.ts";
import type { TextRow } from "../../../lib/store/database/schema.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { translateCount } from "../../text/format-number.ts";
import { libraryChanges } from "../search/library-address.ts";

type Since = NonNullable<TextRow["since"]>;

const KnownChangesContext = createContext<ReadonlyMap<string, Since>>(new Map());

/** Knows what the documents of these ids differ in, of those whose texts were read; nobody waits for it. */
export function KnownChangesProvider({ ids, children }: { ids: string[]; children: ComponentChildren }) {
  const rows = useLiveQuery((db) => db.texts.bulkGet(ids), [ids.join()]);
  const known = new Map((rows ?? []).flatMap((row) => (row?.since ? [[row.id, row.since] as const] : [])));
  return <KnownChangesContext.Provider value={known}>{children}</KnownChangesContext.Provider>;
}

/** "4 sections changed", with the way to them; nothing where that is not known. */
export function ChangedSections({ id, tabIndex }: { id: string; tabIndex: number }) {
  const since = useContext(KnownChangesContext).get(id);
  const series = seriesOfId(id);
  if (!since || series === undefined) return null;
  const { changed, added, removed } = since.summary;
  const sections = changed + added + removed;
  return (
    <p class="match-note">
      <a data-control="changes" tabIndex={tabIndex} href={libraryChanges(series, since.id, id)} target="_blank" rel="noreferrer noopener">
        {sections === 0 ? translate("match_no_changes") : translateCount("match_changes", sections)}
      </a>
    </p>
  );
}
