import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { PlannedSchedule } from "../../../../lib/store/health/read-work.ts";
import type { LaneRow } from "../../../../lib/work/rows.ts";
import { Icon, type IconName } from "../../../icon.tsx";
import { errorWords } from "../../../text/error-words.ts";
import { clockTime } from "../../../text/format-time.ts";
import { CommandButton } from "../command-button.tsx";
import { type HostState, hostLineText, hostState } from "./host-line-text.ts";

const SIGNS: Record<HostState, IconName> = { fine: "check", wrong: "warning", resting: "later" };

interface HostLineProps {
  lane: LaneRow;
  /** The check that asks it. */
  schedule: PlannedSchedule | undefined;
  now: number;
}

/** One host: whether it answers, when it last did and is asked next, and the button that stops asking it. */
export function HostLine({ lane, schedule, now }: HostLineProps) {
  const { host, isOff, paused, lastOkAt = 0, lastError } = lane;
  const state = hostState(lane);
  return (
    <li class={`host ${state}`} data-key={host}>
      <Icon name={paused || isOff ? "pause" : SIGNS[state]} />
      <h3>{host}</h3>
      <p>{hostLineText(lane, schedule, now, translate)}</p>
      {/* What is switched off need not be paused. */}
      {(!isOff || paused) && (
        <CommandButton
          text={translate(paused ? "resume" : "pause")}
          label={translate(paused ? "resume_of" : "pause_of", [host])}
          command={() => sendMessage("pauseLane", { host, paused: !paused })}
        />
      )}
      {state === "wrong" && lastError && lastError.at > lastOkAt && (
        <p class="problem">{translate("last_error", [clockTime(lastError.at, now), errorWords(lastError, host, translate)])}</p>
      )}
    </li>
  );
}
