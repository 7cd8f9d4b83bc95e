import { PREFIXES, type TermKind } from "./split-terms.ts";

/** What people write for a prefix, in English and German, that is too far from it to be a slip. */
const MEANT: Record<string, TermKind> = {
  by: "author",
  group: "audience",
  subgroup: "audience",
  zielgruppe: "audience",
  number: "paper",
  nummer: "paper",
  type: "kind",
};

/** The prefix that this word was probably meant to be; undefined where it is near to none. */
export function suggestPrefix(word: string): TermKind | undefined {
  const folded = word.toLowerCase();
  if (Object.hasOwn(MEANT, folded)) return MEANT[folded];
  return PREFIXES.find((prefix) => distance(folded, prefix) <= (prefix.length > 4 && folded.length > 3 ? 2 : 1));
}

/** How many letters one has to add, leave out, change or swap with their neighbour to make the one word of the other. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const steps = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (isSame ? 0 : 1)];
      if (isSwapped) steps.push(at(row - 2, column - 2) + 1);
      rows[row]?.push(Math.min(...steps));
    }
  }
  return at(one.length, other.length);
}
