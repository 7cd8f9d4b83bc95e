import type { Page } from "puppeteer-core";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";
import { CHECK_INDEX } from "../../../lib/terms/work-names.ts";
import { ringAlarm } from "./browser-state.ts";

/** Makes the next check due and lets the alarm ring, as time would. */
export async function letTimePass(page: Page): Promise<void> {
  await makeDue(page);
  await ringAlarm(page);
}

/** Makes the next check, or the schedule of that name, due now: the one after it is a whole interval away, however the clock stands. */
export async function makeDue(page: Page, schedule = CHECK_INDEX): Promise<void> {
  await changeRow(page, "schedules", schedule, { nextAt: Date.now() });
}

/** Begins another day of asking for drafts: as many requests may be sent as on any. */
export async function beginAnotherDay(page: Page): Promise<void> {
  await changeRow(page, "state", "probing", { today: { day: "", asked: 0 } });
}

/** Changes a row where it is there. One transaction: the background may be changing the same one. */
async function changeRow(page: Page, table: "schedules" | "state", key: string, change: object): Promise<void> {
  await page.evaluate(
    (name, table, key, change) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(table, "readwrite");
          const rows = transaction.objectStore(table);
          const reading = rows.get(key);
          reading.onsuccess = () => reading.result && rows.put({ ...reading.result, ...change });
          transaction.oncomplete = () => resolve(database.close());
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    DATABASE_NAME,
    table,
    key,
    change,
  );
}
