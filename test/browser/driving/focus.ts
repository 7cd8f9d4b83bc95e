import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { until } from "./until.ts";

/** More than any page has. */
const STOPS = 150;

/** The name of what has the focus, as far as the page itself tells: its label, or what stands in it; "" where nothing has it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (element === document.body) return "";
    return (element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}

/** Waits until what is named like that has the focus; `nameOf` tells it otherwise than by its own name. The focus follows what is drawn, and may come a moment after it. */
export function waitForFocus(page: Page, name: string, nameOf: (page: Page) => Promise<string> = focusedName): Promise<string> {
  return until(
    `the focus on ${name}`,
    () => nameOf(page),
    (seen) => seen === name,
  );
}

/** Presses Tab, or Shift and Tab, until what is named like that has the focus. */
export async function tabTo(page: Page, name: string, way: "forward" | "back" = "forward"): Promise<void> {
  if (way === "back") await page.keyboard.down("Shift");
  const seen = [await focusedName(page)];
  for (let press = 0; press < STOPS && seen.at(-1) !== name; press++) {
    await page.keyboard.press("Tab");
    seen.push(await focusedName(page));
  }
  if (way === "back") await page.keyboard.up("Shift");
  expect(seen.at(-1), seen.join(" > ")).toBe(name);
}
