import { translate } from "../../../../lib/language/translate.ts";
import { forEachBreathing } from "../../../../lib/library/breathe.ts";
import type { Paper } from "../../../../lib/papers/paper.ts";
import { groupSeries, seriesOf } from "../../../../lib/papers/series.ts";
import { compileAuthor } from "../../../../lib/watch/matching/match-author.ts";
import { type OtherName, otherNames } from "../../../../lib/watch/suggesting/other-names.ts";
import { canonicalWatch } from "../../../../lib/watch/syntax/canonical-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useBreathing } from "../../../library/use-breathing.ts";
import type { KnownPapers } from "../index-context.tsx";

interface OtherNamesProps {
  watch: Watch;
  index: KnownPapers;
  /** The same watch with one name more. */
  onWiden: (watch: Watch) => void;
}

/** Under which other names the index shows an author, each to be watched as well by one click. Nothing where it shows none. */
export function OtherNames({ watch, index: { papers }, onWiden }: OtherNamesProps) {
  const others = useBreathing<OtherName[]>(
    async (breathe) => {
      if (watch.kind !== "author") return [];
      const isWatched = compileAuthor(watch.text);
      const own = new Set<string>();
      await forEachBreathing(papers, breathe, (paper) => {
        if (paper.prefix !== "N" && paper.authors.some(isWatched)) own.add(seriesOf(paper) ?? "");
      });
      const revisions: Paper[] = [];
      await forEachBreathing(papers, breathe, (paper) => {
        if (own.size > 0 && own.has(seriesOf(paper) ?? "none")) revisions.push(paper);
      });
      return otherNames(groupSeries(revisions).values(), isWatched);
    },
    [papers],
    `${watch.kind}:${watch.text}`,
  );
  const offers = (others ?? []).flatMap((other) => {
    const wider = widened(watch, other);
    return wider ? [{ name: other.name, wider }] : [];
  });
  if (offers.length === 0) return null;
  return (
    <p class="other-names help">
      {translate("other_names")}
      {offers.map(({ name, wider }) => (
        <button key={name} type="button" onClick={() => onWiden(wider)}>
          {translate("other_names_add", [name])}
        </button>
      ))}
    </p>
  );
}

/** What a person is called now stands first. */
function widened({ kind, text }: Watch, { name, isNewer }: OtherName): Watch | undefined {
  return canonicalWatch({ kind, text: isNewer ? `${name} | ${text}` : `${text} | ${name}` });
}
