import type { Extension } from "../browsers/extension.ts";
import { firefoxChrome } from "../browsers/firefox-chrome.ts";

/** Takes a host's permission away, as a person does in the browser's own page of the extension. */
export function forbidHost(extension: Extension, pattern: string): Promise<void> {
  return change(extension, pattern, false);
}

/** Gives it back there. */
export function permitHost(extension: Extension, pattern: string): Promise<void> {
  return change(extension, pattern, true);
}

async function change(extension: Extension, pattern: string, isAllowed: boolean): Promise<void> {
  const { browserName, browser, id } = extension;
  if (browserName === "firefox") {
    const about = JSON.stringify({ origins: [pattern], permissions: [] });
    await firefoxChrome(browser)(
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
        await ExtensionPermissions.${isAllowed ? "add" : "remove"}(extension.id, ${about}, extension);
      })()`,
    );
    return;
  }
  const page = await browser.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(
    async (id, pattern, isAllowed) => {
      interface Extensions {
        updateExtensionConfiguration(about: { extensionId: string; hostAccess: string }): Promise<void>;
        addHostPermission(id: string, host: string): Promise<void>;
      }
      const { developerPrivate } = chrome as unknown as { developerPrivate: Extensions };
      if (!isAllowed) await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_CLICK" });
      else {
        await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_SPECIFIC_SITES" });
        await developerPrivate.addHostPermission(id, pattern);
      }
    },
    id,
    pattern,
    isAllowed,
  );
  await page.close();
}
