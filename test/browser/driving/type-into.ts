import type { Page } from "puppeteer-core";

/** Types in place of what a field holds, as a person does. Puppeteer's own filling empties the field without a word to the page, which may put back what it knows before the first key. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  await field?.focus();
  await field?.evaluate((field) => (field as HTMLInputElement).select());
  await page.keyboard.type(text);
}
