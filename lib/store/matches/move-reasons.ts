import type { Watch } from "../../watch/watch.ts";
import type { Tables } from "../database/database.ts";
import type { MatchReason, Watchlist } from "../database/schema.ts";
import { eachOnce } from "./each-once.ts";
import { isReasonOf } from "./match-filter.ts";

/** A watch as it stood, and where and as what it stands now. */
export interface MovedWatch {
  from: Watch & { list: number };
  to: { text: string; list: Pick<Watchlist, "id" | "name"> };
}

/**
 * What these watches have found stays theirs where they stand now: the reasons they gave name the list that they have gone
 * to. One walk, however many they are; matches that nothing changes in are not written. Joins the caller's transaction.
 */
export async function moveReasons(db: Tables<"matches">, moved: MovedWatch[]): Promise<void> {
  if (moved.length === 0) return;
  const changed = (await db.matches.toArray()).flatMap((match) => {
    const reasons = match.reasons.map((reason) => movedReason(reason, moved));
    return reasons.some((reason, place) => reason !== match.reasons[place]) ? { ...match, reasons: eachOnce(reasons) } : [];
  });
  await db.matches.bulkPut(changed);
}

function movedReason(reason: MatchReason, moved: MovedWatch[]): MatchReason {
  const { to } = moved.find(({ from: { list, kind, text } }) => isReasonOf(reason, { list, watch: { kind, text } })) ?? {};
  return to ? { ...reason, watched: to.text, list: to.list.id, listName: to.list.name } : reason;
}
