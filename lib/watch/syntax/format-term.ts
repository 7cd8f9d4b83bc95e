import { selfEvidentEntries } from "./self-evident.ts";
import { PREFIXES, type TermKind } from "./split-terms.ts";
import { tidyLine } from "./tidy-line.ts";

export interface Term {
  kind: TermKind;
  /** Canonical. */
  text: string;
  /** It must not hold. */
  not: boolean;
}

/** What would be read as the beginning of another term. */
const LIKE_A_TERM = /(?:^| )[-−–](?:$|[\p{L}\p{N}])|(?:^|[ −–-])\p{L}+:(?!:|\/\/)/u;
/** A prefix of ours is one also where another colon follows it. */
const OWN_PREFIX = new RegExp(`(?:^|[ −–-])(?:${PREFIXES.join("|")}):`, "iu");

/** The term as a person would type it: "-audience:SG1"; in quotes where its text could be taken for several terms. */
export function formatTerm({ kind, text, not }: Term): string {
  const isQuoted = LIKE_A_TERM.test(text) || OWN_PREFIX.test(text) || hasSigns(text) || isLikeAList(text);
  return `${not ? "-" : ""}${kind}:${isQuoted ? `"${text}"` : text}`;
}

/** "this OR that", "search AND replace", and "not" right before another term: what is read as a sign where no quotes are. */
function hasSigns(text: string): boolean {
  const typed = `title:${text} title:`;
  return tidyLine(typed) !== typed;
}

/** "on ranges, P2300" behind a prefix would be two entries. */
function isLikeAList(text: string): boolean {
  return /[,;]/.test(text) && text.split(/[,;]/).some((part) => selfEvidentEntries(part) !== undefined);
}
