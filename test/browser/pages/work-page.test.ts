import { expect, it, onTestFinished } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { catchCopies } from "../driving/catch-copies.ts";
import { addWatch, goToSettings, openOptions, openSettings } from "../driving/drive-options.ts";
import { checkNow, checkNowAndSettle, clickButton, openPopup, statusText, waitForMatches, waitForStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo, waitForFocus } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { notifications, putRow, readTable } from "../state/browser-state.ts";
import { resumeHosts } from "../state/resume-hosts.ts";

const MATCHER = "Find papers that are watched";
const NEW = { P6000R0: { title: "Rings of a new kind", author: "Emmy Noether" } };
/** Long enough for a request that should not be sent. */
const QUIET_MS = 2_000;

inEachBrowser(
  "the status",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("are shown as they stand, where the link of the popup leads", async () => {
      const { extension } = stage();
      const settled = await openPopup(extension);
      await waitForStatus(settled, "Checked");
      await waitUntilSettled(settled);
      await expectSoon(() => settled.$$(".health-line p")).toHaveLength(0);
      // As the background notes it where the database takes nothing more.
      await settled.evaluate((at) => chrome.storage.session.set({ "no-room-at": at }), Date.now() + 60_000);
      await settled.close();
      const popup = await openPopup(extension);
      await waitForText(popup, /no more room.*free some space/s);
      expect(await axeInBothColours(extension, popup, "no room left")).toEqual([]);
      await popup.evaluate(() => chrome.storage.session.remove("no-room-at"));
      await popup.close();
      const options = await extension.openPage("options.html#work");
      await waitForText(options, /Everything is fine.*wg21\.link\s+OK · Last success .* · next in \d+ minutes\s+Pause/s, "#status");
      await waitForFocus(options, "Status");
      expect(await textOf(options, "#status")).not.toMatch(/Find papers that are watched|[{}]/);
      await goToSettings(options, "status", "report");
      await waitForText(options, /Check the index of papers.*Next in.*Every 30 minutes\. Last success/s, "#status");
      await waitForText(options, /Find papers that are watched.*Up to date\./s, "#status");
      await waitForText(options, /Nothing is under way\..*Nothing has failed\./s, "#status");
      await options.close();
    });

    it("stop when a host is paused, and go on when it is resumed", async () => {
      const { extension, web } = stage();
      onTestFinished(() => resumeHosts(extension));
      const options = await openSettings(extension, "status", "report");
      await clickButton(options, "Pause: wg21.link");
      await waitForText(options, /You paused wg21\.link\./, "#status");
      await waitForFocus(options, "Resume: wg21.link");
      await waitForText(options, /Waits until you resume wg21\.link/, "#status");
      web.forgetArrivals();
      const popup = await openPopup(extension);
      await waitForText(popup, /· paused/);
      await waitForText(popup, /You paused wg21\.link/);
      expect(await axeInBothColours(extension, popup, "a host that is paused")).toEqual([]);
      await checkNow(popup);
      await waitForText(popup, /as soon as you resume wg21\.link/);
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      expect(indexRequests(web)).toEqual([]);
      await options.bringToFront();
      await clickButton(options, "Resume: wg21.link");
      await until(
        "the request",
        async () => indexRequests(web).length,
        (count) => count === 1,
      );
      await waitForText(options, /Everything is fine/, "#status");
      await popup.bringToFront();
      await until(
        "nothing left to say",
        async () => `${await statusText(popup)} ${(await popup.$$(".health-line p")).length}`,
        (seen) => /^Checked.* 0$/s.test(seen),
      );
      await popup.close();
      await options.close();
    });

    it("let a listener hear everything again, by keyboard, and nothing is told twice", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      await addWatch(options, "author:Noether");
      await goToSettings(options, "status", "report");
      web.publishIndex(smallIndex(NEW));
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      await waitForMatches(popup, 1);
      const [matches, log, told] = [await readTable(popup, "matches"), await readTable(popup, "log"), await notifications(popup)];
      await popup.close();

      const button = `Read everything again: ${MATCHER}`;
      await options.bringToFront();
      await waitForText(options, /event heard|events heard/, "#status");
      await tabTo(options, button);
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog[open]");
      await options.keyboard.press("Escape");
      await options.waitForSelector("dialog", { hidden: true });
      await waitForFocus(options, button);
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog[open]");
      await tabTo(options, "Read everything again");
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog", { hidden: true });
      await waitForFocus(options, button);
      const [matcher] = await until(
        "a matcher that has heard everything again",
        async () => (await readTable(options, "cursors")).filter(({ name }) => name === "matcher"),
        ([row]) => row?.generation === 1 && row.forward === log.at(-1)?.seq,
      );
      expect(matcher?.done).toBe(log.length);
      expect(await readTable(options, "matches")).toEqual(matches);
      expect(await readTable(options, "log")).toEqual(log);
      // A browser may have taken away what was told before.
      expect(Object.keys(await notifications(options)).filter((id) => !(id in told))).toEqual([]);
      await options.close();
    });

    it("are copied for a report, with the watches that were ticked and no other", async () => {
      const { extension } = stage();
      const options = await openSettings(extension, "status", "report");
      await waitForText(options, /Bug report/, "#status");
      const copied = await catchCopies(options);
      await clickButton(options, "Copy details");
      await waitForText(options, /Copied/, "#status");
      const bare = await copied();
      expect(bare).toMatch(/^PaperScout \d/);
      expect(bare).toMatch(/wg21\.link: next .*bad answers 0/);
      expect(bare).not.toMatch(/Noether|Rings|My watchlist|P6000/);
      await options.locator('::-p-aria([name="author:Noether"][role="checkbox"])').click();
      await clickButton(options, "Copy details");
      await until("the watch", copied, (text) => /^ {2}author:Noether$/m.test(text));
      await catchCopies(options, true);
      await clickButton(options, "Copy details");
      const byHand = await options.waitForSelector("#status textarea");
      expect(await byHand?.evaluate((field) => (field as HTMLTextAreaElement).value)).toMatch(/^PaperScout \d.*author:Noether/s);
      await waitForText(options, /Copy the text below yourself/, "#status");
      await options.close();
    });

    it("show what has failed, in colours that can be read, and try it again", async () => {
      const { extension, web } = stage();
      const before = await openOptions(extension);
      const error = { kind: "TypeError", message: "It was made to fail." };
      const job = {
        kind: "check-index",
        args: undefined,
        place: "background",
        lane: "wg21.link",
        priority: 2,
        attempts: 6,
        claims: 6,
        maxAttempts: 6,
      } as const;
      await putRow(before, "jobs", { ...job, id: 9_999, state: "failed", createdAt: Date.now(), endedAt: Date.now(), error });
      await putRow(before, "faults", { cursor: "matcher", seq: 1, attempts: 5, error, at: Date.now() });
      await before.close();

      const popup = await openPopup(extension);
      await waitForText(popup, /1 change could not be noted/);
      await popup.close();
      const options = await openSettings(extension, "status", "report");
      await waitForText(options, /1 event could not be applied\./, "#status");
      expect(await axeInBothColours(extension, options, "work that has failed", "#status")).toEqual([]);

      await clickButton(options, `Try the failed again: ${MATCHER}`);
      await until(
        "no fault",
        () => readTable(options, "faults"),
        (faults) => faults.length === 0,
      );
      await waitForFocus(options, `Pause: ${MATCHER}`);
      web.forgetArrivals();
      await clickButton(options, "Try again: Check the index of papers");
      await until(
        "the request",
        async () => indexRequests(web).length,
        (count) => count > 0,
      );
      await waitForText(options, /Nothing has failed\./, "#status");
      await options.close();
    });
  },
);
