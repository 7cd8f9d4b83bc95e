import { expect, it } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { type FeedChoice, readFeedMatches } from "./feed-matches.ts";

const NOW = 1_800_000_000_000;
const MONTH = 30 * 24 * 60 * 60_000;

it.each([
  ["all", ["P1R0", "P2R0", "P3R0"]],
  ["starred", ["P1R0"]],
  ["recent", ["P2R0", "P3R0"]],
] as [FeedChoice, string[]][])("a feed of %s has %j", async (choice, ids) => {
  const db = await freshDatabase();
  await db.matches.bulkPut([
    found("P1R0", { foundAt: NOW - MONTH - 1, starredAt: 1 }),
    found("P2R0", { foundAt: NOW - MONTH }),
    found("P3R0", { foundAt: NOW }),
  ]);
  expect((await readFeedMatches(db, choice, NOW)).map(({ id }) => id)).toEqual(ids);
});
