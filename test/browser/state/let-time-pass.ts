import type { Page } from "puppeteer-core";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";
import { CHECK_INDEX } from "../../../lib/terms/work-names.ts";
import { ringAlarm } from "./browser-state.ts";

/** Makes the next check due and lets the alarm ring, as time would. */
export async function letTimePass(page: Page): Promise<void> {
  await makeDue(page);
  await ringAlarm(page);
}

/** Makes the next check, or the schedule of that name, due at that time (epoch ms). One transaction: the background may be moving the same row. */
export async function makeDue(page: Page, at = 0, schedule = CHECK_INDEX): Promise<void> {
  await page.evaluate(
    (name, id, at) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction("schedules", "readwrite");
          const schedules = transaction.objectStore("schedules");
          const reading = schedules.get(id);
          reading.onsuccess = () => schedules.put({ ...reading.result, nextAt: at });
          transaction.oncomplete = () => resolve(database.close());
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    DATABASE_NAME,
    schedule,
    at,
  );
}
