import { translate } from "../../../../lib/language/translate.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { meantWatch } from "../../../../lib/watch/syntax/meant-watch.ts";
import { type ParsedWatch, parseWatch } from "../../../../lib/watch/syntax/parse-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { translateCount } from "../../../text/format-number.ts";
import { watchText } from "../../../watching/watch-text.ts";
import type { KnownPapers } from "../index-context.tsx";
import { problemText } from "./problem-text.ts";
import { useAllFinds } from "./use-finds.ts";

/** Several texts that were typed or pasted at once, as they are understood: each watch once, and what is none. */
export interface SeveralWatches {
  watches: Watch[];
  others: { text: string; parsed: ParsedWatch }[];
}

export function readSeveral(texts: string[]): SeveralWatches {
  const watches = new Map<string, Watch>();
  const others: SeveralWatches["others"] = [];
  for (const text of texts) {
    const parsed = parseWatch(text);
    if (!parsed.ok) others.push({ text, parsed });
    else {
      const { watch } = meantWatch(parsed.watch);
      watches.set(formatWatch(watch), watch);
    }
  }
  return { watches: [...watches.values()], others };
}

/** One look at all of them before they are watched. */
export function SeveralPreview({ several: { watches, others }, index }: { several: SeveralWatches; index: KnownPapers | undefined }) {
  const finds = useAllFinds(watches, index && index.papers.length > 0 ? index : undefined);
  const titles = new Map(index?.vocabulary.papers.map(({ id, title }) => [id, title]));
  return (
    <>
      <p>{translateCount("several_preview", watches.length)}</p>
      <ul class="several">
        {watches.map((watch, place) => (
          <li key={formatWatch(watch)} dir="auto">
            <b>{watchText(watch, translate)}</b> {titles.get(watch.text)}{" "}
            <span class="help">{finds?.[place] && translateCount("papers_in_index", finds[place].count)}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <p>{translateCount("several_others", others.length)}</p>
          <ul class="several">
            {others.map(({ text, parsed }) => (
              <li key={text} dir="auto">
                <b>{text}</b> <span class="help">{otherText(parsed)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function otherText(parsed: ParsedWatch): string {
  if (parsed.ok) return "";
  return parsed.problem === "ambiguous" ? translate("import_ambiguous") : problemText(parsed, translate);
}
