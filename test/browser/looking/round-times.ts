import type { Page } from "puppeteer-core";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";

const MINUTE = 60_000;
/** Longer than the first check takes by itself. */
const STEP_MS = 10 * MINUTE;
/** Whatever is planned lies nearer. */
const SPAN_MS = 1_000 * 24 * 60 * MINUTE;

/**
 * Rounds the times that the extension noted since `start` (epoch ms) down to whole steps from there: how long the machine
 * took is then not to be seen. No page that shows them hears of it.
 */
export async function roundTimes(page: Page, start: number): Promise<void> {
  await page.evaluate(
    async (name, start, span, step) => {
      const isTime = (value: unknown): value is number => typeof value === "number" && value >= start && value < start + span;
      const rounded = (value: unknown): unknown => {
        if (isTime(value)) return start + Math.floor((value - start) / step) * step;
        if (Array.isArray(value)) return value.map(rounded);
        if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)]));
      };
      const done = (request: IDBRequest | IDBTransaction) =>
        new Promise((resolve, reject) => {
          request.addEventListener(request instanceof IDBRequest ? "success" : "complete", resolve);
          request.addEventListener(request instanceof IDBRequest ? "error" : "abort", () => reject(request.error));
        });
      const opening = indexedDB.open(name);
      await done(opening);
      const database = opening.result;
      const transaction = database.transaction(database.objectStoreNames, "readwrite");
      const end = done(transaction);
      for (const table of transaction.objectStoreNames) {
        const reading = transaction.objectStore(table).openCursor();
        reading.onsuccess = () => {
          const cursor = reading.result;
          if (!cursor) return;
          const row = rounded(cursor.value);
          if (JSON.stringify(row) !== JSON.stringify(cursor.value)) cursor.update(row);
          cursor.continue();
        };
      }
      await end;
      database.close();
    },
    DATABASE_NAME,
    start,
    SPAN_MS,
    STEP_MS,
  );
}
