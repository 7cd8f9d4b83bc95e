import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { alarms, clearAlarms, notifications, putRow, readTable, ringAlarm } from "./browser-state.ts";
import { addWatch, openOptions } from "./drive-options.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "./drive-popup.ts";
import { smallIndex } from "./small-index.ts";
import { until } from "./until.ts";
import { inEachBrowser } from "./with-extension.ts";

const KILLS = 12;

/** Makes the next check due and lets the alarm ring, as time would. */
async function letTimePass(page: Page): Promise<void> {
  const check = (await readTable(page, "state")).find((row) => row.name === "check");
  if (check) await putRow(page, "state", { ...check, nextAt: 0 });
  await ringAlarm(page, "check");
}

inEachBrowser(
  "a background that is killed",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("is woken by its alarm and checks what is due, without a click", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      await waitUntilSettled(popup);
      await extension.killBackground();
      web.forgetArrivals();
      await letTimePass(popup);
      await until(
        "a request",
        async () => web.arrivals.length,
        (count) => count > 0,
      );
      await waitUntilSettled(popup);
      await popup.close();
    });

    it("sets its alarm again when that was lost and a page is opened", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitUntilSettled(popup);
      await clearAlarms(popup);
      await extension.killBackground();
      const second = await openPopup(extension);
      await until(
        "an alarm",
        () => alarms(second),
        (set) => set.length === 1,
      );
      await second.close();
      await popup.close();
    });

    it("loses no match and tells none twice, wherever it is killed", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      await addWatch(options, "author:Noether");
      const entries: Record<string, object> = {};
      const told = new Set<string>();
      let interrupted = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        entries[`P4${String(kill).padStart(3, "0")}R0`] = { author: "Emmy Noether" };
        web.publishIndex(smallIndex(entries));
        await letTimePass(options);
        await new Promise((resolve) => setTimeout(resolve, kill * 25));
        await extension.killBackground();
        const left = await readTable(options, "state");
        if (left.some((row) => row.name === "progress" || (row.name === "check" && row.nextAt === 0))) interrupted++;
        for (const id of Object.keys(await notifications(options))) told.add(id);
      }
      await letTimePass(options);
      const matches = await until(
        "all matches, and all of them told",
        () => readTable(options, "matches"),
        (rows) => rows.length === KILLS && rows.every(({ notifiedAt }) => notifiedAt > 0),
      );
      // Kills that hit nothing would prove nothing.
      expect(interrupted).toBeGreaterThan(0);
      // Each paper has one event and one match, in one notification; every notification shown is one that the matches know.
      expect(matches.map(({ id }) => id).sort()).toEqual(Object.keys(entries).sort());
      expect((await readTable(options, "log")).filter(({ kind }) => kind === "paper-added")).toHaveLength(KILLS);
      const known = new Set(matches.map(({ notification }) => notification));
      for (const id of [...told, ...Object.keys(await notifications(options))]) expect(known).toContain(id);
      await options.close();
    });
  },
);
