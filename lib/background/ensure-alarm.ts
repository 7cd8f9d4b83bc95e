import { browser } from "wxt/browser";

const ALARM = "check";
/** Browsers fire no alarm sooner; asking for less only makes them complain. */
const SOONEST_MS = 30_000;
const TOLERANCE_MS = 1_000;

/**
 * Makes the one alarm ring at that time (epoch ms). It is read first and left alone where it already does: an alarm
 * that is set anew at each wake is pushed away for ever. What it stands for is in the database, so losing it loses nothing.
 */
export async function ensureAlarm(when: number, now: number): Promise<void> {
  const due = Math.max(when, now + SOONEST_MS);
  const alarm = await browser.alarms.get(ALARM);
  if (alarm && Math.abs(alarm.scheduledTime - due) <= TOLERANCE_MS) return;
  // Overdue and about to ring: setting it anew would delay it.
  if (alarm && when <= now && alarm.scheduledTime <= due) return;
  await browser.alarms.create(ALARM, { when: due });
}

/** Makes the alarm ring at that time (epoch ms) where none is set: for when the database cannot say what is due. */
export async function ensureAnyAlarm(when: number): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { when });
}
