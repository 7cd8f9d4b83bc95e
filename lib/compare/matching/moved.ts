/** Of places in the order of another text, the ones that do not fit into one rising row: as few as can be. */
export function outOfOrder(places: number[]): Set<number> {
  /** The place at which the best row of each length ends, and what stands before each place in its row. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const place of places) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    before.set(place, ends[low - 1]);
    ends[low] = place;
  }
  const row = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) row.add(place);
  return new Set(places.filter((place) => !row.has(place)));
}
