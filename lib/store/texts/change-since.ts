import { versionOf } from "../../papers/draft.ts";
import type { Draft, TextRow } from "../database/schema.ts";

/** What the text of a document differs in from the one before it; undefined where that is not known, or the draft says something else by now. */
export function changeSince(text: TextRow | undefined, draft: Draft | undefined): TextRow["since"] {
  const isFormer = text?.version !== undefined && draft !== undefined && text.version !== versionOf(draft);
  return isFormer ? undefined : text?.since;
}
