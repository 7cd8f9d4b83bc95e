import { liveQuery } from "dexie";
import { useLayoutEffect, useState } from "preact/hooks";
import type { ReadableDatabase } from "../../lib/store/database/readable-database.ts";
import { useDatabase } from "../database-context.ts";
import { calmly } from "./calmly.ts";

/**
 * What the query gives, read anew at each change of what it read and of `inputs`. Undefined until it is first read,
 * never because there is nothing. A failed read throws while rendering, so that no view can draw it as an empty list.
 */
export function useLiveQuery<Result>(query: (db: ReadableDatabase) => Promise<Result>, inputs: unknown[] = []): Result | undefined {
  const db = useDatabase();
  const [latest, setLatest] = useState<{ value?: Result; error?: unknown }>({});
  // Before the first paint, not after it: a page is blank until its first query is answered.
  useLayoutEffect(() => {
    const error = (error: unknown) => setLatest({ error: error ?? new Error("The database gave no reason.") });
    return calmly<Result>(
      (next) => {
        const subscription = liveQuery(() => query(db)).subscribe({ next, error });
        return () => subscription.unsubscribe();
      },
      (value) => setLatest({ value }),
    );
  }, [db, ...inputs]);
  if ("error" in latest) throw latest.error;
  return latest.value;
}
