import { translate } from "../../../../lib/language/translate.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import type { KnownPapers } from "../index-context.tsx";

interface OnlyRevisionProps {
  /** The revision that was typed. */
  only: Watch;
  series: string;
  index: KnownPapers;
  onChoose: (watch: Watch) => void;
}

/** Who typed a revision watches its series; this one alone is a click away, unless it is there and nothing more can come of it. */
export function OnlyRevision({ only, series, index, onChoose }: OnlyRevisionProps) {
  if (isThere(only, index)) return <p class="help">{translate("revision_there", [only.text, series])}</p>;
  return (
    <p class="only-revision">
      <button type="button" aria-keyshortcuts="Shift+Enter" onClick={() => onChoose(only)}>
        {translate("only_revision", [only.text])}
      </button>{" "}
      <span class="help">{translate("only_revision_key")}</span>
    </p>
  );
}

/** True where the paper of this very id has appeared. */
export function isThere({ text }: Watch, { papers }: KnownPapers): boolean {
  return papers.some(({ id }) => id === text);
}
