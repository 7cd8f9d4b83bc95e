import { parsePaperId } from "./paper-id.ts";

/** "P 2300", "p-2300", "2300 r10": what people write with a gap is one number. */
const GAP_BEFORE = /(?<![\p{L}\p{N}])([pdn])[\s-]([0-9]{2,6})(?![\p{L}\p{N}])/giu;
const GAP_INSIDE = /(?<![\p{L}\p{N}])([pdn]?[0-9]{2,6})[\s-](r[0-9]{1,3})(?![\p{L}\p{N}])/giu;

// Papers are written with four digits at least, N papers with three: "P1", "D3" and "N95" are something else.
const ID = /(?<![\p{L}\p{N}])(?:[pd]-?[0-9]{4,6}|n-?[0-9]{3,5})(?:r[0-9]{1,3})?(?![\p{L}\p{N}])/giu;

/** "WG14 N3220": the other committees count their documents alike. */
const OTHER_GROUP = /(?:^|[^\p{L}\p{N}])WG-?(?!21(?!\d))[0-9]{1,3}:?$/iu;
/** ISO's folders are named alike for all committees: /jtc1/sc22/wg14/ is that of C. */
const GROUP = /\/(wg[0-9]{1,3})(?=\/|$)/i;
const COMMITTEE = /\/jtc1\//i;

/** The text with the gaps in the numbers of papers closed: "P 2300 R10" as "P2300R10". */
export function closeGaps(text: string): string {
  return text.replace(GAP_BEFORE, "$1$2").replace(GAP_INSIDE, "$1$2");
}

/** The ids of papers in running text, as written and in its order; what links of other working groups name is none of them. */
export function* idsIn(text: string): Generator<string> {
  let before = "";
  for (const [word] of text.matchAll(/\S+/g)) {
    const isOfOther = otherGroup(word) !== undefined || (OTHER_GROUP.test(before) && /^N/i.test(word));
    before = word;
    if (isOfOther) continue;
    for (const [written] of word.matchAll(ID)) if (parsePaperId(written)?.regular) yield written;
  }
}

/** The working group whose folder an address leads into where that is not ours: "WG14"; "" where it has no name, undefined where the address is ours or of no committee. */
export function otherGroup(address: string): string | undefined {
  const group = GROUP.exec(address)?.[1]?.toUpperCase();
  if (group === "WG21") return undefined;
  return group ?? (COMMITTEE.test(address) ? "" : undefined);
}
