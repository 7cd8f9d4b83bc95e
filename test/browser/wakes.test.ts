import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { alarms, clearAlarms, readTable } from "./browser-state.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "./drive-popup.ts";
import { makeDue } from "./let-time-pass.ts";
import { reloadExtension } from "./reload-extension.ts";
import { smallIndex } from "./small-index.ts";
import { switchOffAndOn } from "./switch-extension.ts";
import { until } from "./until.ts";
import { inEachBrowser, type Stage } from "./with-extension.ts";

/** A popup of an extension that has nothing to do. */
async function openSettled({ extension }: Stage): Promise<Page> {
  const popup = await openPopup(extension);
  await waitForStatus(popup, "Checked");
  await waitUntilSettled(popup);
  return popup;
}

/** Waits for a request that nobody clicked for, then for the alarm of the one after it. */
async function expectNextCheck(stage: Stage): Promise<void> {
  await until(
    "a request",
    async () => stage.web.arrivals.length,
    (count) => count > 0,
  );
  const popup = await openSettled(stage);
  const check = (await readTable(popup, "schedules")).find(({ id }) => id === "check-index");
  expect(check?.nextAt).toBeGreaterThan(Date.now());
  await until(
    "an alarm that is not later than the next check",
    () => alarms(popup),
    (set) => set.length === 1 && (set[0]?.at ?? 0) <= (check?.nextAt ?? 0) + 1_000,
  );
  await popup.close();
}

inEachBrowser(
  "the next check comes without a click",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("after its alarm was deleted and the background was stopped, with the next event", async () => {
      const { extension, web } = stage();
      const popup = await openSettled(stage());
      await extension.killBackground();
      await clearAlarms(popup);
      await makeDue(popup);
      web.forgetArrivals();
      await (await openPopup(extension)).close();
      await expectNextCheck(stage());
      await popup.close();
    });

    it("after the extension was disabled and enabled", async () => {
      const { extension, web } = stage();
      await makeDue(await openSettled(stage()));
      web.forgetArrivals();
      await switchOffAndOn(extension);
      await expectNextCheck(stage());
    });

    it("after the extension was reloaded", async () => {
      const { extension, web } = stage();
      const popup = await openSettled(stage());
      await makeDue(popup);
      web.forgetArrivals();
      await reloadExtension(extension, popup);
      await expectNextCheck(stage());
    });
  },
);
