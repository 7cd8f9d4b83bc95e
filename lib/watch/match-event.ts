import type { Paper } from "../papers/paper.ts";
import type { LogEvent, PaperEvent } from "../papers/paper-event.ts";
import type { Reason } from "./watch.ts";

export type Matcher = (paper: Paper) => Reason | undefined;

/**
 * Why this event is of interest to a watch, undefined where it is not. A new or newly filled paper is, where the watch
 * applies to it; a changed or returned one only where the watch did not apply before, since its mere correction is no news.
 */
export function matchEvent(event: LogEvent, matcher: Matcher): Reason | undefined {
  if (!tellsOfPaper(event)) return undefined;
  const reason = matcher(event.paper);
  if (!reason || event.kind === "paper-added" || event.kind === "paper-filled") return reason;
  return matcher(event.before) ? undefined : reason;
}

type TellingEvent = Exclude<PaperEvent, { kind: "paper-vanished" }>;

function tellsOfPaper(event: LogEvent): event is TellingEvent {
  return event.kind === "paper-added" || event.kind === "paper-filled" || event.kind === "paper-changed" || event.kind === "paper-returned";
}
