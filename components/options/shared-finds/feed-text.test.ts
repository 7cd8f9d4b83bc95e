import { expect, it, vi } from "vitest";
import type { FeedRow } from "../../../lib/store/database/schema.ts";
import { newFeed } from "../../../lib/store/feeds/read-feeds.ts";
import { speak } from "../../../test/speak.ts";
import { feedName, feedTexts } from "./feed-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const folder = "https://scout.example/paperscout/";
const said = { at: NOW - MINUTE, expires: NOW + MINUTE, waitMinutes: 15, share: 9, publisher: "A scout", mirrors: [] };
const about = (change: Partial<FeedRow>) => feedTexts({ address: "", folder, row: { ...newFeed(folder, 0), ...change } }, NOW, speak).join(" ");

it.each<[Partial<FeedRow>, string | RegExp]>([
  [{}, "Nothing heard from it yet."],
  [{ said, heardAt: NOW - 5 * MINUTE, brought: 1 }, "Last heard 5 minutes ago. It has brought 1 piece of news so far."],
  [{ said: { ...said, expires: NOW - MINUTE }, brought: 2 }, /^Silent since .+\. It has brought 2 pieces of news so far\.$/],
  [
    { said, heardAt: NOW, denied: 2, confirmed: 3, odd: 1 },
    "Last heard just now. It has brought nothing new yet. 2 of its finds were not there. 1 of its entries could not be read.",
  ],
  [{ said, heardAt: NOW, excess: 1200 }, /1,200 of its finds were left out, since there cannot be so many\.$/],
  [{ said, heardAt: NOW, denied: 5 }, /5 of its finds were not there\. Too many of its finds were not there/],
  [{ trouble: { kind: "bad-signature" } }, "Nothing heard from it yet. The last time, it could not be used: its signature is wrong."],
  [{ trouble: { kind: "host", failure: { kind: "not-found" } } }, /The last time, it could not be used: .*scout\.example/],
])("of %j it is said: %s", (change, text) => {
  if (typeof text === "string") expect(about(change)).toBe(text);
  else expect(about(change)).toMatch(text);
});

it("a feed that was never looked at, and one that has not said whose it is, have the name of their host", () => {
  expect(feedTexts({ address: "", folder, row: undefined }, NOW, speak)).toEqual(["Nothing heard from it yet."]);
  expect(feedName({ address: "", folder, row: undefined })).toBe("scout.example");
  expect(feedName({ address: "", folder, row: { ...newFeed(folder, 0), said } })).toBe("A scout");
});
