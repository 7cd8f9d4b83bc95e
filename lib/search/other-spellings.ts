import { foldText } from "../watch/names/fold-text.ts";
import { readToken } from "../watch/names/name-token.ts";

/** Another folded spelling of a word, and where that word stands in the text. */
export interface OtherSpelling {
  key: string;
  from: number;
  to: number;
}

const JOINED = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:\p{Pd}[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*)*/gu;
/** Nine in ten texts have no word with another spelling. */
const MAY_HAVE_OTHERS = { title: /[^\0-\x7f]|\w-\w/, author: /[^\0-\x7f]|\w-\w|[ou]e|a[ae]/i };
const NOT_ASCII = /[^\0-\x7f]/;
const PART = /\P{Pd}+/gu;

/**
 * The spellings of the words of a title or an author's name that are not found in the folded text itself: hyphens left
 * out ("multi-dimensional" as "multidimensional"), umlauts spelled out, and digraphs as umlauts, the latter in names only.
 */
export function otherSpellings(text: string, field: "title" | "author"): OtherSpelling[] {
  if (!MAY_HAVE_OTHERS[field].test(text)) return [];
  const found: OtherSpelling[] = [];
  for (const { 0: word, index: from } of text.matchAll(JOINED)) {
    const parts = [...word.matchAll(PART)];
    if (parts.length > 1) found.push({ key: foldText(parts.join("")), from, to: from + word.length });
    for (const { 0: part, index } of parts) {
      const [plain, ...others] = field === "author" || NOT_ASCII.test(part) ? (readToken(part)?.keys ?? []) : [];
      for (const key of others) if (key !== plain) found.push({ key, from: from + index, to: from + index + part.length });
    }
  }
  return found;
}
