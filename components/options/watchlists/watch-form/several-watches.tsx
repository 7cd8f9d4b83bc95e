import { translate } from "../../../../lib/language/translate.ts";
import { onePerson } from "../../../../lib/watch/suggesting/one-person.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { meantWatch } from "../../../../lib/watch/syntax/meant-watch.ts";
import { type ParsedWatch, parseWatch } from "../../../../lib/watch/syntax/parse-watch.ts";
import { asOneLine } from "../../../../lib/watch/syntax/split-entries.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { translateCount } from "../../../text/format-number.ts";
import { TitleText } from "../../../text/title-text.tsx";
import { watchText } from "../../../watching/watch-text.ts";
import type { KnownPapers } from "../index-context.tsx";
import { problemText } from "./problem-text.ts";
import { byPapers, useAllFinds } from "./use-finds.ts";

/** Several texts that were typed or pasted at once, as they are understood: each watch once, and what is none. */
export interface SeveralWatches {
  watches: Watch[];
  others: Other[];
  /** What is more than one look takes in. */
  rest: string[];
}

interface Other {
  text: string;
  parsed: ParsedWatch;
}

export function readSeveral({ texts, rest = [] }: { texts: string[]; rest?: string[] }, index: KnownPapers | undefined): SeveralWatches {
  const watches = new Map<string, Watch>();
  const others: Other[] = [];
  for (const text of texts) {
    const parsed = parseWatch(text);
    if (!parsed.ok) others.push({ text, parsed });
    else {
      const watch = asMeant(parsed.watch, text, index);
      watches.set(formatWatch(watch), watch);
    }
  }
  return { watches: [...watches.values()], others, rest };
}

/** What is left of them once the watches are added, to be mended where it stands. */
export function remainder({ others, rest }: SeveralWatches): string {
  return asOneLine([...others.map(({ text }) => text), ...rest].join("\n"));
}

function asMeant(watch: Watch, text: string, index: KnownPapers | undefined): Watch {
  const person = index && onePerson(watch, text, index.vocabulary);
  return person?.isPlain ? person.watch : meantWatch(watch).watch;
}

interface SeveralPreviewProps {
  several: SeveralWatches;
  index: KnownPapers | undefined;
  /** One of the texts is to be this watch. */
  onChoose: (text: string, watch: Watch) => void;
}

/** One look at all of them before they are watched. */
export function SeveralPreview({ several: { watches, others, rest }, index, onChoose }: SeveralPreviewProps) {
  const asked = index && index.papers.length > 0 ? index : undefined;
  const finds = useAllFinds(watches, asked);
  const titles = new Map(index?.vocabulary.papers.map(({ id, title }) => [id, title]));
  return (
    <>
      {watches.length > 0 && (
        <>
          <p>{translateCount("several_preview", watches.length)}</p>
          <ul class="several">
            {watches.map((watch, place) => (
              <li key={formatWatch(watch)} dir="auto">
                <b>{watchText(watch, translate)}</b> <TitleText text={titles.get(watch.text) ?? ""} />{" "}
                <span class="help">{finds?.[place] && translateCount("papers_in_index", finds[place].count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <p>{translateCount("several_others", others.length)}</p>
          <ul class="several">
            {others.map((other) => (
              <OtherText key={other.text} other={other} index={asked} onChoose={onChoose} />
            ))}
          </ul>
        </>
      )}
      {rest.length > 0 && <p>{translateCount("several_rest", rest.length)}</p>}
    </>
  );
}

/** What is no watch, and why; of what may be a name or of a title the person says which. */
function OtherText({ other: { text, parsed }, index, onChoose }: Pick<SeveralPreviewProps, "index" | "onChoose"> & { other: Other }) {
  const choices = !parsed.ok && parsed.problem === "ambiguous" ? parsed.choices.map((watch) => asMeant(watch, text, index)) : [];
  const finds = useAllFinds(choices, index);
  return (
    <li dir="auto">
      <b>{text}</b> {!parsed.ok && parsed.problem !== "ambiguous" && <span class="help">{problemText(parsed, translate)}</span>}
      {byPapers(choices, finds).map(({ watch, papers }) => (
        <button key={watch.kind} type="button" data-kind={watch.kind} onClick={() => onChoose(text, watch)}>
          {translate(watch.kind === "author" ? "as_author" : "in_titles")}
          <span class="visually-hidden">: {text}</span>
          {papers !== undefined && ` (${translateCount("papers_count", papers)})`}
        </button>
      ))}
    </li>
  );
}
