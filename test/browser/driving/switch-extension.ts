import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import type { Extension } from "../browsers/extension.ts";
import { firefoxChrome } from "../browsers/firefox-chrome.ts";

/** Disables the extension and enables it again, as a person would in the browser's list of extensions. */
export async function switchOffAndOn(extension: Extension): Promise<void> {
  if (extension.browserName === "firefox") await firefoxSwitch(extension);
  else await chromiumSwitch(extension.browser);
}

async function firefoxSwitch({ browser, id }: Extension): Promise<void> {
  await firefoxChrome(browser)(`(async () => {
    const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
    const addon = await AddonManager.getAddonByID(${JSON.stringify(id)});
    await addon.disable();
    if (addon.isActive) throw new Error("it is still there");
    await addon.enable();
  })()`);
}

/** Only another extension may do that, one with the permission "management". */
async function chromiumSwitch(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "paperscout-switch-"));
  try {
    await writeFile(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "switch", version: "1", permissions: ["management"] }));
    await writeFile(join(folder, "switch.html"), "<!doctype html>");
    const id = await browser.installExtension(folder);
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/switch.html`);
    await page.evaluate(async () => {
      const [other] = (await chrome.management.getAll()).filter(({ id }) => id !== chrome.runtime.id);
      if (!other) throw new Error("there is no other extension");
      await chrome.management.setEnabled(other.id, false);
      if ((await chrome.management.get(other.id)).enabled) throw new Error("it is still there");
      await chrome.management.setEnabled(other.id, true);
    });
    await page.close();
    await browser.uninstallExtension(id);
  } finally {
    await rm(folder, { recursive: true });
  }
}
