import type { EffectRow } from "../../work/rows.ts";
import type { Match } from "./schema.ts";

/** That a paper was told. Kept when the match is forgotten, so that it is not told again, whatever is heard anew. */
export function effectOf({ id, kind, draft, notifiedAt }: Pick<Match, "id" | "kind" | "draft" | "notifiedAt">): EffectRow {
  return { key: effectKey(id, kind === "draft-changed" ? draft?.version : undefined), at: notifiedAt };
}

/** Named by content: the paper's id, and for the change of a draft what it changed to. */
export function effectKey(id: string, version?: string): string {
  return version === undefined ? `told:${id}` : `told:${id}@${version}`;
}
