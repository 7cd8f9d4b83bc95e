import { useEffect, useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { ImportReport } from "../../../lib/store/backup/import-report.ts";
import { previewImport } from "../../../lib/store/backup/preview-import.ts";
import { useAttempt } from "../../attempts.tsx";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { changesNothing, ImportPreview } from "./import-preview.tsx";
import type { BackupFile } from "./read-backup-file.ts";
import { RejectedParts } from "./rejected-parts.tsx";

interface ChosenBackupProps {
  file: Extract<BackupFile, { json: string }>;
  onEnd: (how: "cancelled" | Extract<ImportReport, { ok: true }>) => void;
}

/** A backup that was chosen: what it would change as things stand now, and the choice. Drawn anew when something changes meanwhile; takes the focus. */
export function ChosenBackup({ file, onEnd }: ChosenBackupProps) {
  const attempt = useAttempt();
  const preview = useLiveQuery((db) => previewImport(db, file.backup), [file]);
  const [changed, setChanged] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const isDrawn = preview !== undefined;
  useEffect(() => {
    if (isDrawn) heading.current?.focus();
  }, [isDrawn]);
  if (!preview) return null;
  const confirm = () =>
    attempt(async () => {
      const report = await sendMessage("importBackup", { json: file.json, previewed: preview.digest });
      if (report.ok) onEnd(report);
      else setChanged(true);
    });
  const isEmpty = changesNothing(preview);
  return (
    <section class="import-preview" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} dir="auto">
        {translate("import_preview", [file.name])}
      </h3>
      <ImportPreview preview={preview} />
      <RejectedParts rejected={file.backup.rejected} />
      {changed && (
        <p class="problem" role="alert">
          {translate("import_changed_meanwhile")}
        </p>
      )}
      <div class="actions">
        {!isEmpty && (
          <button type="button" class="primary" onClick={() => void confirm()}>
            {translate("import")}
          </button>
        )}
        <button type="button" onClick={() => onEnd("cancelled")}>
          {translate(isEmpty ? "close" : "cancel")}
        </button>
      </div>
    </section>
  );
}
