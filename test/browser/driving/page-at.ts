import type { Page } from "puppeteer-core";
import type { Extension } from "../browsers/extension.ts";

/** The open page whose address holds this, by what the page itself says: Firefox's driver does not hear of a hash. */
export async function pageAt({ browser }: Extension, address: string): Promise<Page | undefined> {
  for (const page of await browser.pages()) if ((await page.evaluate(() => location.href).catch(() => "")).includes(address)) return page;
  return undefined;
}
