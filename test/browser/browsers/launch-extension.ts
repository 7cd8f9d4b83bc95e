import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "puppeteer-core";
import { findBrowser } from "../../../scripts/setup/find-browser.mjs";
import type { BrowserName, BrowserOptions, Extension, InstallOptions } from "./extension.ts";
import { installInChromium, startChromium } from "./launch-chromium.ts";
import { installInFirefox, startFirefox } from "./launch-firefox.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

export type LaunchOptions = Omit<BrowserOptions, "executablePath"> & Partial<InstallOptions>;

/** Starts the browser with the production build in `.output`, which must be there, or with the one in another folder; closing ends both. */
export async function launchExtension(browserName: BrowserName, options: LaunchOptions = {}): Promise<Extension> {
  const browser = await startBrowser(browserName, options);
  const extension = await installExtension(browserName, browser, options);
  return { ...extension, close: () => browser.close() };
}

export async function startBrowser(browserName: BrowserName, options: Omit<BrowserOptions, "executablePath">): Promise<Browser> {
  const executablePath = findBrowser(browserName);
  if (!executablePath) throw new Error(`no ${browserName} on this machine: npm start installs one or says which to install`);
  const start = browserName === "chrome" ? startChromium : startFirefox;
  return start({ ...options, executablePath });
}

export async function installExtension(browserName: BrowserName, browser: Browser, options: Partial<InstallOptions>): Promise<Extension> {
  const buildFolder = options.buildFolder ?? buildOf(browserName);
  if (!existsSync(buildFolder)) throw new Error(`${buildFolder} is missing: run npm run build`);
  const install = browserName === "chrome" ? installInChromium : installInFirefox;
  return install(browser, { ...options, buildFolder });
}

/** Where the production build lies. */
export function buildOf(browserName: BrowserName): string {
  return resolve(ROOT, `.output/${browserName}-mv3`);
}
