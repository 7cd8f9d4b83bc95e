import { translate } from "../../../../lib/language/translate.ts";
import { readProgress } from "../../../../lib/store/health/read-progress.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";
import { jobProgress } from "./job-progress-text.ts";

/** How far a running job has come, where it takes long. */
export function JobProgress({ kind, name }: { kind: string; name: string }) {
  const work = useLiveQuery((db) => readProgress(db, Date.now()));
  const told = work && jobProgress(kind, work, translate);
  if (!told) return null;
  const { text, value, max } = told;
  return (
    <>
      <p class="help numbers">{text}</p>
      <progress aria-label={translate("progress_of", [name])} {...(value !== undefined && { value, max })} />
    </>
  );
}
