import { digestOf } from "../digest.ts";
import type { Translate } from "../translate.ts";
import type { Match } from "../watch/match.ts";
import type { WatchKind } from "../watch/watch.ts";
import { reasonText } from "./reason-text.ts";

export interface Notification {
  title: string;
  message: string;
}

/** The order in which matches deserve a line: what was watched most exactly comes first. */
const RANK: Record<WatchKind, number> = { paper: 0, author: 1, title: 2, audience: 3 };

/** One notification for all these matches (at least one): the best few, a line each, and how many more. */
export function composeNotification(matches: Match[], lines: number, translate: Translate): Notification {
  const best = [...matches].sort(byInterest).slice(0, lines);
  const [first] = best;
  const more = matches.length - best.length;
  const line = (match: Match) => translate("notification_line", [match.paper.id, match.paper.title, bestReasons(match, translate)]);
  if (matches.length === 1 && first) return { title: translate("notification_title_one", [first.paper.id]), message: line(first) };
  return {
    title: translate("notification_title_many", matches.length),
    message: [...best.map(line), ...(more > 0 ? [translate("notification_more", more)] : [])].join("\n"),
  };
}

/** The id of the notification that tells of exactly these papers: showing it twice is showing it once. */
export function notificationId(matches: Match[]): string {
  return `matches:${digestOf(matches.map(({ id }) => id).sort())}`;
}

function bestReasons({ reasons }: Match, translate: Translate): string {
  return [...new Set([...reasons].sort((a, b) => RANK[a.kind] - RANK[b.kind]).map((reason) => reasonText(reason, translate)))].slice(0, 2).join(", ");
}

function byInterest(a: Match, b: Match): number {
  return rank(a) - rank(b) || b.reasons.length - a.reasons.length || (b.paper.number ?? 0) - (a.paper.number ?? 0) || a.id.localeCompare(b.id);
}

function rank({ reasons }: Match): number {
  return Math.min(...reasons.map(({ kind }) => RANK[kind]));
}
