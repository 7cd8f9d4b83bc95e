import { MAX_BLOCK } from "../limits.ts";

const WITH_HYPHEN = /(?<!\p{L})\p{L}+(?:-\p{L}+)+/gu;
/** No word that is parted is longer. */
const LONGEST_WORD = 60;

/** The words with a hyphen within a row: "non-owning" has one wherever it is parted. */
export function hyphenatedIn(rows: string[]): Set<string> {
  return new Set(rows.flatMap((row) => (row.includes("-") ? (row.match(WITH_HYPHEN) ?? []) : [])).map((word) => word.toLowerCase()));
}

/**
 * The rows of a paragraph as one line: "pro-" and "posal" are one word, "Jean-" and "Heyd" keep their hyphen, and so does what has one elsewhere.
 * Rows behind MAX_BLOCK characters are left out.
 */
export function joinRows(rows: string[], hyphenated: Set<string>): string {
  const parts: string[] = [];
  let length = 0;
  for (const row of rows) {
    if (length > MAX_BLOCK) break;
    const before = parts.at(-1) ?? "";
    const [, first = ""] = /(\p{L}+)-$/u.exec(before.slice(-LONGEST_WORD)) ?? [];
    const [second = ""] = /^\p{L}+/u.exec(row) ?? [];
    if (first === "" || second === "") parts.push(parts.length === 0 ? row : ` ${row}`);
    else {
      if (/^\p{Ll}/u.test(second) && !hyphenated.has(`${first}-${second}`.toLowerCase())) parts[parts.length - 1] = before.slice(0, -1);
      parts.push(row);
    }
    length += row.length;
  }
  return parts.join("");
}
