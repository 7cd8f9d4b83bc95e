import { type MessageKey, translate } from "../../../../lib/language/translate.ts";
import type { WorkOverview } from "../../../../lib/store/health/read-work.ts";
import type { JobState } from "../../../../lib/work/rows.ts";
import { translateCount } from "../../../text/format-number.ts";
import { relativeTime } from "../../../text/format-time.ts";
import { FailedJob } from "./failed-job.tsx";
import { JobList } from "./job-list.tsx";
import { RunningJob } from "./running-job.tsx";

const STATES: Record<JobState, MessageKey> = {
  todo: "jobs_todo",
  "put-off": "jobs_put_off",
  interrupted: "jobs_interrupted",
  leased: "jobs_leased",
  done: "jobs_done",
  failed: "jobs_failed",
  cancelled: "jobs_cancelled",
  aborted: "jobs_aborted",
};

/** How many jobs there are, which are under way and which were given up. */
export function JobsPart({ work: { counts, leased, failed, lastEndedAt }, now }: { work: WorkOverview; now: number }) {
  const parts = (Object.keys(STATES) as JobState[]).flatMap((state) => (counts[state] > 0 ? translateCount(STATES[state], counts[state]) : []));
  return (
    <>
      <h3>{translate("jobs")}</h3>
      <p class="numbers">
        {parts.length === 0 ? translate("no_jobs") : translate("job_counts", [parts.join(", ")])}
        {lastEndedAt !== undefined && ` ${translate("last_worked", [relativeTime(Math.min(lastEndedAt, now), now)])}`}
      </p>
      <JobList
        label={translate("jobs_under_way")}
        empty={translate("nothing_under_way")}
        jobs={leased}
        draw={(job, leaving) => <RunningJob key={job.id} job={job} now={now} leaving={leaving} />}
      />
      <JobList
        label={translate("jobs_that_failed")}
        empty={translate("nothing_failed")}
        jobs={failed}
        draw={(job, leaving) => <FailedJob key={job.id} job={job} now={now} leaving={leaving} />}
      />
    </>
  );
}
