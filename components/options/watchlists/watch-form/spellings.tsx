import { translate } from "../../../../lib/language/translate.ts";
import { forEachBreathing } from "../../../../lib/library/breathe.ts";
import { compileAuthor } from "../../../../lib/watch/matching/match-author.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useBreathing } from "../../../library/use-breathing.ts";
import { translateCount } from "../../../text/format-number.ts";
import type { KnownPapers } from "../index-context.tsx";

const SHOWN = 6;

/** The names in the index that an author watch would find, so that a person sees whom they would follow. Nothing for a watch of another kind. */
export function Spellings({ watch, index }: { watch: Watch; index: KnownPapers }) {
  const names = useBreathing<string[]>(
    async (breathe) => {
      if (watch.kind !== "author") return [];
      const isWatched = compileAuthor(watch.text);
      const found: string[] = [];
      await forEachBreathing(index.vocabulary.authors, breathe, ({ text }) => isWatched(text) && found.push(text));
      return found;
    },
    [index],
    `${watch.kind}:${watch.text}`,
  );
  if (!names || names.length === 0) return null;
  const shown = names.slice(0, SHOWN);
  const hidden = names.length - shown.length;
  return (
    <p class="spellings help" dir="auto">
      {translate("spellings", [shown.join(", ")])}
      {hidden > 0 && ` ${translateCount("spellings_more", hidden)}`}
    </p>
  );
}
