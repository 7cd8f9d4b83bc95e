/** How often each word is in a text. */
export type Bag = Map<number, number>;

export function bagOf(words: Iterable<number>): Bag {
  const bag: Bag = new Map();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** How many words two texts share, each as often as both have it. */
export function sharedBy(one: Bag, other: Bag): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of small) shared += Math.min(count, large.get(word) ?? 0);
  return shared;
}

/** 1 for the same words, 0 for none in common. */
export function likeness(one: Bag, other: Bag): number {
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 1 : (2 * sharedBy(one, other)) / all;
}

export function sizeOf(bag: Bag): number {
  let size = 0;
  for (const count of bag.values()) size += count;
  return size;
}
