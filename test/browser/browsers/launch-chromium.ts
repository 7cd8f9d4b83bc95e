import puppeteer, { type Browser } from "puppeteer-core";
import { tagOf } from "../../languages/languages.ts";
import { HANGS_MS } from "../driving/until.ts";
import { chromiumSwitches } from "./chromium-switches.ts";
import type { BrowserOptions, Extension, InstallOptions } from "./extension.ts";

/** Starts Chromium, Chrome or Edge. It neither calls home nor reaches any host but through the proxy. */
export function startChromium({ proxy, headless = true, language = "en", looks, profile, executablePath }: BrowserOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: "chrome",
    executablePath,
    headless,
    pipe: true,
    ...(profile !== undefined && { userDataDir: profile }),
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: [
      ...chromiumSwitches(proxy && `http://${proxy.host}:${proxy.port}`),
      `--lang=${tagOf(language)}`,
      // The order of a screen's red, green and blue is the machine's, too.
      ...(looks ? ["--disable-lcd-text"] : []),
    ],
    // Linux heeds the variable alone; the extension's texts follow it even where the browser's own German is not installed.
    env: { ...process.env, LANGUAGE: language, ...(looks && { FONTCONFIG_FILE: looks.fonts, ...(looks.timeZone && { TZ: looks.timeZone }) }) },
  });
}

/** Installs the extension; closing it takes it away again, with all that it has stored. */
export async function installInChromium(browser: Browser, { buildFolder, isRestart, patienceMs = HANGS_MS }: InstallOptions): Promise<Extension> {
  // Rejects where the extension does not load; puppeteer's own option of loading it at the start would not. Chromium does
  // not start one that was loaded unpacked again by itself: loaded from the same folder it has its data of before.
  const id = await browser.installExtension(buildFolder);
  const background = `chrome-extension://${id}/background.js`;
  await browser.waitForTarget((target) => target.url() === background, { timeout: HANGS_MS });
  if (!isRestart) await closeWelcome(browser);
  return {
    browserName: "chrome",
    browser,
    id,
    async openPage(path) {
      const page = await browser.newPage();
      page.setDefaultTimeout(patienceMs);
      await page.goto(`chrome-extension://${id}/${path}`);
      await page.waitForSelector("#app > *");
      return page;
    },
    async killBackground() {
      const worker = await browser
        .targets()
        .find((target) => target.url() === background)
        ?.worker();
      await worker?.close().catch((error) => {
        // It was gone before it, or the session with it, could be closed, which is all that was wanted.
        if (!/No (?:session|target) with given id/.test(String(error))) throw error;
      });
    },
    close: () => browser.uninstallExtension(id),
  };
}

/** The page that opens after the installation would lie over those that are tested. */
async function closeWelcome(browser: Browser): Promise<void> {
  const welcome = await browser.waitForTarget((target) => target.url().endsWith("/welcome.html"), { timeout: HANGS_MS });
  await (await welcome.page())?.close();
}
