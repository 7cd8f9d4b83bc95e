import type { DBCoreTransaction, Dexie } from "dexie";

export interface Watcher {
  /** After each transaction that may have written, before any other begins. */
  onCommit?(): void;
  /** Before something is written; what it throws is what becomes of it. */
  onWrite?(): void;
}

/** Tells of each transaction of this connection. */
export function watchDatabase(db: Dexie, { onBegin, onEnd, onCommit, onWrite }: Watcher & { onBegin(): void; onEnd(): void }): void {
  db.use({
    stack: "dbcore",
    name: "watch",
    create: (down) => ({
      ...down,
      transaction(...args) {
        const transaction = down.transaction(...args) as DBCoreTransaction & IDBTransaction;
        onBegin();
        transaction.addEventListener("complete", () => {
          if (transaction.mode !== "readonly") onCommit?.();
          onEnd();
        });
        transaction.addEventListener("abort", onEnd);
        return transaction;
      },
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          mutate(request) {
            try {
              onWrite?.();
            } catch (error) {
              return Promise.reject(error);
            }
            return table.mutate(request);
          },
        };
      },
    }),
  });
}

interface RawStore {
  records: { values(): Iterable<{ value: unknown }> };
}

/** The rows of a table as they stand at this moment, without a transaction: looking must not change what happens when. Knows the insides of fake-indexeddb. */
export function rowsNow<Row>(db: Dexie, table: string): Row[] {
  const raw = (db.backendDB() as unknown as { _rawDatabase: { rawObjectStores: Map<string, RawStore> } })._rawDatabase;
  return [...(raw.rawObjectStores.get(table)?.records.values() ?? [])].map(({ value }) => value as Row);
}
