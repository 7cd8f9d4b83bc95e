import type { Match } from "../../lib/watch/matching/match.ts";

/** A match that nobody was told of. */
export function found(id: string, rest: Partial<Match> = {}): Match {
  const paper = { id, type: "paper" as const, title: `Title of ${id}`, authors: [], audience: [] };
  const reasons = [{ kind: "paper" as const, watched: id, found: id, list: 1, listName: "My watchlist" }];
  return { id, paper, kind: "paper-added", reasons, foundAt: 1, notifiedAt: 0, notification: "", readAt: 0, starredAt: 0, ...rest };
}
