import { afterAll, beforeAll, describe, it } from "vitest";
import { startWeb, type Web } from "../../web/web.ts";
import type { Extension } from "../browsers/extension.ts";
import { firefoxChrome } from "../browsers/firefox-chrome.ts";
import { standingExtension } from "../browsers/standing-browsers.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { until } from "../driving/until.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";
import { letTimePass } from "../state/let-time-pass.ts";

const IDLE_MS = 1_000;

// Only Firefox lets that time be set; Chrome stops an idle worker after 30 s, which is what killBackground stands for.
describe("an event page that Firefox stopped because it was idle", () => {
  let web: Web;
  let extension: Extension;
  beforeAll(async () => {
    web = await startWeb();
    web.publishIndex(smallIndex());
    const { proxy } = web;
    extension = await launchWith(web, INDEX_ONLY, () => standingExtension("firefox", { proxy }));
  });
  afterAll(async () => {
    await extension?.close();
    await web?.close();
  });

  it("is woken by its alarm and checks what is due, without a click", async () => {
    const chrome = firefoxChrome(extension.browser);
    const state = () => chrome(`WebExtensionPolicy.getByID(${JSON.stringify(extension.id)}).extension.backgroundState`);
    const popup = await openPopup(extension);
    await waitForStatus(popup, "Checked");
    await chrome(`Services.prefs.setIntPref("extensions.background.idle.timeout", ${IDLE_MS})`);
    await waitUntilSettled(popup);
    // The time that runs already is the old one: the next event page begins with the new one.
    await extension.killBackground();
    web.forgetArrivals();
    await letTimePass(popup);
    await until(
      "a request",
      async () => indexRequests(web).length,
      (count) => count > 0,
    );
    await waitUntilSettled(popup);
    await until("the end of the event page", state, (seen) => seen === "stopped");
    web.forgetArrivals();
    await letTimePass(popup);
    await until(
      "a request",
      async () => indexRequests(web).length,
      (count) => count > 0,
    );
    await waitUntilSettled(popup);
    await until("the end of the event page once more", state, (seen) => seen === "stopped");
  });
});
