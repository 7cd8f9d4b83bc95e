import type { Page } from "puppeteer-core";

const TIMES = 30;
const FIVE_MINUTES_MS = 5 * 60_000;

/** What is drawn from now on has a clock that is thirty times as fast. */
export function hastenClock(page: Page): Promise<void> {
  return page.evaluate((times) => {
    const [began, now, every] = [Date.now(), Date.now.bind(Date), setInterval];
    Date.now = () => began + times * (now() - began);
    window.setInterval = ((act: () => void, ms: number) => every(act, ms / times)) as typeof setInterval;
  }, TIMES);
}

/** What its live regions say while five minutes pass by its hastened clock, and after `stir` has had something drawn anew: all that a screen reader would read out unasked. */
export async function heardMeanwhile(page: Page, stir = async () => {}): Promise<string[]> {
  const heard = await beginToHear(page);
  await new Promise((resolve) => setTimeout(resolve, FIVE_MINUTES_MS / TIMES));
  await stir();
  return heard();
}

/** Notes what the page's live regions say from now on; gives what reads that. */
export async function beginToHear(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard = window as { heard?: string[] };
    heard.heard = [];
    const isLive = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("[aria-live], [role=status], [role=alert]");
    new MutationObserver((changes) => {
      for (const { target } of changes) if (isLive(target)) heard.heard?.push(target.textContent ?? "");
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as { heard?: string[] }).heard ?? []);
}
