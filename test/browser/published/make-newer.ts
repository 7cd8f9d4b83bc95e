import type { Page } from "puppeteer-core";

/** Leaves the database as a newer PaperScout would: in a format that this one does not know. */
export async function makeNewer(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("paperscout", 9990);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      }),
  );
}
