import { setTimeout } from "node:timers/promises";
import type { CDPSession, Page } from "puppeteer-core";

/** Bytes of JavaScript heap at the worst moment that was looked at. */
export interface PeakHeap {
  page: number;
  /** Of the threads that the page has started, all together; 0 where there is none. */
  workers: number;
}

const SAMPLE_MS = 10;

/** Looks at the heaps of the page and of its threads while that is done, from a collection of the page's garbage on. */
export async function peakHeap(page: Page, work: () => Promise<unknown>): Promise<PeakHeap> {
  const cdp = await page.createCDPSession();
  await cdp.send("HeapProfiler.collectGarbage");
  const peak: PeakHeap = { page: 0, workers: 0 };
  const sample = async () => {
    const [own, ...others] = await Promise.all([used(cdp), ...page.workers().map(({ client }) => used(client))]);
    peak.page = Math.max(peak.page, own ?? 0);
    peak.workers = Math.max(
      peak.workers,
      others.reduce((sum, bytes) => sum + bytes, 0),
    );
  };
  let isOver = false;
  const sampling = (async () => {
    // One question at a time: they would pile up before a page that is busy.
    for (; !isOver; await setTimeout(SAMPLE_MS)) await sample();
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await sampling;
  }
  return peak;
}

/** 0 where it is gone meanwhile. */
async function used(cdp: CDPSession): Promise<number> {
  return (await cdp.send("Runtime.getHeapUsage").catch(() => undefined))?.usedSize ?? 0;
}
