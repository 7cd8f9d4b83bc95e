import { type MailDate, readMailDate } from "./read-mail-date.ts";

const HOUR = 60 * 60_000;

/** What the original makes of a file that is there. */
export interface Recency {
  isRecent: boolean;
  /** Absent where the header is, or cannot be read. */
  modified?: MailDate;
  stat: "hit_recent" | "hit_old" | "hit_no_lm";
}

/**
 * Exactly how the original tells a new file from an old one: by its Last-Modified, at most so many hours before `now`
 * (epoch ms). What has none counts as new, and so does any time to come.
 */
export function classifyLastModified(header: string | undefined, now: number, recencyHours: number): Recency {
  const modified = readMailDate(header ?? "");
  if (!modified) return { isRecent: true, stat: "hit_no_lm" };
  const isRecent = now - modified.at <= recencyHours * HOUR;
  return { isRecent, modified, stat: isRecent ? "hit_recent" : "hit_old" };
}
