/** What the browser's store holds, by key. */
export type SyncItems = Record<string, unknown>;

/** The browsers' own limits are 8,192 bytes an item, 102,400 in all and 512 items. A little is left, should they count otherwise than we do. */
export const ITEM_BYTES = 7_500;
export const ALL_BYTES = 100_000;
export const MOST_ITEMS = 500;

/** True where the browser's store has room for all of them. */
export function hasRoom(items: SyncItems): boolean {
  return allBytes(items) <= ALL_BYTES && Object.keys(items).length <= MOST_ITEMS;
}

/** Bytes of all items as the most wasteful browser counts them. */
export function allBytes(items: SyncItems): number {
  return Object.entries(items).reduce((sum, [key, value]) => sum + itemBytes(key, value), 0);
}

/** Bytes of an item: its key and its JSON. */
export function itemBytes(key: string, value: unknown): number {
  return textBytes(key) + textBytes(JSON.stringify(value) ?? "");
}

/** UTF-8, but for the characters that Chrome writes as six, such as "<". */
function textBytes(text: string): number {
  const escaped = text.match(/[<\u007f\u2028\u2029]/g)?.length ?? 0;
  return new TextEncoder().encode(text).length + 5 * escaped;
}
