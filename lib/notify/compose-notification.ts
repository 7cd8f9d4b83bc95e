import type { Translate } from "../language/translate.ts";
import { digestOf } from "../papers/text/digest.ts";
import { plainTitle } from "../papers/text/title-parts.ts";
import type { Match } from "../watch/matching/match.ts";
import type { ReasonKind } from "../watch/watch.ts";
import { reasonText } from "./reason-text.ts";

export interface Notification {
  title: string;
  message: string;
  /** Without a sound, where the browser can choose. */
  silent?: boolean;
}

/** The order in which matches deserve a line: what was watched most exactly comes first. */
const RANK: Record<ReasonKind, number> = { paper: 0, rule: 1, author: 2, published: 3, title: 4, audience: 5, mention: 6, "near-frontier": 7, "any-draft": 8 };

/** One notification for all these matches (at least one): the best few, a line each, and how many more. `changed`: how many sections of each differ from the one before, where that is known. */
export function composeNotification(matches: Match[], lines: number, translate: Translate, changed: ReadonlyMap<string, number> = new Map()): Notification {
  const best = [...matches].sort(byInterest).slice(0, lines);
  const more = matches.length - best.length;
  return {
    title: titleOf(matches, translate),
    message: [
      ...best.map((match) => withChanges(line(match, translate), changed.get(match.id) ?? 0, translate)),
      ...(more > 0 ? [translate("notification_more", more)] : []),
    ].join("\n"),
  };
}

function titleOf(matches: Match[], translate: Translate): string {
  const [first, ...others] = matches;
  if (first && others.length === 0) {
    const key = !first.draft ? "notification_title_one" : first.kind === "draft-changed" ? "notification_title_draft_changed" : "notification_title_draft";
    return translate(key, [first.paper.id]);
  }
  const drafts = matches.filter(({ draft }) => draft).length;
  if (drafts === 0) return translate("notification_title_many", matches.length);
  return translate(drafts === matches.length ? "notification_title_drafts" : "notification_title_mixed", matches.length);
}

/** "… · 4 sections changed" */
function withChanges(line: string, sections: number, translate: Translate): string {
  return sections > 0 ? translate("notification_changes", sections, [line, sections]) : line;
}

/** "P2300R10 Title (author Kühl)", "Draft D2300R11: Title – author Kühl", "P2300R11, seen as a draft 34 days before: Title – P2300". */
function line(match: Match, translate: Translate): string {
  const { id } = match.paper;
  const title = plainTitle(match.paper.title);
  if (!match.draft && !match.from) return translate("notification_line", [id, title, bestReasons(match, translate)]);
  const named = title === "" ? beginning(match, translate) : translate("notification_titled", [beginning(match, translate), title]);
  const reasons = bestReasons(match, translate);
  return reasons === "" ? named : translate("notification_because", [named, reasons]);
}

function beginning({ paper: { id }, kind, from }: Match, translate: Translate): string {
  if (!from) return translate(kind === "draft-changed" ? "notification_draft_changed" : "notification_draft", [id]);
  return from.days === 0 ? translate("notification_was_draft_today", [id]) : translate("notification_was_draft", from.days, [id, from.days]);
}

/** The id of the notification that tells of exactly these papers, and these changes of drafts: showing it twice is showing it once. */
export function notificationId(matches: Match[]): string {
  return `matches:${digestOf(matches.map(({ id, kind, draft }) => (kind === "draft-changed" ? `${id}@${draft?.version}` : id)).sort())}`;
}

/** The two best, each once. That a draft was published needs no reason beside the words that say so. */
function bestReasons({ reasons }: Match, translate: Translate): string {
  const others = reasons.filter(({ kind }) => kind !== "published");
  return [...new Set(others.sort((a, b) => RANK[a.kind] - RANK[b.kind]).map((reason) => reasonText(reason, translate)))].slice(0, 2).join(", ");
}

function byInterest(a: Match, b: Match): number {
  return rank(a) - rank(b) || b.reasons.length - a.reasons.length || (b.paper.number ?? 0) - (a.paper.number ?? 0) || a.id.localeCompare(b.id);
}

function rank({ reasons }: Match): number {
  return Math.min(...reasons.map(({ kind }) => RANK[kind]));
}
