import { resolve } from "node:path";
import type { Browser } from "puppeteer-core";
import { copyBuild } from "./copy-build.ts";
import { endWithTests } from "./end-browsers.ts";
import type { BrowserName, Extension, Language, WebProxy } from "./extension.ts";
import { installExtension, startBrowser } from "./launch-extension.ts";
import { forgetPreferences } from "./launch-firefox.ts";
import { setClock } from "./set-clock.ts";
import { startSwitch } from "./web-switch.ts";

// To start a browser takes longer than most tests do; what a test could leave behind goes with the extension. So browsers
// stay for the next test of this process, which gets the extension under another id: freshly installed, with nothing stored.

interface Standing {
  browser: Browser;
  /** Leads what the browser asks for to the web of this test. */
  web: Awaited<ReturnType<typeof startSwitch>>;
}

/** The fonts of a package: what fits into a line must not depend on the machine. */
const FONTS = resolve(import.meta.dirname, "fonts.conf");

const idle = new Map<string, Standing[]>();

interface Wanted {
  proxy: WebProxy;
  language?: Language;
  /** The time (epoch ms) at which it is installed, by its own clock, which is Greenwich's; see set-clock.ts. */
  clock?: number;
}

/** PaperScout freshly installed in a browser that may have stood from before; closing gives the browser back. */
export async function standingExtension(browserName: BrowserName, { proxy, language = "en", clock }: Wanted): Promise<Extension> {
  const timeZone = clock === undefined ? undefined : "UTC";
  const kind = browserName === "chrome" ? `chrome ${language} ${timeZone}` : "firefox";
  const standing = idle.get(kind)?.pop() ?? (await start(browserName, language, timeZone));
  const { browser, web } = standing;
  web.leadTo(proxy);
  const build = await copyBuild(browserName);
  if (clock !== undefined) await setClock(build.folder, clock);
  const extension = await installExtension(browserName, browser, { buildFolder: build.folder, language });
  return {
    ...extension,
    async close() {
      web.leadTo(undefined);
      try {
        await leaveNothing(browserName, extension);
      } catch (error) {
        await browser.close();
        await web.close();
        throw error;
      } finally {
        await build.remove();
      }
      idle.set(kind, [...(idle.get(kind) ?? []), standing]);
    },
  };
}

async function start(browserName: BrowserName, language: Language, timeZone?: string): Promise<Standing> {
  const web = await startSwitch();
  const browser = await startBrowser(browserName, { proxy: web.proxy, language, looks: { fonts: FONTS, ...(timeZone && { timeZone }) } });
  endWithTests(browser);
  return { browser, web };
}

async function leaveNothing(browserName: BrowserName, extension: Extension): Promise<void> {
  const { browser } = extension;
  const pages = await browser.pages();
  // A browser without a page ends.
  await browser.newPage();
  for (const page of pages) await page.close();
  await extension.close();
  if (browserName === "firefox") await forgetPreferences(browser);
}
