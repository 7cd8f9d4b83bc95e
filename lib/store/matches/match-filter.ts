import type { WatchKind } from "../../watch/watch.ts";
import type { Match, MatchReason } from "../database/schema.ts";

/** Whose matches a person wants to see: those of a list, or of one watch in it. */
export interface MatchFilter {
  /** 0 where no list asked. */
  list: number;
  watch?: { kind: MatchReason["kind"]; text: string };
}

/** A mention is an author watch's as well. */
export function isReasonOf({ kind, watched, list }: MatchReason, filter: MatchFilter): boolean {
  return list === filter.list && (!filter.watch || (watched === filter.watch.text && watchKind(kind) === filter.watch.kind));
}

export function passes({ reasons }: Match, filter: MatchFilter): boolean {
  return reasons.some((reason) => isReasonOf(reason, filter));
}

/** What a person may choose from, and the matches of each. */
export interface Asker {
  filter: MatchFilter;
  listName: string;
  ids: string[];
}

/** Who asked for these matches: each list, in the order of their numbers, and after it its watches, those with most matches first. What a paper was as a draft is nobody's wish. */
export function askersOf(matches: readonly Match[]): Asker[] {
  const askers = new Map<string, Asker>();
  const note = (filter: MatchFilter, listName: string, id: string) => {
    const key = JSON.stringify(filter);
    const known = askers.get(key) ?? { filter, listName, ids: [] };
    askers.set(key, known);
    // The newest name is that of the newest match, which comes first.
    if (known.ids.at(-1) !== id) known.ids.push(id);
  };
  for (const { id, reasons } of matches) {
    const asked = reasons.filter(({ kind }) => kind !== "published");
    for (const { list, listName } of new Map(asked.map((reason) => [reason.list, reason])).values()) if (list > 0) note({ list }, listName, id);
    for (const { kind, watched, list, listName } of asked) note({ list, watch: { kind: watchKind(kind), text: watched } }, listName, id);
  }
  return [...askers.values()].sort(
    (a, b) => a.filter.list - b.filter.list || Number(a.filter.watch !== undefined) - Number(b.filter.watch !== undefined) || b.ids.length - a.ids.length,
  );
}

function watchKind(kind: MatchReason["kind"]): Exclude<MatchReason["kind"], "mention"> | WatchKind {
  return kind === "mention" ? "author" : kind;
}
