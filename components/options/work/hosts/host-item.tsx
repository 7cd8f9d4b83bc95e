import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { LaneRow } from "../../../../lib/work/rows.ts";
import { clockTime, relativeTime } from "../../../text/format-time.ts";
import { CommandButton } from "../command-button.tsx";
import { ErrorNote } from "../error-note.tsx";
import { WorkItem } from "../work-item.tsx";
import { hostPurpose } from "./host-purpose.ts";
import { laneText } from "./lane-text.ts";

/** One host: what it is asked for, how it answers, and the button that stops asking it. */
export function HostItem({ lane, now }: { lane: LaneRow; now: number }) {
  const { host, paused, lastOkAt = 0, lastError } = lane;
  const past = lastError !== undefined && lastError.at <= lastOkAt;
  const pause = (
    <CommandButton
      text={translate(paused ? "resume" : "pause")}
      label={translate(paused ? "resume_of" : "pause_of", [host])}
      command={() => sendMessage("pauseLane", { host, paused: !paused })}
    />
  );
  const purpose = hostPurpose(host, translate);
  return (
    <WorkItem id={host} name={host} actions={pause}>
      {purpose && <p class="help">{purpose}</p>}
      <p aria-live="polite">{laneText(lane, now, translate)}</p>
      {lastOkAt > 0 && <p class="help">{translate("last_good_answer", [relativeTime(Math.min(lastOkAt, now), now)])}</p>}
      {lastError && (
        <ErrorNote text={translate(past ? "earlier_error" : "last_error", [clockTime(lastError.at, now)])} message={lastError.message} past={past} />
      )}
    </WorkItem>
  );
}
