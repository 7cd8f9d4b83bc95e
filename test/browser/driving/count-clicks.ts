import type { Page } from "puppeteer-core";

/** Counts the clicks of the pointer on a page from now on; gives how many there were. Keys are not counted. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as { clicks?: number };
    counted.clicks = 0;
    // Of a click that a key has made, or that a label hands on, the browser says that nobody pressed anything.
    addEventListener("pointerdown", ({ isTrusted }) => isTrusted && counted.clicks !== undefined && counted.clicks++, true);
  });
  return () => page.evaluate(() => (window as { clicks?: number }).clicks ?? 0);
}
