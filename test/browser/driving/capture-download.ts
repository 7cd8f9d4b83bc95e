import type { Page } from "puppeteer-core";
import { until } from "./until.ts";

interface Captured {
  name: string;
  text: string;
}

/** From now on keeps what the page offers for download instead of saving it; the function given back waits for the first. */
export async function captureDownload(page: Page): Promise<() => Promise<Captured>> {
  await page.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      void blob?.text().then((text) => Object.assign(globalThis, { captured: { name: this.download, text } }));
    };
  });
  const captured = () => page.evaluate(() => (globalThis as unknown as { captured?: Captured }).captured ?? null);
  return async () => (await until("a download", captured, (file) => file !== null)) as Captured;
}
