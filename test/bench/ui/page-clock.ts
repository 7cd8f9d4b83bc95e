import type { Page } from "puppeteer-core";

/** What a page tells of itself, ms since its navigation began. */
export interface PageTimes {
  firstRowMs: number;
  /** The longest task of the main thread so far; 0 where none took 50 ms, from where on the browser reports them. */
  longestTaskMs: number;
  /** How far what was there has moved by itself so far, as the browser scores it: 0 for not at all. */
  layoutShift: number;
}

interface Clocked {
  pageClock: { firstRowAt?: number; longestTask: number; layoutShift: number };
}

type LayoutShift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** Has the next document of the page note when the first element of a selector is about to be painted, its long tasks, and what moves. */
export async function clockNextDocument(page: Page, selector: string): Promise<void> {
  await page.evaluateOnNewDocument((selector) => {
    const clock: Clocked["pageClock"] = { longestTask: 0, layoutShift: 0 };
    (globalThis as unknown as Clocked).pageClock = clock;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) clock.longestTask = Math.max(clock.longestTask, duration);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[]) if (!hadRecentInput) clock.layoutShift += value;
    }).observe({ type: "layout-shift", buffered: true });
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        clock.firstRowAt = performance.now();
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  }, selector);
}

/** Waits for the first row. */
export async function readClock(page: Page): Promise<PageTimes> {
  await page.waitForFunction(() => (globalThis as unknown as Clocked).pageClock.firstRowAt !== undefined, { polling: 50, timeout: 60_000 });
  return page.evaluate(() => {
    const { firstRowAt = Number.NaN, longestTask, layoutShift } = (globalThis as unknown as Clocked).pageClock;
    return { firstRowMs: firstRowAt, longestTaskMs: longestTask, layoutShift };
  });
}

/** The longest task so far, ms. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Clocked).pageClock.longestTask);
}
