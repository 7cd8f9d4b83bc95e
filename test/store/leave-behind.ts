import "fake-indexeddb/auto";

type Store = { keyPath: string | string[]; autoIncrement?: boolean; indexes?: Record<string, { keyPath: string | string[]; unique?: boolean }> };

/** A database as a version of PaperScout left it. */
export interface Left {
  version: number;
  stores: Record<string, Store>;
  rows: Record<string, object[]>;
}

/** Writes such a database, without a line of today's code. */
export async function leaveBehind(name: string, { version, stores, rows }: Left): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [table, { indexes = {}, ...options }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(table, options);
        for (const [index, { keyPath, ...kind }] of Object.entries(indexes)) store.createIndex(index, keyPath, kind);
        for (const row of rows[table] ?? []) store.add(row);
      }
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });
}
