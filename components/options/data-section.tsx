import { useId, useState } from "preact/hooks";
import { sendMessage } from "../../lib/messages.ts";
import { exportBackup } from "../../lib/store/backup.ts";
import type { ImportReport } from "../../lib/store/import-report.ts";
import { translate } from "../../lib/translate.ts";
import { useAttempt } from "../attempts.tsx";
import { useDatabase } from "../database-context.ts";
import { downloadBackup } from "../download-backup.ts";
import { ImportResult } from "./import-result.tsx";

/** Taking one's data out and in. */
export function DataSection() {
  const db = useDatabase();
  const attempt = useAttempt();
  const [report, setReport] = useState<ImportReport>();
  const [heading, field, help] = [useId(), useId(), useId()];
  const save = () =>
    attempt(async () => {
      const now = new Date();
      downloadBackup(JSON.stringify(await exportBackup(db, now.getTime()), null, 2), now);
    });
  const load = (input: HTMLInputElement) =>
    attempt(async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      setReport(undefined);
      setReport(await sendMessage("importBackup", { json: await file.text() }));
      // The same file, put right, can be chosen again.
      input.value = "";
    });
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{translate("data")}</h2>
      <div class="setting">
        <button type="button" onClick={() => void save()}>
          {translate("export")}
        </button>
        <p class="help">{translate("export_help")}</p>
      </div>
      <div class="setting">
        <label for={field}>{translate("import")}</label>
        <input id={field} type="file" accept=".json,application/json" aria-describedby={help} onChange={(event) => void load(event.currentTarget)} />
        <p id={help} class="help">
          {translate("import_help")}
        </p>
        <div aria-live="polite">{report && <ImportResult report={report} />}</div>
      </div>
    </section>
  );
}
