import { translate } from "../../../../lib/language/translate.ts";
import { explainRule } from "../../../../lib/watch/explaining/explain-rule.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { translateCount } from "../../../text/format-number.ts";
import { watchText } from "../../../watching/watch-text.ts";
import type { KnownPapers } from "../index-context.tsx";
import { NewestPapers } from "./newest-papers.tsx";
import { OtherNames } from "./other-names.tsx";
import { Spellings } from "./spellings.tsx";
import { useFinds } from "./use-finds.ts";

interface WatchPreviewProps {
  watch: Watch;
  /** One revision of it was typed. */
  isSeries?: boolean;
  /** Undefined while the person types or the index is being read. */
  index: KnownPapers | undefined;
  /** What is typed becomes this. */
  onWiden: (watch: Watch) => void;
}

/** What the watch would be in words, how many papers of the index it would have found, and the newest of them. */
export function WatchPreview({ watch, isSeries = false, index, onWiden }: WatchPreviewProps) {
  const finds = useFinds(watch, index);
  const named = isSeries ? translate("watch_series", [watch.text]) : watchText(watch, translate);
  const text = watch.kind === "paper" ? named : asBeginning(explainRule(watch, translate));
  if (!index || index.papers.length === 0 || !finds) return <p dir="auto">{text}</p>;
  return (
    <>
      <p dir="auto">
        {translate("preview", [text, translateCount("papers_in_index", finds.count)])}
        {watch.kind === "paper" && watch.text.startsWith("N") && finds.count > 0 && ` ${translate("n_paper_there")}`}
        {finds.count === 0 && ` ${translate(canFind(watch, index) ? "preview_none" : "preview_no_audiences")}`}
      </p>
      {finds.count > 0 && <NewestPapers papers={finds.newest} />}
      <Spellings watch={watch} index={index} />
      <OtherNames watch={watch} index={index} onWiden={onWiden} />
    </>
  );
}

/** Neither index nor listing may name any audience; whoever watches one should know that. */
export function canFind({ kind }: Watch, { vocabulary }: KnownPapers): boolean {
  return kind !== "audience" || vocabulary.audiences.length > 0;
}

function asBeginning(text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(translate("locale")) + rest.join("");
}
