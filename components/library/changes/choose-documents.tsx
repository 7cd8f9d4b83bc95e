import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";
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
      <Choice label={translate("changes_before")} ids={all} value={before} onChange={(one) => onChoose(one, after)} />
      <Choice label={translate("changes_after")} ids={all} value={after} onChange={(one) => onChoose(before, one)} />
      <button type="button" onClick={() => onChoose(after, before)}>
        <Icon name="undo" />
        {translate("changes_swap")}
      </button>
    </div>
  );
}

function Choice({ label, ids, value, onChange }: { label: string; ids: string[]; value: string; onChange: (id: string) => void }) {
  const field = useId();
  return (
    <>
      <label for={field}>{label}</label>
      <select id={field} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {ids.map((id) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
    </>
  );
}
