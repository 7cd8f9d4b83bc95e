import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findBrowser } from "../../scripts/find-browser.mjs";
import type { BrowserName, Extension } from "./extension.ts";
import { launchChromium } from "./launch-chromium.ts";
import { launchFirefox } from "./launch-firefox.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** Starts the browser with the production build in `.output`, which must be there. */
export async function launchExtension(
  browserName: BrowserName,
  options: { proxy?: { host: string; port: number }; headless?: boolean } = {},
): Promise<Extension> {
  const executablePath = findBrowser(browserName);
  if (!executablePath) throw new Error(`no ${browserName} on this machine: npm start installs one or says which to install`);
  const buildFolder = resolve(ROOT, `.output/${browserName}-mv3`);
  if (!existsSync(buildFolder)) throw new Error(`${buildFolder} is missing: run npm run build`);
  const launch = browserName === "chrome" ? launchChromium : launchFirefox;
  return launch({ ...options, executablePath, buildFolder });
}
