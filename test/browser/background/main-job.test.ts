import { expect, it } from "vitest";
import { isBrowsersOwn } from "../browsers/browsers-own-hosts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, listWatches, openOptions, removeWatch } from "../driving/drive-options.ts";
import {
  checkNow,
  checkNowAndSettle,
  clickButton,
  markAllRead,
  openPopup,
  readMatches,
  statusText,
  waitForStatus,
  waitUntilSettled,
} from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { alarms, badge, listenForNotifications, notifications, notificationsSeen, readTable } from "../state/browser-state.ts";

const NEXT = {
  P2300R10: { title: "`std::execution`", author: "Ada Lovelace", subgroup: "Library Evolution" },
  P3100R0: { title: "Incompleteness", author: "Kurt Gödel" },
  P3101R0: { title: "Executor affinity", author: "Sophie Germain" },
  P3102R0: { title: "Concurrent rings", author: "Emmy Noether", subgroup: "SG1 Concurrency and Parallelism" },
  P3103R0: { title: "Nobody watches this", author: "Leonhard Euler" },
  LWG4000: { type: "issue", title: "Executor issue", author: "Kurt Gödel" },
};

inEachBrowser(
  "the main job",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("records the first index silently, with one request to one host", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await expectSoon(() => statusText(popup)).toMatch(/^Checked .*next in/);
      await waitUntilSettled(popup);
      expect(await readMatches(popup)).toEqual([]);
      expect(await notifications(popup)).toEqual({});
      expect((await badge(popup)).text).toBe("");
      expect(await readTable(popup, "log")).toEqual([]);
      expect(indexRequests(web).map(({ method, url }) => [method, url])).toEqual([["GET", "https://wg21.link/index.json"]]);
      await popup.close();
    });

    it("has one alarm, at the time of the next thing to do", async () => {
      const popup = await openPopup(stage().extension);
      await until(
        "one alarm, at that time",
        async () => {
          const slots = (await readTable(popup, "schedules")).map(({ nextAt }) => nextAt);
          const retries = (await readTable(popup, "jobs")).flatMap(({ runAt }) => runAt ?? []);
          const set = await alarms(popup);
          return { set: set.length, off: Math.abs((set[0]?.at ?? 0) - Math.min(...slots, ...retries)) };
        },
        ({ set, off }) => set === 1 && off < 5_000,
      );
      await popup.close();
    });

    it("takes watches typed in the options page, and says where one was there already or is none", async () => {
      const options = await openOptions(stage().extension);
      for (const text of ["2300", "author:Godel", "title:executor", "audience:SG1", "Lovelace"])
        await addWatch(options, text, text === "Lovelace" ? "author" : undefined);
      await until(
        "five watches",
        () => listWatches(options),
        (watches) => watches.length === 5,
      );
      expect((await listWatches(options)).sort()).toEqual(["P2300", "audience:SG1", "author:Godel", "author:Lovelace", "title:executor"]);
      expect(await addWatch(options, "P2300")).toMatch(/already/i);
      expect(await addWatch(options, "LWG2300")).toMatch(/issue|paper/i);
      await removeWatch(options, "author:Lovelace");
      expect(await readTable(options, "watches")).toHaveLength(4);
      await options.close();
    });

    it("tells of the next day's papers: matches with their reasons, one notification, the badge", async () => {
      const { extension, web, browserName } = stage();
      web.publishIndex(smallIndex(NEXT));
      const popup = await openPopup(extension);
      await listenForNotifications(popup);
      expect(await checkNowAndSettle(popup)).toMatch(/^Checked/);
      const matches = await until(
        "four matches",
        () => readMatches(popup),
        (shown) => shown.length === 4,
      );
      expect(Object.fromEntries(matches.map(({ id, reasons }) => [id, reasons]))).toEqual({
        P2300R10: ["P2300"],
        P3100R0: ["author Kurt Gödel (watched: Godel)"],
        P3101R0: ["title “Executor”"],
        P3102R0: ["audience SG1"],
      });
      expect(matches.find(({ id }) => id === "P3100R0")?.title).toBe("Incompleteness");
      const seen = await until(
        "a notification",
        () => notificationsSeen(popup),
        (found) => found.length > 0,
      );
      expect(seen).toHaveLength(1);
      if (browserName === "firefox") {
        const [text] = Object.values(await notifications(popup));
        expect(text?.title).toBe("4 papers you watch");
        expect(text?.message?.split("\n")).toHaveLength(4);
      }
      await expectSoon(() => badge(popup)).toEqual({ text: "4", title: "PaperScout: 4 unread matches" });
      await popup.close();
    });

    it("asks conditionally and tells nothing twice", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      web.forgetArrivals();
      const [before, told] = [await readTable(popup, "matches"), await notifications(popup)];
      await checkNowAndSettle(popup);
      expect(indexRequests(web).map(({ status, bytes, headers }) => [status, bytes, "if-none-match" in headers])).toEqual([[304, 0, true]]);
      expect(await readTable(popup, "matches")).toEqual(before);
      // A browser may have taken away what was told before.
      expect(Object.keys(await notifications(popup)).filter((id) => !(id in told))).toEqual([]);
      await popup.close();
    });

    it("shows that it is checking while the host takes its time", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      const release = web.hold("wg21.link");
      await checkNow(popup);
      await waitForStatus(popup, "Checking");
      const busy = () => popup.$$eval('progress, button[aria-disabled="true"]', (elements) => elements.map(({ tagName }) => tagName).sort());
      await expectSoon(busy).toEqual(["BUTTON", "PROGRESS"]);
      release();
      await waitForStatus(popup, "Checked");
      await expectSoon(busy).toEqual([]);
      web.publishIndex(smallIndex(NEXT));
      await popup.close();
    });

    it("marks one read by its button and the others at once, and the badge follows", async () => {
      const popup = await openPopup(stage().extension);
      await until(
        "the matches",
        () => readMatches(popup),
        (shown) => shown.length === 4,
      );
      await clickButton(popup, "Mark P2300R10 read");
      await until(
        "three unread",
        () => readMatches(popup),
        (shown) => shown.length === 3,
      );
      await until(
        "the badge",
        () => badge(popup),
        ({ text }) => text === "3",
      );
      await markAllRead(popup);
      await until(
        "an empty badge",
        () => badge(popup),
        ({ text }) => text === "",
      );
      expect((await readTable(popup, "matches")).every(({ readAt }) => readAt > 0)).toBe(true);
      await popup.close();
    });

    it("has asked no host but its own, and none for drafts where these are switched off", () => {
      const { web } = stage();
      expect(web.refusals.map(({ host }) => host).filter((host) => !isBrowsersOwn(host))).toEqual([]);
      expect(web.arrivals.filter(({ url }) => url.startsWith("https://isocpp.org/"))).toEqual([]);
    });
  },
);
