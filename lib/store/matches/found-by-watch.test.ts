import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import type { Match, MatchReason } from "../database/schema.ts";
import { foundByWatch } from "./found-by-watch.ts";

const reason = (kind: MatchReason["kind"], watched: string, list = 1): MatchReason => ({ kind, watched, found: "", list, listName: "" });
const match = (id: string, foundAt: number, date: string, ...reasons: MatchReason[]): Match => ({
  id,
  paper: { ...samplePaper(id), date },
  kind: "paper-added",
  reasons,
  foundAt,
  notifiedAt: 0,
  notification: "",
  readAt: 0,
  starredAt: 0,
});

it("counts what each watch of each list has found, and names the newest", async () => {
  const db = await freshDatabase();
  await db.matches.bulkAdd([
    match("P0001R0", 1, "2026-02-17", reason("author", "Lovelace"), reason("mention", "Lovelace")),
    match("P0002R0", 4, "2024-07", reason("author", "Lovelace"), reason("title", "Lovelace")),
    match("P0003R0", 2, "2025-01-01", reason("mention", "Lovelace")),
    match("P0004R0", 3, "2027-01-01", reason("author", "Lovelace", 2)),
  ]);
  const found = await foundByWatch(db);
  expect(found({ kind: "author", text: "Lovelace", list: 1 })).toEqual({ count: 3, newest: "2026-02-17", lastAt: 4 });
  expect(found({ kind: "title", text: "Lovelace", list: 1 })).toEqual({ count: 1, newest: "2024-07", lastAt: 4 });
  expect(found({ kind: "author", text: "Lovelace", list: 2 }).count).toBe(1);
  expect(found({ kind: "author", text: "Hopper", list: 1 })).toEqual({ count: 0, lastAt: 0 });
});
