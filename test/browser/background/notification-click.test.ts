import { afterAll, beforeAll, describe, it } from "vitest";
import { startWeb, type Web } from "../../web/web.ts";
import type { Extension } from "../browsers/extension.ts";
import { standingExtension } from "../browsers/standing-browsers.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, openPopup, waitForStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { smallIndex } from "../published/small-index.ts";
import { listenForNotifications, notifications, notificationsSeen, readTable } from "../state/browser-state.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";

// Only in Chromium can a click on a notification be played: the event is dispatched in the worker.
describe("a click on a notification", () => {
  let web: Web;
  let extension: Extension;
  beforeAll(async () => {
    web = await startWeb();
    web.publishIndex(smallIndex());
    const { proxy } = web;
    extension = await launchWith(web, INDEX_ONLY, () => standingExtension("chrome", { proxy }));
    await waitForStatus(await openPopup(extension), "Checked");
    const options = await openOptions(extension);
    await addWatch(options, "author:Noether");
    await options.close();
  });
  afterAll(async () => {
    await extension?.close();
    await web?.close();
  });

  const addresses = async () => Promise.all((await extension.browser.pages()).map((page) => page.url()));

  /** Publishes these papers, waits for their notification and clicks it. */
  async function publishAndClick(...ids: string[]): Promise<void> {
    web.publishIndex(smallIndex(Object.fromEntries(ids.map((id) => [id, { author: "Emmy Noether" }]))));
    const popup = await openPopup(extension);
    const before = Object.keys(await notifications(popup));
    await listenForNotifications(popup);
    await checkNowAndSettle(popup);
    const shown = await until(
      "a new notification",
      async () => (await notificationsSeen(popup)).filter((id) => !before.includes(id)),
      (fresh) => fresh.length === 1,
    );
    const target = await extension.browser.waitForTarget((target) => target.url() === `chrome-extension://${extension.id}/background.js`);
    const worker = await target.worker();
    await worker?.evaluate((id) => {
      const { notifications } = (globalThis as unknown as { chrome: { notifications: { onClicked: { dispatch(id: string | undefined): void } } } }).chrome;
      notifications.onClicked.dispatch(id);
    }, shown[0]);
    await popup.close();
  }

  it("opens the paper where it tells of one, which is read then", async () => {
    await publishAndClick("P3200R0");
    await until("the paper", addresses, (open) => open.some((address) => address.startsWith("https://wg21.link/p3200r0")));
    const page = await openPopup(extension);
    await until(
      "the reading",
      () => readTable(page, "matches"),
      ([match]) => (match?.readAt ?? 0) > 0,
    );
    await expectSoon(() => notifications(page)).toEqual({});
    await page.close();
  });

  it("opens the inbox where it tells of several", async () => {
    const before = (await addresses()).filter((address) => address.endsWith("/popup.html")).length;
    await publishAndClick("P3200R0", "P3201R0", "P3202R0");
    await until("the inbox", addresses, (open) => open.filter((address) => address.endsWith("/popup.html")).length > before);
  });
});
