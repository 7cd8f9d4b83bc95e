import { readSubscription, type Subscription, subscriptionAddress } from "../../feed/subscription.ts";
import { parseFeeds, type Settings } from "../../terms/settings.ts";
import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { FeedRow } from "../database/schema.ts";
import { readSettings } from "../lists/settings-store.ts";

/** A feed that has not been heard yet is waited for so long before one asks oneself. */
const FIRST_WAIT_MS = 10 * 60_000;
/** So many claims that were not so, and more than those that were, and a feed is believed nothing more. */
const MOST_DENIED = 5;

/** Until a feed has said itself how often it wants to be looked at. */
const FEED_MINUTES = 15;

/** So many minutes lie between two looks at a feed, at that one or at any that has not spoken yet. */
export function minutesBetweenLooks(row?: Pick<FeedRow, "said">): number {
  return row?.said?.waitMinutes ?? FEED_MINUTES;
}

/** The feeds that the setting names, each folder once. */
export function subscriptionsOf({ feeds }: Pick<Settings, "feeds">): Subscription[] {
  const read = (parseFeeds(feeds) ?? []).flatMap((address) => {
    const subscription = readSubscription(address);
    return subscription.ok ? subscription.subscription : [];
  });
  return [...new Map(read.map((subscription) => [subscription.folder, subscription])).values()];
}

/** A feed that is subscribed, with its address, and what is known of it. */
export interface SubscribedFeed {
  address: string;
  folder: string;
  row: FeedRow | undefined;
}

/** All that are subscribed, in the order in which they were added, of all rows that there are. */
export function subscribedFeeds(settings: Pick<Settings, "feeds">, rows: readonly FeedRow[]): SubscribedFeed[] {
  const known = new Map(rows.map((row) => [row.folder, row]));
  return subscriptionsOf(settings).map((subscription) => ({
    address: subscriptionAddress(subscription),
    folder: subscription.folder,
    row: rowUnder(subscription, known.get(subscription.folder)),
  }));
}

/** What is known of the feed with that address. Where the address no longer names the key of what was accepted, it is nothing: whoever stole that key may have said anything. */
export function rowUnder({ keys }: Subscription, row: FeedRow | undefined): FeedRow | undefined {
  return row?.key === undefined || keys.includes(row.key) ? row : undefined;
}

/** A feed before its first look. */
export function newFeed(folder: string, now: number): FeedRow {
  return { folder, since: now, heardAt: 0, failures: 0, brought: 0, odd: 0, confirmed: 0, denied: 0 };
}

/** Whether too much of what it claimed was not so. */
export function isDistrusted({ confirmed, denied }: Pick<FeedRow, "confirmed" | "denied">): boolean {
  return denied >= MOST_DENIED && denied > confirmed;
}

/** Whether it speaks, as it said it would, and may be believed. */
export function isSpeaking(row: FeedRow, now: number): boolean {
  return row.said !== undefined && now < row.said.expires && !isDistrusted(row);
}

/**
 * Who asks isocpp.org. "alone": this copy for all, since it has no feed that ever spoke, or the person wants it to ask as
 * well. "shared": nobody here, a feed speaks. "silent": all have fallen silent, at that time (epoch ms); the copy asks
 * for one file in `share`.
 */
export type Sharing = { kind: "alone" } | { kind: "shared" } | { kind: "silent"; share: number; since: number };

export async function readSharing(db: Pick<ReadableDatabase, "settings" | "feeds">, now: number): Promise<Sharing> {
  return sharingAs(await readSettings(db), await db.feeds.toArray(), now);
}

/** The same of the settings and all rows that there are. */
export function sharingAs(settings: Pick<Settings, "feeds" | "askAsWell">, rows: readonly FeedRow[], now: number): Sharing {
  return settings.askAsWell
    ? { kind: "alone" }
    : sharingOf(
        subscribedFeeds(settings, rows).map(({ row }) => row),
        now,
      );
}

/** The same of the rows of all that are subscribed, undefined where one was never looked at. */
export function sharingOf(rows: (FeedRow | undefined)[], now: number): Sharing {
  const trusted = rows.filter((row) => !row || !isDistrusted(row));
  if (trusted.some((row) => row && isSpeaking(row, now))) return { kind: "shared" };
  const spoke = trusted.flatMap((row) => row?.said ?? []);
  if (spoke.length > 0) return { kind: "silent", share: Math.max(...spoke.map(({ share }) => share)), since: Math.max(...spoke.map(({ expires }) => expires)) };
  // The first answer is about to come; a clock that was set back makes nobody wait for ever.
  const isAwaited = trusted.some((row) => !row || Math.abs(now - row.since) < FIRST_WAIT_MS);
  return isAwaited ? { kind: "shared" } : { kind: "alone" };
}

/** A feed that is unsubscribed is forgotten after a while without a look; until then it comes back as it was. */
const KEPT_MS = 2 * 24 * 60 * 60_000;

export async function forgetFeeds(db: Database, now: number): Promise<void> {
  await db.transaction("rw", [db.feeds, db.settings], async () => {
    const subscribed = new Set(subscriptionsOf(await readSettings(db)).map(({ folder }) => folder));
    await db.feeds.filter(({ folder, since, heardAt }) => !subscribed.has(folder) && now - Math.max(since, heardAt) > KEPT_MS).delete();
  });
}
