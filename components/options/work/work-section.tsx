import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { readWork } from "../../../lib/store/health/read-work.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useTick } from "../../hooks/use-tick.ts";
import { useAnchor } from "../use-anchor.ts";
import { DiagnosticsPart } from "./diagnostics-part.tsx";
import { DraftsPart } from "./drafts/drafts-part.tsx";
import { HealthPart } from "./health/health-part.tsx";
import { CheckItem } from "./hosts/check-item.tsx";
import { HostItem } from "./hosts/host-item.tsx";
import { JobsPart } from "./jobs/jobs-part.tsx";
import { ListenerList } from "./listeners/listener-list.tsx";

const LOOK_EVERY_MS = 15_000;

/** What PaperScout asks of whom, what it does by itself, and the buttons to stop it, repeat it or send word of it. */
export function WorkSection({ lists }: { lists: FilledWatchlist[] }) {
  useTick(LOOK_EVERY_MS);
  const work = useLiveQuery(readWork);
  const title = useAnchor("work", work !== undefined);
  const heading = useId();
  const watches = lists.flatMap((list) => list.watches);
  const now = Date.now();
  return (
    <section id="work" class="work" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {translate("work")}
      </h2>
      {work && (
        <>
          <HealthPart />
          <h3>{translate("hosts")}</h3>
          {work.lanes.length === 0 && <p class="empty">{translate("no_hosts")}</p>}
          <ul aria-label={translate("hosts")}>
            {work.lanes.map((lane) => (
              <HostItem key={lane.host} lane={lane} now={now} />
            ))}
          </ul>
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
          <DiagnosticsPart work={work} watches={watches} />
        </>
      )}
    </section>
  );
}
