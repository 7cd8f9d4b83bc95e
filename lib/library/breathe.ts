/** Called between pieces of long work: gives the thread back for a moment where it has been held for long. */
export type Breathe = () => Promise<void> | undefined;

/** Does the same with each item, breathing after every so many. */
export async function forEachBreathing<Item>(items: Iterable<Item>, breathe: Breathe, act: (item: Item) => void, pieces = 100): Promise<void> {
  let count = 0;
  for (const item of items) {
    act(item);
    if (++count % pieces === 0) await breathe();
  }
}
