import { useEffect, useState } from "preact/hooks";
import type { ReadableDatabase } from "../../lib/store/database/readable-database.ts";
import { useDatabase } from "../database-context.ts";

/**
 * What the query gives, read once for each change of `inputs`: for what costs too much to be read at each change of the
 * database. Undefined until it is first read; what was read before stays until the next is there. A failed read throws
 * while rendering, as with useLiveQuery.
 */
export function useRead<Result>(query: (db: ReadableDatabase) => Promise<Result>, inputs: unknown[]): Result | undefined {
  const db = useDatabase();
  const [latest, setLatest] = useState<{ value?: Result; error?: unknown }>({});
  useEffect(() => {
    let isCurrent = true;
    query(db).then(
      (value) => isCurrent && setLatest({ value }),
      (error) => isCurrent && setLatest({ error: error ?? new Error("The database gave no reason.") }),
    );
    return () => {
      isCurrent = false;
    };
  }, [db, ...inputs]);
  if ("error" in latest) throw latest.error;
  return latest.value;
}
