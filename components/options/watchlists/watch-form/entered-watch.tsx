import type { RefObject } from "preact";
import { translate } from "../../../../lib/language/translate.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { translateCount } from "../../../text/format-number.ts";
import { TitleText } from "../../../text/title-text.tsx";
import { watchText } from "../../../watching/watch-text.ts";
import { OnlyRevision } from "./only-revision.tsx";
import { OtherNames } from "./other-names.tsx";
import { Spellings } from "./spellings.tsx";
import { TitleForms } from "./title-forms.tsx";
import type { Entered } from "./use-entered.ts";
import type { Choice } from "./use-finds.ts";
import { WatchPreview } from "./watch-preview.tsx";

interface EnteredWatchProps {
  entered: Entered;
  /** Describes the field. */
  id: string;
  /** What has to be chosen from, where that is so. */
  group: RefObject<HTMLFieldSetElement | null>;
  onChoose: (watch: Watch) => void;
  onText: (text: string) => void;
  /** Shown while nothing is typed. */
  help: string;
}

/** What the text would be as a watch and what it would find; where that is not clear, what the person may choose from. */
export function EnteredWatch({ entered, id, group, onChoose, onText, help }: EnteredWatchProps) {
  const { parsed, meant, index } = entered;
  const widen = (watch: Watch) => onText(formatWatch(watch));
  return (
    <>
      <div class="preview" id={id}>
        {meant && <WatchPreview watch={meant.watch} isSeries={meant.only !== undefined} index={index} onWiden={widen} />}
        {!parsed.ok && parsed.problem === "empty" && help !== "" && (
          <p>
            <TitleText text={help} />
          </p>
        )}
      </div>
      {meant?.only && index && <OnlyRevision only={meant.only} series={meant.watch.text} index={index} onChoose={onChoose} />}
      {meant?.watch.kind === "title" && <TitleForms text={meant.watch.text} index={index} onText={onText} />}
      {meant && (entered.isFar || entered.instead.length > 0) && <Doubt entered={entered} watch={meant.watch} group={group} onChoose={onChoose} />}
      {!parsed.ok && parsed.problem === "ambiguous" && <Ambiguous entered={entered} text={parsed.text} group={group} onChoose={onChoose} onWiden={widen} />}
    </>
  );
}

/** Free text is a name or words of a title; only the person knows which. */
function Ambiguous({
  entered: { choices, instead, index },
  text,
  group,
  onChoose,
  onWiden,
}: Pick<EnteredWatchProps, "entered" | "group" | "onChoose"> & { text: string; onWiden: (watch: Watch) => void }) {
  const author = choices.find(({ watch }) => watch.kind === "author")?.watch;
  return (
    <fieldset ref={group} class="choices">
      <legend>{translate("problem_ambiguous", [text])}</legend>
      {instead.map((choice) => (
        <Instead key={`${choice.watch.kind}:${choice.watch.text}`} choice={choice} onChoose={onChoose} />
      ))}
      {choices.map(({ watch, papers }) => (
        <button key={watch.kind} type="button" data-kind={watch.kind} onClick={() => onChoose(watch)}>
          {translate(watch.kind === "author" ? "as_author" : "in_titles")}
          {papers !== undefined && ` (${translateCount("papers_count", papers)})`}
        </button>
      ))}
      {index && index.papers.length > 0 && author && (
        <>
          <Spellings watch={author} index={index} />
          <OtherNames watch={author} index={index} onWiden={onWiden} />
        </>
      )}
    </fieldset>
  );
}

/** Asks back about a watch that nothing is known of, which may be a slip. */
function Doubt({ entered, watch, group, onChoose }: Pick<EnteredWatchProps, "entered" | "group" | "onChoose"> & { watch: Watch }) {
  const named = watchText(watch, translate);
  return (
    <fieldset ref={group} class="choices">
      <legend>{doubtText(entered, named)}</legend>
      {entered.instead.map((choice) => (
        <Instead key={choice.watch.text} choice={choice} onChoose={onChoose} />
      ))}
      <button type="button" data-sure="" onClick={() => onChoose(watch)}>
        {translate("doubt_all_the_same", [watch.text])}
      </button>
    </fieldset>
  );
}

function doubtText({ isFar, isPair, index }: Entered, named: string): string {
  if (isFar) return translate("doubt_far", [named, `P${index?.frontier}`]);
  return translate(isPair ? "doubt_pair" : "doubt_nothing", [named]);
}

function Instead({ choice: { watch, papers }, onChoose }: { choice: Choice; onChoose: (watch: Watch) => void }) {
  return (
    <button type="button" onClick={() => onChoose(watch)}>
      {translate("doubt_instead", [watchText(watch, translate), papers === undefined ? "" : translateCount("papers_count", papers)])}
    </button>
  );
}
