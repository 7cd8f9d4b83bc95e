import type { PlannedProbe } from "./policy.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SKIPPED = { probe: "", "skip-discovered": "not asked: found before", "skip-index": "not asked: in the index" };

/** In plain English why a file is in the plan: "next revision of P2300, quiet 41 days, asked every 5 h". */
export function explainProbe({ reason, decision, everyMs, ...file }: PlannedProbe): string {
  const { watched, otherExtension, published } = reason;
  return [
    aboutFile(reason.what, file),
    aboutTime(reason),
    reason.besideDays !== undefined && `near one that came up ${inDays(reason.besideDays)} ago`,
    published && "the published file",
    otherExtension && `so far not ${file.extension}`,
    watched && "watched",
    everyMs > 0 && `asked every ${inWords(everyMs)}`,
    SKIPPED[decision],
  ]
    .filter(Boolean)
    .join(", ");
}

function aboutFile(what: PlannedProbe["reason"]["what"], { number, name }: Pick<PlannedProbe, "number" | "name">): string {
  const paper = `P${String(number).padStart(4, "0")}`;
  switch (what) {
    case "next":
      return `next revision of ${paper}`;
    case "after-next":
      return `a revision of ${paper} after the next`;
    case "passed-over":
      return `a revision of ${paper} before the newest that was never seen`;
    case "unseen":
      return `no paper ${paper} yet`;
    case "again":
      return `${name} is there and may change`;
  }
}

function aboutTime({ what, quietDays, fromFrontier }: PlannedProbe["reason"]): string {
  if (fromFrontier !== undefined)
    return fromFrontier === 0 ? "at the frontier" : `${Math.abs(fromFrontier)} ${fromFrontier > 0 ? "above" : "below"} the frontier`;
  if (quietDays === undefined) return "";
  return `${what === "again" ? "unchanged for" : "quiet"} ${inDays(quietDays)}`;
}

function inDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

/** "50 min", "5 h", "12 days". */
function inWords(ms: number): string {
  if (ms < 1.5 * HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} min`;
  return ms < 2 * DAY ? `${Math.round(ms / HOUR)} h` : `${Math.round(ms / DAY)} days`;
}
