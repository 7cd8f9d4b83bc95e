import { translate } from "../../lib/language/translate.ts";
import type { ToldRenaming } from "../../lib/watch/suggesting/told-renaming.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { useHeir } from "../hooks/use-heir.ts";
import { translateCount } from "../text/format-number.ts";

interface RenamingLineProps {
  told: ToldRenaming;
  onWiden: (wider: Watch) => void;
  /** What gets the focus once the button is gone. */
  heirOf: (line: HTMLElement) => HTMLElement | null;
}

/** What the index's renaming of an author means to a watch: that older papers bear the name, or the new name with the button that adds it. Never the old one. */
export function RenamingLine({ told, onWiden, heirOf }: RenamingLineProps) {
  const line = useHeir<HTMLParagraphElement>(heirOf);
  if (told.kind === "bears") return <p class="renaming help">{translateCount("renaming_bears", told.papers)}</p>;
  return (
    <p ref={line} class="renaming help" dir="auto">
      {translate("renaming_is_now", [told.name])}{" "}
      <button type="button" onClick={() => onWiden(told.wider)}>
        {translate("other_names_add", [told.name])}
      </button>
    </p>
  );
}
