import type { Database } from "./database.ts";
import { DATABASE_VERSION } from "./database.ts";

export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
  /** The format of the data where it is one that this version does not know. */
  newerFormat?: number;
}

const RETRY_AFTER_MS = 300;
/** Dexie multiplies versions, to leave room for its own. */
const DEXIE_VERSION_FACTOR = 10;

/**
 * Opens the database, once more if the first try fails. Rejects with DatabaseUnavailable, never with an empty database:
 * what is stored stays as it is. A database written by a newer PaperScout is not opened, since its rows may mean other things.
 */
export async function openDatabase(database: Database): Promise<Database> {
  try {
    return await openOnce(database);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  }
  try {
    return await openOnce(database);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function openOnce(database: Database): Promise<Database> {
  // Asked before it is opened: Dexie takes a newer database for its own, and would even add to it what it lacks.
  const stored = (await indexedDB.databases()).find(({ name }) => name === database.name)?.version ?? 0;
  const format = stored / DEXIE_VERSION_FACTOR;
  if (format >= DATABASE_VERSION + 1) {
    const error = new DatabaseUnavailable(`The data was written by a newer PaperScout (format ${format}; this one knows ${DATABASE_VERSION}).`);
    throw Object.assign(error, { newerFormat: format });
  }
  await database.open();
  return database;
}
