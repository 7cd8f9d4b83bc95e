import { browser } from "wxt/browser";
import type { SyncItems } from "../../sync/item-size.ts";

/** The store that the browser's vendor carries to the person's other machines. Each call may reject. */
export interface SyncStore {
  read(): Promise<SyncItems>;
  write(items: SyncItems): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export const browserSyncStore: SyncStore = {
  read: () => browser.storage.sync.get(null),
  write: (items) => browser.storage.sync.set(items),
  remove: (keys) => browser.storage.sync.remove(keys),
};
