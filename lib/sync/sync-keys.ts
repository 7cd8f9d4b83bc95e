/** Of the items' form. A reader leaves a higher one alone, since it may mean other things. */
export const VERSION = 1;

export const SETTINGS_KEY = "settings";
const LIST_PREFIX = "list/";

/** Of a part of a list, counted from 0. */
export function listKey(id: string, part: number): string {
  return `${LIST_PREFIX}${id}/${part}`;
}

/** True for the key of an item that may be ours. */
export function isSyncKey(key: string): boolean {
  return key === SETTINGS_KEY || key.startsWith(LIST_PREFIX);
}
