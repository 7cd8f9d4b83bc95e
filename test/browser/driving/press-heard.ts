import type { Page } from "puppeteer-core";
import { until } from "./until.ts";

/** Presses a key, and again as long as nothing has come of it: a page does not heed letters before it has read that it may. */
export async function pressHeard(page: Page, key: "j" | "1" | "2" | "3", isHeard: () => Promise<boolean>): Promise<void> {
  await until(
    `the key ${key} to be heard`,
    async () => {
      if (await isHeard()) return true;
      await page.keyboard.press(key);
      return isHeard();
    },
    (heard) => heard,
  );
}
