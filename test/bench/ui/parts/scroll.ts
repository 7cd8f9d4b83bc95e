import type { Page } from "puppeteer-core";
import { longestTask } from "../page-clock.ts";
import { scrollThrough } from "../scroll-through.ts";
import { megabytes, type Part, POPUP_ROW, taskTarget } from "./part.ts";

/** How the popup scrolls through all its matches. */
export const measureScroll: Part = async ({ stage }) => {
  const { clocked, weighed } = await stage();
  const page = await clocked("popup.html", POPUP_ROW);
  const scrolled = await scrollThrough(page, POPUP_ROW);
  const task = await longestTask(page);
  const heap = await heapOf(page);
  await page.close();
  const peak = await weighed("popup.html", POPUP_ROW, (page) => scrollThrough(page, POPUP_ROW));
  return {
    targets: [taskTarget("popup scrolls", task), { name: "popup: screens scrolled to with a gap", value: scrolled.gaps, unit: "", limit: 0 }],
    details: {
      "screens scrolled in the popup": scrolled.screens,
      "rows in the popup at its end": scrolled.rows,
      "heap of the popup, all rows drawn (MB)": megabytes(heap),
      "peak heap of the popup as it scrolls (MB)": megabytes(peak.page),
    },
  };
};

/** Bytes of the page's heap after a collection. */
async function heapOf(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize;
}
