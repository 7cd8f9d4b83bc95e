import type { Page } from "puppeteer-core";

interface Typing {
  typedOnOpening: { resultsAt?: number };
}

/** Has the next document of the page, the popup, get a letter typed as soon as its search field can be used. */
export async function typeOnOpening(page: Page, letter: string): Promise<void> {
  await page.evaluateOnNewDocument((letter) => {
    const typing: Typing["typedOnOpening"] = {};
    (globalThis as unknown as Typing).typedOnOpening = typing;
    let isTyped = false;
    const look = () => {
      const field = document.querySelector<HTMLInputElement>('#app > :not(.popup-skeleton) input[type="search"]');
      if (field && !isTyped) {
        isTyped = true;
        field.focus();
        field.value = letter;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      if (!document.querySelector(".hits, .results .empty")) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        typing.resultsAt = performance.now();
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  }, letter);
}

/** When the results for the letter were about to be painted, ms since the navigation began. */
export async function resultsSinceOpening(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as unknown as Typing).typedOnOpening.resultsAt !== undefined, { polling: 50, timeout: 60_000 });
  return page.evaluate(() => (globalThis as unknown as Typing).typedOnOpening.resultsAt ?? Number.NaN);
}
