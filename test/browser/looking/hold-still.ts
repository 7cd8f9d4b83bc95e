import type { Page } from "puppeteer-core";

/** From then on nothing on the page moves, fades or blinks: a picture of it is the same at any moment. */
export async function holdStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    await sheet.replace("*, *::before, *::after { animation: none !important; caret-color: transparent !important; transition: none !important; }");
    document.adoptedStyleSheets.push(sheet);
  });
}
