const WITH_HYPHEN = /(?<!\p{L})\p{L}+(?:-\p{L}+)+/gu;

/** The words with a hyphen within a row: "non-owning" has one wherever it is parted. */
export function hyphenatedIn(rows: string[]): Set<string> {
  return new Set(rows.flatMap((row) => (row.includes("-") ? (row.match(WITH_HYPHEN) ?? []) : [])).map((word) => word.toLowerCase()));
}

/** The rows of a paragraph as one line: "pro-" and "posal" are one word, "Jean-" and "Heyd" keep their hyphen, and so does what has one elsewhere. */
export function joinRows(rows: string[], hyphenated: Set<string>): string {
  let text = "";
  for (const row of rows) {
    const [, first = ""] = /(\p{L}+)-$/u.exec(text.slice(-60)) ?? [];
    const [second = ""] = /^\p{L}+/u.exec(row) ?? [];
    if (first === "" || second === "") text += text === "" ? row : ` ${row}`;
    else text = (/^\p{Ll}/u.test(second) && !hyphenated.has(`${first}-${second}`.toLowerCase()) ? text.slice(0, -1) : text) + row;
  }
  return text;
}
