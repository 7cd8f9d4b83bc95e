import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import type { Paper } from "../../lib/papers/paper.ts";
import { translate } from "../../lib/translate.ts";
import { countMatches } from "../../lib/watch/count-matches.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { translateCount } from "../format-number.ts";
import { Spellings } from "./spellings.tsx";

interface WatchChoicesProps {
  group: RefObject<HTMLFieldSetElement | null>;
  text: string;
  choices: [author: Watch, title: Watch];
  /** Undefined while the person types or the index is being read. */
  papers: Paper[] | undefined;
  onChoose: (watch: Watch) => void;
}

/** Free text is a name or words of a title; only the person knows which. */
export function WatchChoices({ group, text, choices, papers, onChoose }: WatchChoicesProps) {
  const counts = useMemo(() => papers && papers.length > 0 && choices.map((watch) => countMatches(watch, papers)), [papers, text]);
  return (
    <fieldset ref={group} class="choices">
      <legend>{translate("problem_ambiguous", [text])}</legend>
      {choices.map((watch, position) => (
        <button key={watch.kind} type="button" onClick={() => onChoose(watch)}>
          {translate(watch.kind === "author" ? "as_author" : "in_titles")}
          {counts && ` (${translateCount("papers_count", counts[position] ?? 0)})`}
        </button>
      ))}
      {papers && <Spellings watch={choices[0]} papers={papers} />}
    </fieldset>
  );
}
