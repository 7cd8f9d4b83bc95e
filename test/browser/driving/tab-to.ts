import type { Page } from "puppeteer-core";
import { expect } from "vitest";

/** More than any page has. */
const STOPS = 150;

/** The name of what has the focus, as far as the page itself tells: its label, or what stands in it. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return (element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}

/** Presses Tab until what is named like that has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < STOPS && (await focusedName(page)) !== name; press++) await page.keyboard.press("Tab");
  expect(await focusedName(page)).toBe(name);
}
