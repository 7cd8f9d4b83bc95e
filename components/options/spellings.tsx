import { useMemo } from "preact/hooks";
import type { Paper } from "../../lib/papers/paper.ts";
import { translate } from "../../lib/translate.ts";
import { authorSpellings } from "../../lib/watch/author-spellings.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { translateCount } from "../format-number.ts";

const SHOWN = 6;

/** The names in the index that an author watch would find, so that a person sees whom they would follow. */
export function Spellings({ watch, papers }: { watch: Watch; papers: Paper[] }) {
  const spellings = useMemo(() => authorSpellings(watch, papers), [papers, watch.kind, watch.text]);
  if (spellings.length === 0) return null;
  const names = spellings.slice(0, SHOWN).map(({ name }) => name);
  const hidden = spellings.length - names.length;
  return (
    <p class="spellings help">
      {translate("spellings", [names.join(", ")])}
      {hidden > 0 && ` ${translateCount("spellings_more", hidden)}`}
    </p>
  );
}
