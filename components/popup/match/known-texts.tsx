import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { parsePaperId } from "../../../lib/papers/paper-id.ts";
import { seriesOfId } from "../../../lib/papers/series.ts";
import type { TextRow } from "../../../lib/store/database/schema.ts";
import { sectionsIn } from "../../../lib/store/texts/changed-sections.ts";
import { formatNumber } from "../../text/format-number.ts";
import { libraryChanges } from "../search/library-address.ts";

type KnownText = Pick<TextRow, "abstract"> & { since: TextRow["since"] };

export interface KnownTexts {
  /** What was read of each document. */
  texts: ReadonlyMap<string, KnownText>;
  /** The drafts whose first page was read. */
  pages: ReadonlySet<string>;
}

/** What was read of the documents that are shown; nothing where the database is not open yet. */
export const KnownTexts = createContext<KnownTexts>({ texts: new Map(), pages: new Set() });

/** Whether something that the document says of itself was read, or may have been. */
export function useHasAbstract(id: string): boolean {
  const { texts, pages } = useContext(KnownTexts);
  return texts.get(id)?.abstract !== undefined || pages.has(id);
}

/** "R10 · 4 sections changed", with the way to them; nothing where that is not known. */
export function ChangedSections({ id, tabIndex }: { id: string; tabIndex: number }) {
  const since = useContext(KnownTexts).texts.get(id)?.since;
  const series = seriesOfId(id);
  if (!since || series === undefined) return null;
  const sections = sectionsIn(since.summary);
  const revision = parsePaperId(id)?.revision;
  const name = revision === undefined ? id : `R${revision}`;
  return (
    <p class="match-note">
      <a data-control="changes" tabIndex={tabIndex} href={libraryChanges(series, since.id, id)} target="_blank" rel="noreferrer noopener">
        {sections === 0 ? translate("match_no_changes", [name]) : translate("match_changes", sections, [name, formatNumber(sections)])}
      </a>
    </p>
  );
}
