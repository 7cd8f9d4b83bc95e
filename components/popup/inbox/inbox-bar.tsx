import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";

interface InboxBarProps {
  letterKeys: boolean;
  /** Absent where nothing is to be marked. */
  onMarkAll?: (() => void) | undefined;
}

/** The line above the matches; its place is kept where there is nothing in it. */
export function InboxBar({ letterKeys, onMarkAll }: InboxBarProps) {
  return (
    <div class="bar">
      {letterKeys && <p class="keys-hint">{translate("keys_hint")}</p>}
      {onMarkAll && (
        <button type="button" class="plain" onClick={onMarkAll}>
          <Icon name="check" />
          {translate("mark_all_read")}
        </button>
      )}
    </div>
  );
}
