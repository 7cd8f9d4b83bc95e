import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReadableDatabase } from "../lib/store/database/readable-database.ts";

const DatabaseContext = createContext<ReadableDatabase | undefined>(undefined);

export const DatabaseProvider = DatabaseContext.Provider;

/** The page's open database. For reading: what is to change is asked of the background. */
export function useDatabase(): ReadableDatabase {
  const db = useContext(DatabaseContext);
  if (!db) throw new Error("useDatabase is called outside DatabaseProvider");
  return db;
}
