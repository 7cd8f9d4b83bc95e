import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";

/** A quiet word that the change is kept. It is for the eye: for the ear the page says it once. */
export function SavedNote({ saved }: { saved: boolean }) {
  if (!saved) return null;
  return (
    <span class="saved" aria-hidden="true">
      <Icon name="check" />
      {translate("saved")}
    </span>
  );
}
