import type { ElementHandle } from "puppeteer-core";

/** Clicks what `find` gives, and again where the click missed it: what was drawn between the look and the click may have moved it away. */
export async function clickHeard(find: () => Promise<ElementHandle<HTMLElement>>): Promise<void> {
  for (;;) {
    const element = await find();
    await element.evaluate((element) => element.addEventListener("click", () => element.setAttribute("data-clicked", ""), { once: true, capture: true }));
    await element.click();
    // One that is gone, with its page or without, was hit.
    const isMissed = await element.evaluate((element) => element.isConnected && !element.hasAttribute("data-clicked")).catch(() => false);
    if (!isMissed) return element.evaluate((element) => element.removeAttribute("data-clicked")).catch(() => {});
  }
}
