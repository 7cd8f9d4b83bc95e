/** How many there are of each key, in the order of their first. */
export function countBy<T>(values: Iterable<T>, keyOf: (value: T) => string | undefined): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
