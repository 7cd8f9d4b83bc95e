import { useState } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { rescueBackup } from "../../lib/store/backup/rescue.ts";
import { DATABASE_VERSION } from "../../lib/store/database/database.ts";
import { DatabaseUnavailable } from "../../lib/store/database/open-database.ts";
import { downloadBackup } from "../download-backup.ts";
import { Icon } from "../icon.tsx";
import { ResetDialog } from "./reset-dialog.tsx";
import { UpdateButton } from "./update-button.tsx";

/** Stands in place of a page whose data cannot be read: says so, and offers every way on, the harmless ones first. */
export function Recovery({ error }: { error: unknown }) {
  const isNewer = error instanceof DatabaseUnavailable && error.newerFormat !== undefined;
  const [note, setNote] = useState("");
  const [resetting, setResetting] = useState(false);
  const exportWhatCanBeRead = async () => {
    setNote("");
    try {
      const rescued = await rescueBackup();
      if (rescued) downloadBackup(rescued.json, new Date());
      setNote(translate(!rescued ? "rescue_nothing" : rescued.complete ? "rescue_complete" : "rescue_partial"));
    } catch (failure) {
      setNote(translate("rescue_failed", [messageOf(failure)]));
    }
  };
  const reset = (
    <button type="button" class="danger" onClick={() => setResetting(true)}>
      {translate("reset")}
    </button>
  );
  return (
    <section class="recovery">
      <div role="alert">
        <h1>
          <Icon name="warning" />
          {translate(isNewer ? "recovery_newer_title" : "recovery_title")}
        </h1>
        <p>{translate(isNewer ? "recovery_newer_text" : "recovery_text")}</p>
        <p class="recovery-error">{reasonText(error)}</p>
      </div>
      {!isNewer && <p>{translate("recovery_advice")}</p>}
      <div class="recovery-actions">
        {isNewer ? (
          <UpdateButton onNote={setNote} />
        ) : (
          <button type="button" class="primary" onClick={() => location.reload()}>
            {translate("try_again")}
          </button>
        )}
        <button type="button" onClick={() => void exportWhatCanBeRead()}>
          {translate("export_readable")}
        </button>
        {!isNewer && reset}
      </div>
      <p aria-live="polite">{note}</p>
      {/* An update brings all of it back; a reset is for who cannot have one. */}
      {isNewer && (
        <details>
          <summary>{translate("recovery_no_update")}</summary>
          <p>{translate("recovery_no_update_text")}</p>
          {reset}
        </details>
      )}
      {resetting && <ResetDialog onClose={() => setResetting(false)} />}
    </section>
  );
}

/** Dexie repeats the browser's own words on a second line. */
function reasonText(error: unknown): string {
  const format = error instanceof DatabaseUnavailable ? error.newerFormat : undefined;
  return format === undefined ? translate("recovery_error", [messageOf(error)]) : translate("recovery_newer", [format, DATABASE_VERSION]);
}

function messageOf(error: unknown): string {
  const message = error instanceof Error && error.message !== "" ? error.message : String(error);
  return message.split("\n", 1)[0] ?? message;
}
