import "fake-indexeddb/auto";
import { onTestFinished } from "vitest";
import { createDatabase, type Database } from "../../lib/store/database.ts";

let count = 0;

/** An empty database of its own, deleted when the test ends. */
export async function freshDatabase(): Promise<Database> {
  count++;
  const db = createDatabase(`test-${count}`);
  await db.open();
  onTestFinished(async () => {
    await db.delete();
  });
  return db;
}
