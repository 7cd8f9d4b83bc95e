import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { exportBackup } from "../../../lib/store/backup/backup.ts";
import { useAttempt } from "../../attempts.tsx";
import { useDatabase } from "../../database-context.ts";
import { downloadBackup } from "../../download-backup.ts";

/** Taking everything out. */
export function ExportPart() {
  const db = useDatabase();
  const attempt = useAttempt();
  const [heading, help] = [useId(), useId()];
  const save = () =>
    attempt(async () => {
      const now = new Date();
      downloadBackup(JSON.stringify(await exportBackup(db, now.getTime()), null, 2), now);
    });
  return (
    <section class="setting-group" aria-labelledby={heading}>
      <h2 id={heading}>{translate("export")}</h2>
      <div class="setting">
        <button type="button" aria-describedby={help} onClick={() => void save()}>
          {translate("export")}
        </button>
        <p id={help} class="help">
          {translate("export_help")}
        </p>
      </div>
    </section>
  );
}
