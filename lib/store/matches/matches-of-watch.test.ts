import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import type { Match, MatchReason } from "../database/schema.ts";
import { matchesOfWatch } from "./matches-of-watch.ts";

const reason = (kind: MatchReason["kind"], watched: string, list = 1): MatchReason => ({ kind, watched, found: "", list, listName: "" });
const match = (id: string, foundAt: number, ...reasons: MatchReason[]): Match => ({
  id,
  paper: samplePaper(id),
  kind: "paper-added",
  reasons,
  foundAt,
  notifiedAt: 0,
  notification: "",
  readAt: 0,
  starredAt: 0,
});

it("gives the matches of one watch of one list, latest first", async () => {
  const db = await freshDatabase();
  await db.matches.bulkAdd([
    match("P0001R0", 1, reason("author", "Lovelace")),
    match("P0002R0", 4, reason("title", "Lovelace")),
    match("P0003R0", 2, reason("audience", "LEWG"), reason("mention", "Lovelace")),
    match("P0004R0", 3, reason("author", "Lovelace", 2)),
    match("P0005R0", 5, reason("author", "Lovelace")),
    match("P0006R0", 6, reason("rule", "author:Lovelace -audience:SG1")),
  ]);
  const found = await matchesOfWatch(db, { kind: "author", text: "Lovelace", list: 1 }, 2);
  expect(found.count).toBe(3);
  expect(found.latest.map(({ id, reason }) => [id, reason.kind])).toEqual([
    ["P0005R0", "author"],
    ["P0003R0", "mention"],
  ]);
  const rule = await matchesOfWatch(db, { kind: "rule", text: "author:Lovelace -audience:SG1", list: 1 }, 2);
  expect(rule.latest.map(({ id }) => id)).toEqual(["P0006R0"]);
});
