import type { RefObject } from "preact";
import { translate } from "../../../../lib/language/translate.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { translateCount } from "../../../text/format-number.ts";
import type { KnownPapers } from "../index-context.tsx";
import { OtherNames } from "./other-names.tsx";
import { Spellings } from "./spellings.tsx";
import { useFinds } from "./use-finds.ts";

interface WatchChoicesProps {
  group: RefObject<HTMLFieldSetElement | null>;
  text: string;
  choices: [author: Watch, title: Watch];
  /** Undefined while the person types or the index is being read. */
  index: KnownPapers | undefined;
  onChoose: (watch: Watch) => void;
  /** What is typed becomes this. */
  onWiden: (watch: Watch) => void;
}

/** Free text is a name or words of a title; only the person knows which. */
export function WatchChoices({ group, text, choices, index, onChoose, onWiden }: WatchChoicesProps) {
  const known = index && index.papers.length > 0 ? index : undefined;
  const counts = [useFinds(choices[0], known), useFinds(choices[1], known)];
  return (
    <fieldset ref={group} class="choices">
      <legend>{translate("problem_ambiguous", [text])}</legend>
      {choices.map((watch, position) => {
        const count = counts[position]?.count;
        return (
          <button key={watch.kind} type="button" onClick={() => onChoose(watch)}>
            {translate(watch.kind === "author" ? "as_author" : "in_titles")}
            {count !== undefined && ` (${translateCount("papers_count", count)})`}
          </button>
        );
      })}
      {known && <Spellings watch={choices[0]} index={known} />}
      {known && <OtherNames watch={choices[0]} index={known} onWiden={onWiden} />}
    </fieldset>
  );
}
