import { createDatabase, type Database } from "../../store/database/database.ts";
import { openDatabase } from "../../store/database/open-database.ts";

/**
 * Gives the open database, one connection for the life of the background. It is opened anew at the next call where the
 * opening failed, or where the connection was closed because another page upgrades or deletes the database.
 */
export function databaseConnection(): () => Promise<Database> {
  let opening: Promise<Database> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const open = () => {
    const attempt = openDatabase(createDatabase());
    attempt.then((db) => db.on("close", forget), forget);
    return attempt;
  };
  return () => {
    opening ??= open();
    return opening;
  };
}
