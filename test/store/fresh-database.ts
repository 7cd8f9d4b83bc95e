import "fake-indexeddb/auto";
import type { Dexie } from "dexie";
import { onTestFinished } from "vitest";
import { createDatabase, type Database } from "../../lib/store/database/database.ts";

let count = 0;

/** An empty database of its own, deleted when the test ends. `prepare` is given it before it is opened. */
export async function freshDatabase(prepare: (db: Dexie) => void = () => {}): Promise<Database> {
  count++;
  const db = createDatabase(`test-${count}`);
  prepare(db as Dexie);
  await db.open();
  onTestFinished(async () => {
    await db.delete();
  });
  return db;
}
