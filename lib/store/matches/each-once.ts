import type { MatchReason } from "../database/schema.ts";

/** Each reason once, told apart by the watch and its list; the later says it as it is. */
export function eachOnce(reasons: MatchReason[]): MatchReason[] {
  const key = ({ list, kind, watched }: MatchReason) => `${list} ${kind} ${watched}`;
  return [...new Map(reasons.map((reason) => [key(reason), reason])).values()];
}
