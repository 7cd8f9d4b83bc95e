import { translate } from "../../../lib/language/translate.ts";
import { readWork } from "../../../lib/store/health/read-work.ts";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useTick } from "../../hooks/use-tick.ts";
import { AdvancedSettings, PlainSettings } from "../settings/settings-of.tsx";
import { HostLine } from "./hosts/host-line.tsx";
import { scheduleOf } from "./hosts/schedule-text.ts";
import { OverallStatus } from "./overall-status.tsx";
import { ReportDetails } from "./report-details.tsx";
import "./status-page.css";

const LOOK_EVERY_MS = 15_000;

/** Whether all is well, which hosts are asked and when; the rest is for whoever reports a bug. */
export function StatusPage() {
  const tick = useTick(LOOK_EVERY_MS);
  const work = useLiveQuery(readWork);
  const settings = useLiveQuery(readSettings);
  const now = Date.now();
  return (
    <>
      <OverallStatus tick={tick} />
      {work && (
        <>
          <h2 class="visually-hidden">{translate("hosts")}</h2>
          {work.lanes.length === 0 && <p class="empty">{translate("no_hosts")}</p>}
          <ul class="hosts" aria-label={translate("hosts")}>
            {work.lanes.map((lane) => (
              <HostLine key={lane.host} lane={lane} schedule={scheduleOf(lane.host, work.schedules)} now={now} />
            ))}
          </ul>
        </>
      )}
      {settings && (
        <>
          <PlainSettings page="status" settings={settings} />
          <AdvancedSettings page="status" settings={settings} />
        </>
      )}
      {work && <ReportDetails work={work} now={now} />}
    </>
  );
}
