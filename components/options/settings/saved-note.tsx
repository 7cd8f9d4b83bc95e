import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";

/** A quiet word that the change is kept. */
export function SavedNote({ saved }: { saved: boolean }) {
  return (
    <span class="saved" aria-live="polite">
      {saved && (
        <>
          <Icon name="check" />
          {translate("saved")}
        </>
      )}
    </span>
  );
}
