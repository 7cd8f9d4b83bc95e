import { browser } from "wxt/browser";

const KEY = "failed-slices";

/** Counts the slices that failed in a row, 0 where this one did not. Outside the database, which may be what fails, and beyond the life of one background. */
export async function countFailures(failed: boolean): Promise<number> {
  const { [KEY]: before } = await browser.storage.session.get(KEY);
  const known = typeof before === "number" ? before : 0;
  const failures = failed ? known + 1 : 0;
  if (failures !== known) await browser.storage.session.set({ [KEY]: failures });
  return failures;
}
