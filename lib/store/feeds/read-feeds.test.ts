import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { FeedRow } from "../database/schema.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { forgetFeeds, isDistrusted, newFeed, sharingOf, subscriptionsOf } from "./read-feeds.ts";

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KEY = "A".repeat(43);
const row = (expires: number, change: Partial<FeedRow> = {}): FeedRow => ({
  ...newFeed("https://scout.example/", NOW - DAY),
  said: { at: expires - HOUR, expires, waitMinutes: 15, share: 100, publisher: "A scout", mirrors: [] },
  ...change,
});
const liar = { denied: 5, confirmed: 4 };

describe("who asks isocpp.org", () => {
  it.each<[string, (FeedRow | undefined)[], object]>([
    ["without a feed the copy alone", [], { kind: "alone" }],
    ["while one speaks nobody here", [row(NOW - HOUR), row(NOW + 1)], { kind: "shared" }],
    [
      "when all are silent the copy for its share, by the largest number",
      [row(NOW - HOUR), row(NOW, { said: { ...row(NOW).said, share: 300 } as never })],
      { kind: "silent", share: 300, since: NOW },
    ],
    ["before a first look nobody", [undefined], { kind: "shared" }],
    ["soon after a first look that gave nothing nobody", [newFeed("x", NOW - 9 * MINUTE)], { kind: "shared" }],
    ["where none ever answered the copy alone", [newFeed("x", NOW - 11 * MINUTE)], { kind: "alone" }],
    ["where the first look was made by a clock that was ahead the copy alone", [newFeed("x", NOW + DAY)], { kind: "alone" }],
    ["where the one that speaks is not believed the copy alone", [row(NOW + HOUR, liar)], { kind: "alone" }],
    ["where another is silent the share, whatever a liar says", [row(NOW + HOUR, liar), row(NOW - HOUR)], { kind: "silent", share: 100, since: NOW - HOUR }],
  ])("%s", (_, rows, sharing) => expect(sharingOf(rows, NOW)).toEqual(sharing));
});

it.each([
  [0, 0, false],
  [4, 0, false],
  [5, 0, true],
  [5, 4, true],
  [5, 5, false],
])("with %i claims denied and %i confirmed a feed is distrusted: %s", (denied, confirmed, expected) =>
  expect(isDistrusted({ denied, confirmed })).toBe(expected),
);

it("the setting names each folder once, and what is no address is none", () => {
  const a = `https://a.example/x/#ed25519=${KEY}`;
  expect(subscriptionsOf({ feeds: `${a} https://a.example/x#ed25519=${KEY} https://b.example/#ed25519=short` })).toEqual([
    { folder: "https://a.example/x/", keys: [KEY] },
  ]);
});

it("what is known of a feed outlives its removal by two days", async () => {
  const db = await freshDatabase();
  await writeSetting(db, "feeds", `https://kept.example/#ed25519=${KEY}`);
  await db.feeds.bulkPut([
    newFeed("https://kept.example/", 0),
    newFeed("https://gone.example/", 0),
    { ...newFeed("https://late.example/", 0), heardAt: NOW - DAY },
  ]);
  await forgetFeeds(db, NOW);
  expect(await db.feeds.toCollection().primaryKeys()).toEqual(["https://kept.example/", "https://late.example/"]);
});
