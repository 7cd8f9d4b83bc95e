import type { Page } from "puppeteer-core";
import { until } from "./until.ts";

/** What a person reads on the page, or in that part of it. */
export function textOf(page: Page, selector = "body"): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText);
}

/** Waits until these words are to be read there, and gives all that is. */
export function waitForText(page: Page, words: RegExp, selector?: string): Promise<string> {
  return until(
    `${words} on the page`,
    () => textOf(page, selector),
    (text) => words.test(text),
  );
}
