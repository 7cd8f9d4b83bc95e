import { useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { ImportReport } from "../../../lib/store/backup/import-report.ts";
import { MAX_BACKUP_MEGABYTES } from "../../../lib/store/backup/parse-backup.ts";
import { useAttempt } from "../../attempts.tsx";
import { ChosenBackup } from "./chosen-backup.tsx";
import { doneText } from "./done-text.ts";
import { type BackupFile, readBackupFile } from "./read-backup-file.ts";
import { refusalText } from "./refusal-text.ts";

type Done = Extract<ImportReport, { ok: true }>;

/** Taking a backup in: a file is chosen, what it would change is shown, and only then is it imported. */
export function ImportPart() {
  const attempt = useAttempt();
  const [chosen, setChosen] = useState<BackupFile>();
  const [turn, setTurn] = useState(0);
  const [end, setEnd] = useState<"cancelled" | Done>();
  const input = useRef<HTMLInputElement>(null);
  const [heading, field, help] = [useId(), useId(), useId()];
  const choose = (element: HTMLInputElement) =>
    attempt(async () => {
      const [file] = element.files ?? [];
      if (!file) return;
      setEnd(undefined);
      setChosen(await readBackupFile(file));
      setTurn((count) => count + 1);
      // The same file, put right, can be chosen again.
      element.value = "";
    });
  const finish = (how: "cancelled" | Done) => {
    setChosen(undefined);
    setEnd(how);
    input.current?.focus();
  };
  return (
    <section class="setting-group" aria-labelledby={heading}>
      <h2 id={heading}>{translate("import")}</h2>
      <div class="setting">
        <label for={field}>{translate("import_choose")}</label>
        <input
          ref={input}
          id={field}
          type="file"
          accept=".json,application/json"
          aria-describedby={help}
          onChange={(event) => void choose(event.currentTarget)}
        />
        <p id={help} class="help">
          {translate("import_help", [MAX_BACKUP_MEGABYTES])}
        </p>
        <div role="status">
          {chosen && "problem" in chosen && (
            <p class="problem" dir="auto">
              {refusalText(chosen.name, chosen.problem, chosen.fault, translate)}
            </p>
          )}
          {end !== undefined && <p class="result">{end === "cancelled" ? translate("import_cancelled") : doneText(end, translate)}</p>}
        </div>
        {chosen && "backup" in chosen && <ChosenBackup key={turn} file={chosen} onEnd={finish} />}
      </div>
    </section>
  );
}
