import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match } from "../database/schema.ts";

/** What a feed may hold. */
export const FEED_CHOICES = ["all", "starred", "recent"] as const;
export type FeedChoice = (typeof FEED_CHOICES)[number];

const RECENT_MS = 30 * 24 * 60 * 60 * 1000;

/** All matches, those with a star, or those of the 30 days before now (epoch ms). */
export function readFeedMatches(db: ReadableDatabase, choice: FeedChoice, now: number): Promise<Match[]> {
  switch (choice) {
    case "all":
      return db.matches.toArray();
    case "starred":
      return db.matches.where("starredAt").above(0).toArray();
    case "recent":
      return db.matches
        .where("foundAt")
        .aboveOrEqual(now - RECENT_MS)
        .toArray();
  }
}
