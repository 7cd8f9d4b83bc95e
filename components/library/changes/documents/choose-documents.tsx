import { translate } from "../../../../lib/language/translate.ts";
import { Icon } from "../../../icon.tsx";
import { DocumentChoice } from "../../document-choice.tsx";
import { nameOf } from "./text-states.tsx";

interface ChooseDocumentsProps {
  /** Newest first. */
  ids: string[];
  before: string;
  after: string;
  onChoose: (before: string, after: string) => void;
}

/** Any two documents, and a button that swaps them. */
export function ChooseDocuments({ ids, before, after, onChoose }: ChooseDocumentsProps) {
  const all = [...new Set([...ids, after, before])];
  return (
    <div class="compare">
      <DocumentChoice nameOf={nameOf} label={translate("changes_before")} ids={all} value={before} onChange={(one) => onChoose(one, after)} />
      <DocumentChoice nameOf={nameOf} label={translate("changes_after")} ids={all} value={after} onChange={(one) => onChoose(before, one)} />
      <button type="button" onClick={() => onChoose(after, before)}>
        <Icon name="undo" />
        {translate("changes_swap")}
      </button>
    </div>
  );
}
