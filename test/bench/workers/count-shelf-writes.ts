import type { Database } from "../../../lib/store/database/database.ts";
import type { Shelf } from "../../../lib/store/database/schema.ts";

/** The keys of shelves written from now on, counted as the requests pass: hooks would make Dexie read each row before it writes it. */
export function countShelfWrites(db: Database): Set<string> {
  const written = new Set<string>();
  db.use({
    stack: "dbcore",
    name: "count",
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        if (name !== "shelves") return table;
        return {
          ...table,
          mutate(request) {
            if (request.type === "put") for (const { key } of request.values as Shelf[]) written.add(key);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return written;
}
