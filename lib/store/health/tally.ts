import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { DayTally, TallyState } from "../database/state-rows.ts";

const DAYS_KEPT = 60;

/** The day of this computer's calendar in which that time lies: "2026-11-24". */
export function dayOf(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}

/** What ended day by day; no day where nothing has. */
export async function readTally(db: Pick<ReadableDatabase, "state">): Promise<TallyState["days"]> {
  return ((await db.state.get("tally")) as TallyState | undefined)?.days ?? {};
}

/** Counts that a check has ended, and how many drafts it found that are news. Joins the caller's transaction (state). */
export async function countCheck(db: Tables<"state">, failed: boolean, now: number, drafts = 0): Promise<void> {
  const today = dayOf(now);
  const days = await readTally(db);
  const before = days[today] ?? { checks: 0, failures: 0, drafts: 0 };
  const after: DayTally = { checks: before.checks + 1, failures: before.failures + (failed ? 1 : 0), drafts: before.drafts + drafts };
  // A day to come is of a clock that was set back; it goes when its turn comes, like any other.
  const kept = Object.entries({ ...days, [today]: after }).sort(([one], [other]) => (one < other ? 1 : -1));
  await db.state.put({ name: "tally", days: Object.fromEntries(kept.slice(0, DAYS_KEPT)) });
}

/** The last so many days up to that of `now`, oldest first, those on which nothing ended with zeros. */
export function lastDays(days: TallyState["days"], now: number, count: number): (DayTally & { day: string })[] {
  const [year = 0, month = 1, date = 1] = dayOf(now).split("-").map(Number);
  return Array.from({ length: count }, (_, position) => {
    const day = dayOf(new Date(year, month - 1, date - (count - 1 - position), 12).getTime());
    return { ...(days[day] ?? { checks: 0, failures: 0, drafts: 0 }), day };
  });
}
