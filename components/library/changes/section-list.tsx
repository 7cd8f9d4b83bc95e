import type { SectionChange } from "../../../lib/compare/comparison.ts";
import { translate } from "../../../lib/language/translate.ts";
import { shareChanged } from "../../../lib/library/changes/shown-changes.ts";
import { formatNumber } from "../../text/format-number.ts";
import { ShownPart } from "../shown-part.tsx";

const SHOWN = 40;

/** The sections that differ, each with a bar for how much; a press on one goes to it. */
export function SectionList({ sections, onGo }: { sections: { change: SectionChange; at: number }[]; onGo: (at: number) => void }) {
  const differing = sections.filter(({ change }) => change.status !== "same" || change.isMoved || change.formerTitle !== undefined);
  return (
    <ShownPart items={differing} first={SHOWN} label={translate("changes_sections")}>
      {(items) => (
        <ul class="section-list">
          {items.map(({ change, at }) => (
            <li key={at}>
              <button type="button" class="plain" onClick={() => onGo(at)}>
                <bdi>{change.title || translate("changes_untitled")}</bdi>
              </button>
              <span class="help">{aboutSection(change)}</span>
              <span class="bar" aria-hidden="true">
                <span style={{ inlineSize: `${Math.max(3, Math.round(shareChanged(change) * 100))}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </ShownPart>
  );
}

/** "new · words: 12 added, 3 removed"; "signs only, no words" where nothing else differs. */
export function aboutSection({ status, isMoved, formerTitle, words, blocks }: SectionChange): string {
  const about = [
    status === "added" ? translate("changes_is_new") : status === "removed" ? translate("changes_is_gone") : [],
    isMoved ? translate("changes_is_moved") : [],
    formerTitle === undefined ? [] : translate("changes_was", [formerTitle]),
    words.added + words.removed === 0 ? [] : translate("changes_words", [formatNumber(words.added), formatNumber(words.removed)]),
  ].flat();
  const differs = blocks.some(({ pieces }) => pieces.some(({ kind }) => kind !== "same"));
  return about.length === 0 && differs ? translate("changes_only_signs") : about.join(" · ");
}
