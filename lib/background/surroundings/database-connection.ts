import { readListMirror } from "../../store/backup/list-mirror.ts";
import { decideTitleForms } from "../../store/backup/lists-state.ts";
import { decideLists } from "../../store/backup/restore-lists.ts";
import { createDatabase, type Database } from "../../store/database/database.ts";
import { openDatabase } from "../../store/database/open-database.ts";

/**
 * Gives the open database, one connection for the life of the background. It is opened anew at the next call where the
 * opening failed, or where the connection was closed because another page upgrades or deletes the database. Each opening
 * begins with a look whether the lists are there.
 */
export function databaseConnection(afterOpening: (db: Database) => Promise<void> = knowItsLists): () => Promise<Database> {
  let opening: Promise<Database> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const open = () => {
    const attempt = openDatabase(createDatabase()).then(async (db) => {
      await afterOpening(db);
      return db;
    });
    attempt.then((db) => db.on("close", forget), forget);
    return attempt;
  };
  return () => {
    opening ??= open();
    return opening;
  };
}

/** Where the copy cannot be read nothing is decided, and the next opening looks again. */
async function knowItsLists(db: Database): Promise<void> {
  const decide = async () => {
    const lists = await decideLists(db, readListMirror, Date.now());
    if (!lists.titleForms) await decideTitleForms(db);
  };
  await decide().catch((error) => console.warn("PaperScout:", error));
}
