import type { ImportReport } from "../../lib/store/import-report.ts";
import type { BackupProblem } from "../../lib/store/parse-backup.ts";
import { type MessageKey, translate } from "../../lib/translate.ts";
import { translateCount } from "../format-number.ts";

const PROBLEMS: Record<BackupProblem, MessageKey> = {
  "too-large": "import_too_large",
  "not-json": "import_not_json",
  "not-a-backup": "import_not_a_backup",
  "newer-version": "import_newer_version",
};

const REJECTED_SHOWN = 20;

/** What an import added, and what it left out with its place in the file. */
export function ImportResult({ report }: { report: ImportReport }) {
  if (!report.ok) return <p class="problem">{translate(PROBLEMS[report.problem])}</p>;
  const { watchlists, watches, matches, settings, rejected } = report;
  const hidden = rejected.length - REJECTED_SHOWN;
  return (
    <div class="import-result">
      <p>
        {translate("import_done", [
          translateCount("count_watchlists", watchlists),
          translateCount("count_watches", watches),
          translateCount("count_matches", matches),
          translateCount("count_settings", settings),
        ])}
      </p>
      {rejected.length > 0 && (
        <>
          <p>{translateCount("import_rejected", rejected.length)}</p>
          <ul>
            {rejected.slice(0, REJECTED_SHOWN).map(({ place, text }) => (
              <li key={place}>
                <code>{place}</code>: <code>{text}</code>
              </li>
            ))}
          </ul>
          {hidden > 0 && <p>{translateCount("and_more", hidden)}</p>}
        </>
      )}
    </div>
  );
}
