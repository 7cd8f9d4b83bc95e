import { lettersApart } from "./letters-apart.ts";
import { PREFIXES, type TermKind } from "./split-terms.ts";

/** What people write for a prefix, in English and German, that is too far from it to be a slip. */
const MEANT: Record<string, TermKind> = {
  by: "author",
  from: "author",
  name: "author",
  group: "audience",
  subgroup: "audience",
  sg: "audience",
  zielgruppe: "audience",
  subject: "title",
  keyword: "title",
  thema: "title",
  number: "paper",
  nummer: "paper",
  type: "kind",
};

/** The prefix that this word was probably meant to be; undefined where it is near to none. */
export function suggestPrefix(word: string): TermKind | undefined {
  const folded = word.toLowerCase();
  if (Object.hasOwn(MEANT, folded)) return MEANT[folded];
  return PREFIXES.find((prefix) => lettersApart(folded, prefix) <= (prefix.length > 4 && folded.length > 3 ? 2 : 1));
}
