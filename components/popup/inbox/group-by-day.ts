import type { Match } from "../../../lib/watch/matching/match.ts";

export interface Day {
  /** Of the calendar on the wall: "2026-11-22". */
  key: string;
  /** A moment of it, epoch ms. */
  at: number;
  matches: Match[];
}

/** Matches in their order, those of one calendar day together. A day that comes up again, as after a change of the clock, joins its first place. */
export function groupByDay(matches: readonly Match[]): Day[] {
  const days = new Map<string, Day>();
  for (const match of matches) {
    const key = dayKey(match.foundAt);
    const day = days.get(key);
    if (day) day.matches.push(match);
    else days.set(key, { key, at: match.foundAt, matches: [match] });
  }
  return [...days.values()];
}

function dayKey(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
