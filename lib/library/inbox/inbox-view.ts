import type { Match } from "../../watch/matching/match.ts";

export const INBOX_VIEWS = ["unread", "later", "starred", "all"] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export const GROUPINGS = ["paper", "watch", "list", "audience", "mailing"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** True for a match that stands in that view. */
export function isInView({ readAt, starredAt, laterAt }: Pick<Match, "readAt" | "starredAt" | "laterAt">, view: InboxView): boolean {
  switch (view) {
    case "unread":
      return readAt === 0;
    case "later":
      return (laterAt ?? 0) > 0;
    case "starred":
      return starredAt > 0;
    case "all":
      return true;
  }
}

/** How many matches there are in each view. */
export function countViews(matches: Match[]): Record<InboxView, number> {
  const counts = { unread: 0, later: 0, starred: 0, all: 0 };
  for (const match of matches) for (const view of INBOX_VIEWS) if (isInView(match, view)) counts[view]++;
  return counts;
}
