import type { Watch } from "../../watch/watch.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match, MatchReason } from "../database/schema.ts";
import { isReasonOf } from "./match-filter.ts";

/** How many matches a watch of a list is a reason of, and the latest of them, latest first, each with that reason. A mention is an author watch's as well. */
export async function matchesOfWatch(
  db: ReadableDatabase,
  { kind, text, list }: Watch & { list: number },
  latest: number,
): Promise<{ count: number; latest: (Match & { reason: MatchReason })[] }> {
  const filter = { list, watch: { kind, text } };
  const found: { count: number; latest: (Match & { reason: MatchReason })[] } = { count: 0, latest: [] };
  await db.matches
    .orderBy("foundAt")
    .reverse()
    .each((match) => {
      const reason = match.reasons.find((reason) => isReasonOf(reason, filter));
      if (!reason) return;
      found.count += 1;
      if (found.latest.length < latest) found.latest.push({ ...match, reason });
    });
  return found;
}
