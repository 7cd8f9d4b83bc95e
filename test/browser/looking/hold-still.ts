import type { Page } from "puppeteer-core";
import { SAID_AFTER_MS } from "../../../components/said-when-quiet.tsx";

/** From then on nothing on the page moves, fades, blinks or waits to be scrolled to: a picture of it is the same at any moment. */
export async function holdStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    await sheet.replace(
      "*, *::before, *::after { animation: none !important; caret-color: transparent !important; content-visibility: visible !important; transition: none !important; }",
    );
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Longer than what arrives piece by piece leaves between the pieces, and than what is found stands before it is said. */
const QUIET_MS = SAID_AFTER_MS + 100;
/** A page that never rests is shown as it is. */
const PATIENCE_MS = 10_000;

/** Waits until nothing on the page has changed for a while: what it reads arrives in pieces. */
export async function waitUntilQuiet(page: Page): Promise<void> {
  await page.evaluate(
    (quietMs, patienceMs) =>
      new Promise<void>((resolve) => {
        const end = () => {
          observer.disconnect();
          clearTimeout(patience);
          resolve();
        };
        const patience = setTimeout(end, patienceMs);
        let quiet = setTimeout(end, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(end, quietMs);
        });
        observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
      }),
    QUIET_MS,
    PATIENCE_MS,
  );
}
