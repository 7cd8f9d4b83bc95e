import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { until } from "../driving/until.ts";
import { killCycle, PHASES_HIT } from "../killing/kill-cycle.ts";
import { PHASES } from "../killing/kill-phase.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { alarms, clearAlarms } from "../state/browser-state.ts";
import { letTimePass } from "../state/let-time-pass.ts";

const KILLS = 36;
/** SEED=… repeats a run, as far as two runs of a browser are alike. */
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const CYCLE_MS = 900_000;

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
        async () => indexRequests(web).length,
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

    it(
      "leaves what one that was never killed leaves, wherever it is killed",
      async () => {
        console.log(`${stage().browserName}: SEED=${SEED}`);
        const report = await killCycle(stage(), { kills: KILLS, seed: SEED });
        console.log(`${stage().browserName}:`, JSON.stringify(report));
        expect(report.violations).toEqual([]);
        expect(report.kills).toBeGreaterThanOrEqual(KILLS);
        expect(PHASES.filter((phase) => report.phases[phase] > 0).length).toBeGreaterThanOrEqual(PHASES_HIT);
      },
      CYCLE_MS,
    );
  },
);
