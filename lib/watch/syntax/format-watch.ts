import type { Watch } from "../watch.ts";
import { formatTerm } from "./format-term.ts";

/** The entry as a person would type it ("author:Eddie Kühl", "P2300"); parseWatch turns it back into the same watch. */
export function formatWatch({ kind, text }: Watch): string {
  return kind === "paper" || kind === "rule" ? text : formatTerm({ kind, text, not: false });
}
