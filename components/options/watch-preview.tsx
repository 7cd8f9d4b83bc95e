import { useMemo } from "preact/hooks";
import type { Paper } from "../../lib/papers/paper.ts";
import { translate } from "../../lib/translate.ts";
import { countMatches } from "../../lib/watch/count-matches.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { translateCount } from "../format-number.ts";
import { Spellings } from "./spellings.tsx";
import { watchText } from "./watch-text.ts";

interface WatchPreviewProps {
  watch: Watch;
  /** Undefined while the person types or the index is being read. */
  papers: Paper[] | undefined;
}

/** What the watch would be and what it would have found: "author Kühl: 23 papers in the index." */
export function WatchPreview({ watch, papers = [] }: WatchPreviewProps) {
  const count = useMemo(() => countMatches(watch, papers), [papers, watch.kind, watch.text]);
  const text = watchText(watch, translate);
  if (papers.length === 0) return <p>{text}</p>;
  return (
    <>
      <p>
        {translate("preview", [text, translateCount("papers_in_index", count)])}
        {count === 0 && ` ${translate(finds(watch, papers) ? "preview_none" : "preview_no_audiences")}`}
      </p>
      <Spellings watch={watch} papers={papers} />
    </>
  );
}

/** The index of wg21.link may name no audience at all; whoever watches one should know that. */
function finds({ kind }: Watch, papers: Paper[]): boolean {
  return kind !== "audience" || papers.some(({ audience }) => audience.length > 0);
}
