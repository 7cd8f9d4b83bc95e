import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { LANGUAGES, tagOf } from "../../languages/languages.ts";
import { HANGS_MS, until } from "../driving/until.ts";
import type { BrowserOptions, Extension, InstallOptions, Language, WebProxy } from "./extension.ts";
import { firefoxChrome } from "./firefox-chrome.ts";

/** Starts Firefox. It neither calls home nor reaches any host but through the proxy. */
export function startFirefox({ proxy, reachesThisMachine = false, headless = true, profile, executablePath }: BrowserOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(profile !== undefined && { userDataDir: profile }),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      // What is not signed goes when Firefox does, and is installed anew at the next start; what it has stored stays for it.
      ...(profile !== undefined && { "extensions.webextensions.keepStorageOnUninstall": true, "extensions.webextensions.keepUuidOnUninstall": true }),
      ...QUIET,
      ...(headless ? THRIFTY : {}),
      ...OWN_NOTIFICATIONS,
      ...(proxy ? { ...proxyPreferences(proxy), "network.proxy.allow_hijacking_localhost": !reachesThisMachine } : {}),
    },
  });
}

/** Installs the extension in a Firefox that speaks this language from then on; closing it takes it away again, with all that it has stored. */
export async function installInFirefox(browser: Browser, { buildFolder, language = "en", patienceMs = HANGS_MS }: InstallOptions): Promise<Extension> {
  const chrome = firefoxChrome(browser);
  await chrome(requestLanguage(language));
  const id = await browser.installExtension(buildFolder);
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;
  const host = await chrome(`${policy}.mozExtensionHostname`);
  await until(
    "the welcome page",
    () => chrome(CLOSE_WELCOME),
    (closed) => closed === 1,
  );
  return {
    browserName: "firefox",
    browser,
    id,
    async openPage(path) {
      const page = await browser.newPage();
      page.setDefaultTimeout(patienceMs);
      // Firefox never reports such a page as loaded, so its content is waited for instead.
      void page.goto(`moz-extension://${host}/${path}`).catch(() => {});
      await drawn(page, patienceMs);
      return page;
    },
    async killBackground() {
      await chrome(`${policy}.extension.terminateBackground()`);
    },
    close: () => browser.uninstallExtension(id),
  };
}

/** Takes back what tests let a person prefer in all of Firefox. */
export async function forgetPreferences(browser: Browser): Promise<void> {
  await firefoxChrome(browser)(`${JSON.stringify(PREFERRED)}.forEach((name) => Services.prefs.clearUserPref(name)), 0`);
}

const PREFERRED = [
  "layout.css.prefers-color-scheme.content-override",
  "ui.prefersReducedMotion",
  "browser.display.document_color_use",
  "extensions.background.idle.timeout",
];

async function drawn(page: Page, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const ready = await page.evaluate(() => location.protocol === "moz-extension:" && document.querySelector("#app > *") !== null).catch(() => false);
    if (ready) return;
    if (Date.now() > deadline) throw new Error(`the page did not draw anything within ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The page that opens after the installation would lie over those that are tested. Gives 1 when it was there. */
const CLOSE_WELCOME = `(() => {
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const welcome = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith("/welcome.html"));
  if (welcome) gBrowser.removeTab(welcome);
  return welcome ? 1 : 0;
})()`;

/** Sets the language before the extension asks for it. A preference alone does not: Firefox heeds it only for languages whose pack is installed. */
function requestLanguage(language: Language): string {
  return `Services.locale.availableLocales = ${JSON.stringify(LANGUAGES.map(ofFirefox))}; Services.locale.requestedLocales = [${JSON.stringify(ofFirefox(language))}]; 0`;
}

/** Firefox has no English without a country. */
function ofFirefox(language: Language): string {
  return language === "en" ? "en-US" : tagOf(language);
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

/** Halves what a page costs where nobody looks: processes are not made in advance and not for each site, and twenty pictures a second are enough. */
const THRIFTY = {
  "dom.ipc.processPrelaunch.enabled": false,
  "dom.ipc.processCount": 1,
  "fission.autostart": false,
  "layout.frame_rate": 20,
};

/** Firefox hands notifications to the desktop and forgets them at once where there is no daemon for them; so it shows them itself. */
const OWN_NOTIFICATIONS = { "alerts.useSystemBackend": false };

function proxyPreferences({ host, port }: WebProxy) {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": port,
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": port,
  };
}
