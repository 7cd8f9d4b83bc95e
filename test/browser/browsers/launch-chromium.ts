import puppeteer, { type Browser, type Target } from "puppeteer-core";
import { tagOf } from "../../languages/languages.ts";
import { chromiumSwitches } from "./chromium-switches.ts";
import type { Extension, LaunchOptions } from "./extension.ts";

/** Starts Chromium, Chrome or Edge with the extension. It neither calls home nor reaches any host but through the proxy. */
export async function launchChromium({
  proxy,
  headless = true,
  language = "en",
  profile,
  isRestart,
  patienceMs = 30_000,
  executablePath,
  buildFolder,
}: LaunchOptions): Promise<Extension> {
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath,
    headless,
    pipe: true,
    ...(profile !== undefined && { userDataDir: profile }),
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: [...chromiumSwitches(proxy && `http://${proxy.host}:${proxy.port}`), `--lang=${tagOf(language)}`],
    // Linux heeds the variable alone; the extension's texts follow it even where the browser's own German is not installed.
    env: { ...process.env, LANGUAGE: language },
  });
  // Rejects where the extension does not load; puppeteer's own option of loading it at the start would not. Chromium does
  // not start one that was loaded unpacked again by itself: loaded from the same folder it has its data of before.
  await browser.installExtension(buildFolder);
  const background = await browser.waitForTarget(isBackground, { timeout: 30_000 });
  const id = new URL(background.url()).hostname;
  if (!isRestart) await closeWelcome(browser);
  return {
    browserName: "chrome",
    browser,
    async openPage(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`, { timeout: patienceMs });
      await page.waitForSelector("#app > *", { timeout: patienceMs });
      return page;
    },
    async killBackground() {
      const worker = await browser.targets().find(isBackground)?.worker();
      await worker?.close().catch((error) => {
        // It was gone before it, or the session with it, could be closed, which is all that was wanted.
        if (!/No (?:session|target) with given id/.test(String(error))) throw error;
      });
    },
    close: () => browser.close(),
  };
}

/** The page that opens after the installation would lie over those that are tested. */
async function closeWelcome(browser: Browser): Promise<void> {
  const welcome = await browser.waitForTarget((target) => target.url().endsWith("/welcome.html"), { timeout: 30_000 });
  await (await welcome.page())?.close();
}

function isBackground(target: Target): boolean {
  return target.type() === "service_worker" && target.url().startsWith("chrome-extension://");
}
