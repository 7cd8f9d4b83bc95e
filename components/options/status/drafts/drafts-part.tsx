import { translate } from "../../../../lib/language/translate.ts";
import { readProbing } from "../../../../lib/store/drafts/probing-cycle.ts";
import { readAgenda } from "../../../../lib/store/drafts/read-agenda.ts";
import { readSettings } from "../../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";
import { useRead } from "../../../hooks/use-read.ts";
import { useTick } from "../../../hooks/use-tick.ts";
import { paperOfNumber } from "./agenda-text.ts";
import { LookUpPaper } from "./look-up-paper.tsx";
import { roundText, todayText } from "./round-text.ts";
import { TierTable } from "./tier-table.tsx";

/** The agenda is computed from the whole index. */
const LOOK_EVERY_MS = 5_000;

/** Which files isocpp.org is asked for, how often and why. */
export function DraftsPart() {
  const tick = useTick(LOOK_EVERY_MS);
  const settings = useLiveQuery(readSettings);
  return (
    <>
      <h3>{translate("agenda")}</h3>
      {settings && (settings.drafts ? <DraftsAgenda tick={tick} perDay={settings.draftsPerDay} /> : <p>{translate("agenda_off")}</p>)}
    </>
  );
}

function DraftsAgenda({ tick, perDay }: { tick: number; perDay: number }) {
  const now = Date.now();
  const agenda = useRead((db) => readAgenda(db, Date.now()), [tick]);
  const probing = useLiveQuery(readProbing);
  if (!agenda) return null;
  const round = probing && roundText(probing, now, translate);
  return (
    <>
      <p>
        {translate(`agenda_policy_${agenda.policy}`)} {agenda.frontier > 0 && translate("agenda_frontier", [paperOfNumber(agenda.frontier)])}
      </p>
      <p class="numbers help">
        {round} {todayText(probing?.today, perDay, now, translate)}
      </p>
      {agenda.tiers.length > 0 && <TierTable tiers={agenda.tiers} />}
      <LookUpPaper policy={agenda.policy} tick={tick} />
    </>
  );
}
