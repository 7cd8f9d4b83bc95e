import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWeb } from "../../web/web.ts";
import type { Extension } from "../browsers/extension.ts";
import { buildOf, launchExtension } from "../browsers/launch-extension.ts";
import { BROWSERS, inEachBrowser, type Stage } from "../browsers/with-extension.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { reloadExtension } from "../driving/reload-extension.ts";
import { switchOffAndOn } from "../driving/switch-extension.ts";
import { until } from "../driving/until.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { alarms, clearAlarms, readTable, writeSyncStore } from "../state/browser-state.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";
import { makeDue } from "../state/let-time-pass.ts";

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
    async () => indexRequests(stage.web).length,
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
    // Nothing but an event can wake a background whose alarm is gone; a popup or the next start of the browser is one as well.
    it("after its alarm was deleted and the background was stopped, with the next event of the browser: a change in the store that machines share", async () => {
      const { extension, web } = stage();
      const popup = await openSettled(stage());
      await extension.killBackground();
      await clearAlarms(popup);
      await makeDue(popup);
      web.forgetArrivals();
      await writeSyncStore(popup, { other: 1 });
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

describe.each(BROWSERS)("the next check comes without a click (%s)", (browserName) => {
  let folder: string;
  let stage: Stage;
  const launch = (isRestart: boolean) =>
    launchExtension(browserName, { proxy: stage.web.proxy, profile: join(folder, "profile"), buildFolder: join(folder, "build"), isRestart });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "paperscout-wakes-"));
    await cp(buildOf(browserName), join(folder, "build"), { recursive: true });
    const web = await startWeb();
    web.publishIndex(smallIndex());
    stage = { browserName, web, extension: undefined as unknown as Extension };
    stage.extension = await launchWith(web, INDEX_ONLY, () => launch(false));
  });
  afterAll(async () => {
    await stage.extension?.close();
    await stage.web?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("after the browser was started again with the same profile", async () => {
    const popup = await openSettled(stage);
    const before = await readTable(popup, "schedules");
    await makeDue(popup);
    await stage.extension.close();
    stage.web.forgetArrivals();
    stage.extension = await launch(true);
    await expectNextCheck(stage);
    const after = await openSettled(stage);
    expect((await readTable(after, "schedules")).map(({ id, since }) => ({ id, since }))).toEqual(before.map(({ id, since }) => ({ id, since })));
    await after.close();
  });

  it("after the extension was updated to another version", async () => {
    const popup = await openSettled(stage);
    const manifest = join(folder, "build", "manifest.json");
    await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, "utf8")), version: "99.0.1" }));
    await makeDue(popup);
    stage.web.forgetArrivals();
    await reloadExtension(stage.extension, popup);
    await expectNextCheck(stage);
    const after = await openSettled(stage);
    expect(await after.evaluate("(globalThis.browser ?? chrome).runtime.getManifest().version")).toBe("99.0.1");
    await after.close();
  });
});
