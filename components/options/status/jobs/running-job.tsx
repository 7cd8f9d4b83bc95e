import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { JobRow } from "../../../../lib/work/rows.ts";
import { clockTime } from "../../../text/format-time.ts";
import { workName } from "../../../text/work-name.ts";
import { CommandButton } from "../command-button.tsx";
import { WorkItem } from "../work-item.tsx";
import { JobProgress } from "./job-progress.tsx";

/** A job under way, and the button that stops it. */
export function RunningJob({ job, now, leaving }: { job: JobRow; now: number; leaving: () => void }) {
  const { id, kind, attempts, startedAt = now, abort } = job;
  const name = workName(kind, translate);
  const cancel = (
    <CommandButton text={translate("cancel")} label={translate("cancel_of", [name])} command={() => sendMessage("cancelJob", { id })} onCommand={leaving} />
  );
  return (
    <WorkItem id={id} name={name} actions={cancel}>
      <p class="help">
        {translate("job_since", [clockTime(startedAt, now), attempts])} {abort && translate("job_told_to_stop")}
      </p>
      <JobProgress kind={kind} name={name} />
    </WorkItem>
  );
}
