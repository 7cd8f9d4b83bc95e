import type { Page } from "puppeteer-core";

/** Has what is copied kept in the page, or refused: the clipboard itself belongs to all that run on the machine. */
export async function catchCopies(page: Page, refuse = false): Promise<() => Promise<string>> {
  await page.evaluate((refuse) => {
    const writeText = async (text: string) => {
      if (refuse) throw new DOMException("no", "NotAllowedError");
      Object.assign(globalThis, { copiedText: text });
    };
    Object.defineProperty(navigator.clipboard, "writeText", { value: writeText, configurable: true });
  }, refuse);
  return () => page.evaluate(() => (globalThis as unknown as { copiedText?: string }).copiedText ?? "");
}
