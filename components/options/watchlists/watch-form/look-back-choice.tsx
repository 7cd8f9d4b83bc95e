import { translate } from "../../../../lib/language/translate.ts";
import { hasEvents } from "../../../../lib/store/health/read-work.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";

interface LookBackChoiceProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether the new watch is also held against what was logged before; not asked while there is nothing of the kind. */
export function LookBackChoice({ checked, onChange }: LookBackChoiceProps) {
  const hasPast = useLiveQuery(hasEvents);
  if (!hasPast) return null;
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {translate("look_back")}
    </label>
  );
}
