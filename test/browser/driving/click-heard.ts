import type { ElementHandle, Page } from "puppeteer-core";
import { HANGS_MS } from "./until.ts";

/** Clicks what `find` gives, and again where the click missed it: what was drawn between the look and the click may have moved it or taken its place. */
export async function clickHeard(find: () => Promise<ElementHandle<HTMLElement>>): Promise<void> {
  const deadline = Date.now() + HANGS_MS;
  for (;;) {
    const element = await find();
    await element.evaluate((element) => element.addEventListener("click", () => element.setAttribute("data-clicked", ""), { once: true, capture: true }));
    const error = await element.click().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (error && Date.now() > deadline) throw error;
    if (error) continue;
    // One that is gone, with its page or without, was hit.
    const isMissed = await element.evaluate((element) => element.isConnected && !element.hasAttribute("data-clicked")).catch(() => false);
    if (!isMissed) return element.evaluate((element) => element.removeAttribute("data-clicked")).catch(() => {});
  }
}

/** Clicks what the selector names, once it is there. */
export function clickOn(page: Page, selector: string): Promise<void> {
  return clickHeard(async () => (await page.waitForSelector(selector)) as ElementHandle<HTMLElement>);
}
