import { HOLD_MS } from "../store/matches/note-match.ts";
import type { Settings } from "../terms/settings.ts";
import type { Match } from "../watch/matching/match.ts";

const MINUTE = 60_000;
/** A cycle that has not ended after this time holds nothing back any more. */
const LONGEST_CYCLE_MS = 30 * MINUTE;

type TellingSettings = Pick<Settings, "minutesBetweenNotifications" | "quietHours" | "quietFromHour" | "quietUntilHour">;

/** What a notification may have to wait for. Times are epoch ms. */
export interface TellingState {
  /** When the last one was shown; 0 for never. */
  lastShownAt: number;
  /** When the cycle of asking for drafts began that is under way. */
  cycleSince: number | undefined;
}

/** When any notification may be shown, epoch ms: after the last one's rest, and not within the quiet hours. */
export function mayShowAt({ lastShownAt }: TellingState, settings: TellingSettings, now: number): number {
  const rested = lastShownAt > now ? now : Math.max(now, lastShownAt + settings.minutesBetweenNotifications * MINUTE);
  return afterQuietHours(lastShownAt === 0 ? now : rested, settings);
}

/** When this match may be told: drafts of one cycle share a notification, and wait for their first page. A wait longer than any is of a clock that was set back. */
export function mayTellAt({ draft, heldUntil = 0 }: Pick<Match, "draft" | "heldUntil">, { cycleSince }: TellingState, now: number): number {
  const cycleEnd = draft && cycleSince !== undefined && cycleSince <= now ? cycleSince + LONGEST_CYCLE_MS : 0;
  return Math.max(now, heldUntil - now <= HOLD_MS ? heldUntil : 0, cycleEnd);
}

/** That time, or the end of the quiet hours that it lies in, by the clock on the wall. Hours that begin and end alike are none. */
export function afterQuietHours(at: number, { quietHours, quietFromHour, quietUntilHour }: TellingSettings): number {
  if (!quietHours || quietFromHour === quietUntilHour) return at;
  const hour = new Date(at).getHours();
  const isQuiet = quietFromHour < quietUntilHour ? hour >= quietFromHour && hour < quietUntilHour : hour >= quietFromHour || hour < quietUntilHour;
  if (!isQuiet) return at;
  const end = new Date(at);
  end.setHours(quietUntilHour, 0, 0, 0);
  if (end.getTime() <= at) {
    end.setDate(end.getDate() + 1);
    // Today that hour, or its first half, may be left out.
    end.setHours(quietUntilHour, 0);
  }
  return end.getTime();
}
