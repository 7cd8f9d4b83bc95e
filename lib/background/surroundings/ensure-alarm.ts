import { browser } from "wxt/browser";

const ALARM = "work";
/** Browsers fire no alarm sooner; asking for less only makes them complain. */
const SOONEST_MS = 30_000;
const TOLERANCE_MS = 1_000;
/** It rings again by itself, so that a background which is killed before its first line has not lost the only one. */
const REPEATS_MINUTES = 30;

/**
 * Makes the one alarm ring at that time (epoch ms), or lets none ring. It is read first and left alone where it already
 * does: an alarm that is set anew at each wake is pushed away for ever. What it stands for is in the database, so losing it loses nothing.
 */
export async function ensureAlarm(when: number | undefined, now: number): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (when === undefined) {
    if (alarm) await browser.alarms.clear(ALARM);
    return;
  }
  const due = Math.max(when, now + SOONEST_MS);
  if (alarm && Math.abs(alarm.scheduledTime - due) <= TOLERANCE_MS) return;
  // Overdue and about to ring: setting it anew would delay it.
  if (alarm && when <= now && alarm.scheduledTime <= due) return;
  await browser.alarms.create(ALARM, { when: due, periodInMinutes: REPEATS_MINUTES });
}

/** Makes the alarm ring at that time (epoch ms) where none is set: for when the database cannot say what is due. */
export async function ensureAnyAlarm(when: number): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { when, periodInMinutes: REPEATS_MINUTES });
}
