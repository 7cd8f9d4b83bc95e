import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findBrowser } from "../../../scripts/setup/find-browser.mjs";
import type { BrowserName, Extension, LaunchOptions } from "./extension.ts";
import { launchChromium } from "./launch-chromium.ts";
import { launchFirefox } from "./launch-firefox.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Starts the browser with the production build in `.output`, which must be there, or with the one in another folder. */
export async function launchExtension(
  browserName: BrowserName,
  options: Omit<LaunchOptions, "executablePath" | "buildFolder"> & { buildFolder?: string } = {},
): Promise<Extension> {
  const executablePath = findBrowser(browserName);
  if (!executablePath) throw new Error(`no ${browserName} on this machine: npm start installs one or says which to install`);
  const buildFolder = options.buildFolder ?? buildOf(browserName);
  if (!existsSync(buildFolder)) throw new Error(`${buildFolder} is missing: run npm run build`);
  const launch = browserName === "chrome" ? launchChromium : launchFirefox;
  return launch({ ...options, executablePath, buildFolder });
}

/** Where the production build lies. */
export function buildOf(browserName: BrowserName): string {
  return resolve(ROOT, `.output/${browserName}-mv3`);
}
