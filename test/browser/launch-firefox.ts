import { readFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import type { Extension, LaunchOptions } from "./extension.ts";
import { firefoxChrome } from "./firefox-chrome.ts";

/** Given beforehand, so that the address of the extension's pages is known. */
const UUID = "6f0d1b3c-9b1e-4f5a-8a43-3f6f1c0a7d11";
const PAGE_TIMEOUT_MS = 20_000;

/** Starts Firefox with the extension. It neither calls home nor reaches any host but through the proxy. */
export async function launchFirefox({ proxy, headless = true, executablePath, buildFolder }: LaunchOptions): Promise<Extension> {
  const { browser_specific_settings: settings } = JSON.parse(await readFile(join(buildFolder, "manifest.json"), "utf8"));
  const id: string = settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [id]: UUID }),
      ...QUIET,
      ...OWN_NOTIFICATIONS,
      ...(proxy ? proxyPreferences(proxy) : {}),
    },
  });
  await browser.installExtension(buildFolder);
  const chrome = firefoxChrome(browser);
  return {
    browserName: "firefox",
    browser,
    async openPage(path) {
      const page = await browser.newPage();
      // Firefox never reports such a page as loaded, so its content is waited for instead.
      void page.goto(`moz-extension://${UUID}/${path}`).catch(() => {});
      await drawn(page);
      return page;
    },
    async killBackground() {
      await chrome(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground()`);
    },
    close: () => browser.close(),
  };
}

async function drawn(page: Page): Promise<void> {
  const deadline = Date.now() + PAGE_TIMEOUT_MS;
  for (;;) {
    const ready = await page.evaluate(() => location.protocol === "moz-extension:" && document.querySelector("#app > *") !== null).catch(() => false);
    if (ready) return;
    if (Date.now() > deadline) throw new Error(`the page did not draw anything within ${PAGE_TIMEOUT_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const QUIET = {
  "services.settings.server": "data:,",
  "app.normandy.enabled": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.region.network.url": "",
  "browser.topsites.contile.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
};

/** Firefox hands notifications to the desktop and forgets them at once where there is no daemon for them; so it shows them itself. */
const OWN_NOTIFICATIONS = { "alerts.useSystemBackend": false };

function proxyPreferences({ host, port }: { host: string; port: number }) {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": port,
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": port,
    "network.proxy.allow_hijacking_localhost": true,
  };
}
