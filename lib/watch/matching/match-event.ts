import type { Paper } from "../../papers/paper.ts";
import type { LogEvent, PaperEvent } from "../../papers/paper-event.ts";
import type { Reason } from "../watch.ts";

export type Matcher = (paper: Paper) => Reason | undefined;

/**
 * Why this event is of interest to a watch, undefined where it is not. A new or newly filled paper is, where the watch
 * applies to it, and so is a draft; a changed or returned paper only where the watch did not apply before, since its mere
 * correction is no news.
 */
export function matchEvent(event: LogEvent, matcher: Matcher): Reason | undefined {
  if (!tellsOfPaper(event)) return undefined;
  const reason = matcher(event.paper);
  if (!reason || !("before" in event) || event.before === undefined || event.kind === "paper-filled") return reason;
  return matcher(event.before) ? undefined : reason;
}

/** Facts that make nothing new of interest: what is gone, what was read already, and what concerns the whole index. */
const SILENT = [
  "paper-vanished",
  "draft-changed",
  "draft-gone",
  "draft-published",
  "mass-change",
  "renaming",
  "new-kind",
] as const satisfies LogEvent["kind"][];

type TellingEvent = Exclude<PaperEvent, { kind: (typeof SILENT)[number] }>;

function tellsOfPaper(event: LogEvent): event is TellingEvent {
  return !(SILENT as readonly string[]).includes(event.kind);
}
