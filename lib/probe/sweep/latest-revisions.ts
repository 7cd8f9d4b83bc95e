/** Of a P paper with a revision; irregular ones count too: "P04116R0" is number 4116 to the original. */
const PAPER = /^P([0-9]{1,6})R([0-9]{1,3})$/i;

/** The highest revision of each number among the ids of the index. */
export function latestRevisions(ids: Iterable<string>): Map<number, number> {
  const latest = new Map<number, number>();
  for (const id of ids) {
    const [, digits, revision] = PAPER.exec(id) ?? [];
    if (digits !== undefined) latest.set(Number(digits), Math.max(Number(revision), latest.get(Number(digits)) ?? 0));
  }
  return latest;
}
