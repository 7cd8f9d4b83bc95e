import type { CheckOutcome } from "../check-outcome.ts";

/** What a look at the schedule consists of; each step may be killed at any line and finds its way from the database when called again. */
export interface Steps {
  /** Sets the one alarm at the next time something is due. */
  schedule(): Promise<void>;
  /** Removes what a killed background left on display. */
  tidy(): Promise<void>;
  /** Matches what is in the log and tells of matches not told yet. */
  tell(): Promise<void>;
  /** Checks where that is due; undefined where it is not. */
  check(): Promise<CheckOutcome | undefined>;
}

/**
 * Does all that is due: first what a killed background left half done, then the check and what follows from it. The
 * alarm is set before the work, so that there is a next look whatever happens to this one, and again after it. What
 * cannot be told now stays untold until the next look, and keeps nothing from being checked.
 */
export async function drain({ schedule, tidy, tell, check }: Steps, report: (error: unknown) => void): Promise<void> {
  await schedule();
  await tidy();
  await tell().catch(report);
  try {
    if (await check()) await tell().catch(report);
  } finally {
    await schedule();
  }
}
