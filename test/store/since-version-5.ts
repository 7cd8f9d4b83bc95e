import { expect } from "vitest";

/** Rows of that table as an older version left them, and as they are since version 5: jobs count their claims, and what nobody goes by any more is gone. */
export function sinceVersion5(table: string, rows: object[]): object[] {
  switch (table) {
    case "jobs":
      return (rows as { attempts: number }[]).map((job) => ({ ...job, claims: job.attempts }));
    case "schedules":
    case "cursors":
      return (rows as { catchUp?: string; busyMs?: number }[]).map(({ catchUp: _, busyMs: __, ...row }) => row);
    case "engine":
      return (rows as { name: string }[]).filter(({ name }) => name !== "clock" && name !== "health");
    case "state":
      return [...(rows as { name: string }[]), LISTS].toSorted((one, other) => (one.name < other.name ? -1 : 1));
    default:
      return rows;
  }
}

/** What is here already was no database that lost its lists. */
export const LISTS = { name: "lists", since: expect.any(Number) };
