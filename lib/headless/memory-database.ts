import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { createDatabase, DATABASE_NAME, type Database } from "../store/database/database.ts";
import { openDatabase } from "../store/database/open-database.ts";

// Whichever of the two was loaded first.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** All rows of the database, and the schema that they were written by. */
export interface DatabaseCopy {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, unknown[]>;
}

/**
 * The database in memory, with what the copy holds. That is put in by the schema it was written by, and then opened like a
 * browser's: an upgrade is the same code, and a copy of a newer PaperScout is refused.
 */
export async function memoryDatabase(copy?: DatabaseCopy, name = DATABASE_NAME): Promise<Database> {
  if (copy) {
    const before = new Dexie(name);
    before.version(copy.version).stores(copy.stores);
    await before.open();
    await before.transaction("rw", before.tables, async () => {
      for (const [name, rows] of Object.entries(copy.rows)) await before.table(name).bulkAdd(rows);
    });
    before.close();
  }
  return openDatabase(createDatabase(name));
}

/** Reads all of it in one transaction. */
export async function copyDatabase(db: Database): Promise<DatabaseCopy> {
  // The tables alone are PaperScout's; what copies them is Dexie's.
  const dexie = db as unknown as Dexie;
  const rows: DatabaseCopy["rows"] = {};
  await dexie.transaction("r", dexie.tables, async () => {
    for (const table of dexie.tables) rows[table.name] = await table.toArray();
  });
  const stores = Object.fromEntries(dexie.tables.map(({ name, schema }) => [name, [schema.primKey, ...schema.indexes].map(({ src }) => src).join(", ")]));
  return { version: dexie.verno, stores, rows };
}
