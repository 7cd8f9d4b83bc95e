import { isAudienceCode } from "../../papers/audience.ts";
import { closeGaps } from "../../papers/written-ids.ts";
import { parsePaperEntry } from "./parse-paper-entry.ts";

/** "26" is a version of C++ before it is a paper. */
const SHORT_NUMBER = /^[0-9]{1,2}$/;
const SEPARATOR = /[\s,;]+/;
const BETWEEN = /^(?:and|und|[&+•*])?$/i;
const PUNCTUATION = /^[[({<"'„“]{1,3}|[\])}>"'.:!?”“]{1,3}$/g;

/** The entries of a text in which every word says by itself what it is, the number of a paper, a link or the code of an audience: "P2300, n4950 LEWG"; undefined where another word stands among them. */
export function selfEvidentEntries(text: string): string[] | undefined {
  const words = closeGaps(text)
    .split(SEPARATOR)
    .map((word) => (word.includes("/") ? word : word.replace(PUNCTUATION, "")))
    .filter((word) => !BETWEEN.test(word));
  return words.length > 0 && words.every(isSelfEvident) ? words : undefined;
}

function isSelfEvident(word: string): boolean {
  return !SHORT_NUMBER.test(word) && (isAudienceCode(word) || parsePaperEntry(word) !== undefined);
}
