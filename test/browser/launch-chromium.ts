import puppeteer, { type Target } from "puppeteer-core";
import { chromiumSwitches } from "./chromium-switches.ts";
import type { Extension, LaunchOptions } from "./extension.ts";

/** Starts Chromium, Chrome or Edge with the extension. It neither calls home nor reaches any host but through the proxy. */
export async function launchChromium({ proxy, headless = true, executablePath, buildFolder }: LaunchOptions): Promise<Extension> {
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: chromiumSwitches(proxy && `http://${proxy.host}:${proxy.port}`),
  });
  // Rejects where the extension does not load; puppeteer's own option of loading it at the start would not.
  const id = await browser.installExtension(buildFolder);
  await browser.waitForTarget(isBackground, { timeout: 30_000 });
  return {
    browserName: "chrome",
    browser,
    async openPage(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      await page.waitForSelector("#app > *");
      return page;
    },
    async killBackground() {
      const worker = await browser.targets().find(isBackground)?.worker();
      await worker?.close().catch((error) => {
        // It was gone before the session with it could be closed, which is all that was wanted.
        if (!/No session with given id/.test(String(error))) throw error;
      });
    },
    close: () => browser.close(),
  };
}

function isBackground(target: Target): boolean {
  return target.type() === "service_worker" && target.url().startsWith("chrome-extension://");
}
