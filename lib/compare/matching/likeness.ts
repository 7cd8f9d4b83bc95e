/** How often each word is in a text, and how many words there are. */
export interface Bag {
  counts: Map<number, number>;
  size: number;
}

export function bagOf(texts: number[][]): Bag {
  const counts = new Map<number, number>();
  let size = 0;
  for (const words of texts) {
    size += words.length;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { counts, size };
}

/** How many words two texts share, each as often as both have it. */
export function sharedBy({ counts: one }: Bag, { counts: other }: Bag): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of small) {
    const others = large.get(word);
    if (others !== undefined) shared += Math.min(count, others);
  }
  return shared;
}

/** 1 for the same words, 0 for none in common, and for what their lengths alone keep below the bound. */
export function likeness(one: Bag, other: Bag, bound = 0): number {
  const all = one.size + other.size;
  if (all === 0) return 1;
  return 2 * Math.min(one.size, other.size) < bound * all ? 0 : (2 * sharedBy(one, other)) / all;
}
