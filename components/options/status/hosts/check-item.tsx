import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { PlannedSchedule, WorkOverview } from "../../../../lib/store/health/read-work.ts";
import { isStale } from "../../../../lib/work/schedules/is-stale.ts";
import { Icon } from "../../../icon.tsx";
import { duration, relativeTime } from "../../../text/format-time.ts";
import { workName } from "../../../text/work-name.ts";
import { CommandButton } from "../command-button.tsx";
import { WorkItem } from "../work-item.tsx";
import { nextRunText } from "./schedule-text.ts";

/** One check that comes back: how often, how it went last, and when it runs next. */
export function CheckItem({ schedule, work, now }: { schedule: PlannedSchedule; work: WorkOverview; now: number }) {
  const { id, everyMs, lastDoneAt } = schedule;
  const name = workName(id, translate);
  const run = <CommandButton text={translate("run_now")} label={translate("run_now_of", [name])} command={() => sendMessage("runNow", { schedule: id })} />;
  return (
    <WorkItem id={id} name={name} actions={run}>
      <p>{nextRunText(schedule, work.lanes, work.leased, now, translate)}</p>
      <p class="help">
        {translate("run_every", [duration(everyMs)])}{" "}
        {lastDoneAt === undefined ? translate("run_never_done") : translate("run_last_done", [relativeTime(Math.min(lastDoneAt, now), now)])}
      </p>
      {isStale(schedule, now) && (
        <p class="stale">
          <Icon name="warning" />
          {translate("run_stale")}
        </p>
      )}
    </WorkItem>
  );
}
