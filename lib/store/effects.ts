import type { EffectRow } from "../work/rows.ts";
import type { Match } from "./schema.ts";

/** That a paper was told. Kept when the match is forgotten, so that it is not told again, whatever is heard anew. */
export function effectOf({ id, notifiedAt }: Pick<Match, "id" | "notifiedAt">): EffectRow {
  return { key: effectKey(id), at: notifiedAt };
}

/** Named by content: the paper's id. */
export function effectKey(id: string): string {
  return `told:${id}`;
}
