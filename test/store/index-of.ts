/** An index as served, from ids and what differs from an ordinary entry. */
export function indexOf(entries: Record<string, object>): Record<string, unknown> {
  const index = Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [
      id,
      { type: "paper", title: `Title of ${id}`, author: "Ada Lovelace", date: "2026-01-15", link: `https://wg21.link/${id.toLowerCase()}`, ...entry },
    ]),
  );
  // As a host would send it: what is undefined is not there.
  return JSON.parse(JSON.stringify(index));
}

/** An index of `count` papers numbered from `first`, each as `entry` says. */
export function manyPapers(count: number, first = 1, entry: object = {}): Record<string, unknown> {
  return indexOf(Object.fromEntries(Array.from({ length: count }, (_, position) => [`P${String(first + position).padStart(4, "0")}R0`, entry])));
}
