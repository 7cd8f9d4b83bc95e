import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { JobRow } from "../../../../lib/work/rows.ts";
import { errorWords } from "../../../text/error-words.ts";
import { clockTime } from "../../../text/format-time.ts";
import { workName } from "../../../text/work-name.ts";
import { CommandButton } from "../command-button.tsx";
import { ErrorNote } from "../error-note.tsx";
import { WorkItem } from "../work-item.tsx";

/** A job that was given up, why, and the button that has it run again. */
export function FailedJob({ job, now, leaving }: { job: JobRow; now: number; leaving: () => void }) {
  const { id, kind, attempts, endedAt = now, error } = job;
  const name = workName(kind, translate);
  const retry = (
    <CommandButton
      text={translate("try_again")}
      label={translate("try_again_of", [name])}
      command={() => sendMessage("retryJob", { id })}
      onCommand={leaving}
    />
  );
  return (
    <WorkItem id={id} name={name} actions={retry}>
      <ErrorNote text={translate("job_failed", attempts, [clockTime(endedAt, now), attempts])} message={error ? errorWords(error, job.lane, translate) : ""} />
    </WorkItem>
  );
}
