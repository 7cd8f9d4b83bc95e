import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { WorkOverview } from "../../../lib/store/health/read-work.ts";
import { readWatchlists } from "../../../lib/store/lists/read-watchlists.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { DiagnosticsPart } from "./diagnostics-part.tsx";
import { DraftsPart } from "./drafts/drafts-part.tsx";
import { HealthPart } from "./health/health-part.tsx";
import { CheckItem } from "./hosts/check-item.tsx";
import { JobsPart } from "./jobs/jobs-part.tsx";
import { ListenerList } from "./listeners/listener-list.tsx";

/** What PaperScout does by itself, and the buttons to repeat it, stop it or send word of it; folded away, and not read before it is wanted. */
export function ReportDetails({ work, now }: { work: WorkOverview; now: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="report work" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{translate("report_details")}</h2>
      </summary>
      {open && <Report work={work} now={now} />}
    </details>
  );
}

function Report({ work, now }: { work: WorkOverview; now: number }) {
  const watches = (useLiveQuery(readWatchlists) ?? []).flatMap((list) => list.watches);
  return (
    <>
      <DiagnosticsPart work={work} watches={watches} />
      <HealthPart />
      <h3>{translate("checks")}</h3>
      {work.schedules.length === 0 && <p class="empty">{translate("no_checks")}</p>}
      <ul aria-label={translate("checks")}>
        {work.schedules.map((schedule) => (
          <CheckItem key={schedule.id} schedule={schedule} work={work} now={now} />
        ))}
      </ul>
      <DraftsPart />
      <ListenerList cursors={work.cursors} watches={watches} />
      <JobsPart work={work} now={now} />
    </>
  );
}
