import type { Page } from "puppeteer-core";
import { expect, it, onTestFinished } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickOn } from "../driving/click-heard.ts";
import { addWatch, goToSettings, listWatches, openOptions, openSettings, removeWatch } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, waitForStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForFocus } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { hastenClock, heardMeanwhile } from "../looking/heard-meanwhile.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { smallIndex } from "../published/small-index.ts";
import { deleteRow, listenForNotifications, notifications, notificationsSeen, putRow, readTable } from "../state/browser-state.ts";

const current = (page: Page) =>
  page.$$eval(".page-head [aria-current], .settings-nav [aria-current]", (links) => links.map((link) => link.textContent?.trim()).join());

/** The page of that name is the one in sight: its heading has the focus, its link is marked, the tab is called so. */
async function expectAt(page: Page, name: string, marked = "Settings"): Promise<void> {
  await waitForFocus(page, name);
  await expectSoon(() => page.$$eval(".options-page", (pages) => pages.length)).toBe(1);
  await expectSoon(() => page.evaluate(() => scrollY)).toBe(0);
  await expectSoon(() => current(page)).toBe(marked === "Settings" ? `Settings,${name}` : marked);
  await expectSoon(() => page.title()).toBe(`${name} – PaperScout`);
}

inEachBrowser(
  "the options page",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("is several pages with addresses, reached by keyboard, and Back leads back", async () => {
      const { extension } = stage();
      const page = await openSettings(extension, "about");
      await page.bringToFront();
      await expectAt(page, "About");
      for (const [hash, name] of [
        ["#/notifications", "Notifications"],
        ["#/muted", "Muted papers"],
        ["#/data", "Your data"],
      ] as const) {
        await page.focus(`.settings-nav a[href="${hash}"]`);
        await page.keyboard.press("Enter");
        await expectAt(page, name);
      }
      await page.focus('.page-head a[href="/options.html#/watchlists"]');
      await page.keyboard.press("Enter");
      await expectAt(page, "Watchlists", "Watchlists");
      await page.goBack();
      await expectAt(page, "Your data");
      await page.close();
    });

    it.each([
      ["#notifications", "Notifications"],
      ["#settings-sweep", "Drafts"],
      ["#work", "Status"],
      ["#data", "Your data"],
      ["#/status", "Status"],
    ])("opens where the address leads, also one from before: %s", async (hash, name) => {
      const page = await stage().extension.openPage(`options.html${hash}`);
      await expectAt(page, name);
      await page.close();
    });

    it("shows fourteen settings in sight, fourteen more unfolded, and of the others what was changed", async () => {
      const { extension } = stage();
      const counts = (page: Page, selector: string) => page.$$eval(selector, (all) => all.length);
      // Without those that do nothing: two hours, what is of a sweep, and in Firefox the sound.
      const silent = stage().browserName === "chrome" ? 1 : 0;
      for (const [name, inSight] of [
        ["notifications", 6 + silent],
        ["drafts", 2],
        ["status", 1],
        ["about", 1],
      ] as const) {
        const page = await openSettings(extension, name);
        await expectSoon(async () => [name, await counts(page, ".setting label")]).toEqual([name, inSight]);
        await page.close();
      }
      for (const [name, unfolded] of [
        ["notifications", 6],
        ["drafts", 5],
        ["status", 1],
        ["data", 1],
      ] as const) {
        const page = await openSettings(extension, name, "advanced");
        await expectSoon(async () => [name, await counts(page, "details.advanced .setting")]).toEqual([name, unfolded]);
        await page.close();
      }
      const before = await openSettings(extension, "status", "advanced");
      expect(await textOf(before)).not.toMatch(/Jobs at the same time/);
      await putRow(before, "settings", { name: "jobsAtOnce", value: 5 });
      await before.close();
      const page = await openSettings(extension, "status", "advanced");
      await waitForText(page, /Jobs at the same time.*Default: 4.jobs\./s);
      await deleteRow(page, "settings", "jobsAtOnce");
      await page.close();
    });

    it("never says Saved beside what is wrong, and names default and bounds only then", async () => {
      const page = await openSettings(stage().extension, "notifications", "advanced");
      const type = async (words: string) => {
        const field = await page.waitForSelector('::-p-aria([name="Papers named in a notification"][role="textbox"])');
        await field?.evaluate((input) => (input as HTMLInputElement).select());
        await field?.type(words);
        await page.keyboard.press("Enter");
      };
      const setting = () => page.$eval(".setting:has([inputmode])", (element) => (element as HTMLElement).innerText);
      expect(await setting()).not.toMatch(/Default|from 1 to 5/);
      await type("4");
      await until("a word that it is kept", setting, (words) => /Saved/.test(words) && /Default: 3.papers/.test(words));
      await type("9");
      const wrong = await until("a word about the bounds", setting, (words) => /from 1 to 5\. Until then 4.papers/.test(words));
      expect(wrong).not.toMatch(/Saved/);
      await type("3");
      await until("nothing to say", setting, (words) => !/Default|from 1/.test(words));
      await page.close();
    });

    it("has keys: letters walk the watches, go to the field from any page and say what they do", async () => {
      const page = await openSettings(stage().extension, "about");
      await page.bringToFront();
      // A page heeds letters once it has read that it may.
      await until(
        "the keys",
        async () => {
          await page.keyboard.press("?");
          return (await page.$("dialog.keys[open]")) !== null;
        },
        (isOpen) => isOpen,
      );
      await waitForText(page, /Next and previous row/, "dialog.keys");
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog.keys", { hidden: true });
      await page.keyboard.press("/");
      await waitForFocus(page, "What do you want to hear of?");
      await page.keyboard.type("j?");
      await expectSoon(() => page.$eval(".add-watch [role=combobox]", (field) => (field as HTMLInputElement).value)).toBe("j?");
      await page.$eval(".add-watch [role=combobox]", (field) => {
        (field as HTMLInputElement).value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      for (const watch of ["P7201", "P7202"]) await addWatch(page, watch);
      await expectSoon(() => listWatches(page)).toEqual(["P7201", "P7202"]);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      const here = () => page.evaluate(() => document.activeElement?.closest("li")?.querySelector(".watch-text b")?.textContent);
      await page.keyboard.press("k");
      await expectSoon(here).toBe("P7202");
      await page.keyboard.press("k");
      await expectSoon(here).toBe("P7201");
      await page.keyboard.press("j");
      await expectSoon(here).toBe("P7202");
      for (const watch of ["P7201", "P7202"]) await removeWatch(page, watch);
      await page.close();
    });

    it("sets as code what stands in backticks in a title, of muted papers and of several that are typed", async () => {
      const page = await openOptions(stage().extension);
      await page.waitForSelector(".add-watch");
      onTestFinished(() => deleteRow(page, "mutes", "P2300").then(() => page.close()));
      await putRow(page, "mutes", { series: "P2300", at: Date.now() });
      await page.type('.add-watch [role="combobox"]', "P2300, P3000");
      const code = (place: string) => page.$$eval(`${place} code`, (all) => all.map((one) => one.textContent).join());
      await expectSoon(() => code(".several")).toBe("std::execution");
      await goToSettings(page, "muted");
      await expectSoon(() => code(".muted-papers")).toBe("std::execution");
    });

    it("letters walk over a host that is switched off, in whose row there is nothing to press", async () => {
      const page = await openSettings(stage().extension, "status");
      await page.bringToFront();
      await page.waitForSelector(".hosts > li button");
      const lane = (await readTable(page, "lanes")).find(({ host }) => host === "isocpp.org");
      if (!lane) throw new Error("no lane of isocpp.org");
      onTestFinished(() => putRow(page, "lanes", lane).then(() => page.close()));
      await putRow(page, "lanes", { ...lane, isOff: true });
      const hosts = () => page.$$eval(".hosts > li:has(button)", (rows) => rows.map((row) => row.getAttribute("data-key")));
      await until("no button at isocpp.org", hosts, (all) => !all.includes("isocpp.org"));
      const here = () => page.evaluate(() => document.activeElement?.closest(".hosts > li")?.getAttribute("data-key"));
      for (const host of await hosts()) {
        await page.keyboard.press("j");
        await expectSoon(here).toBe(host);
      }
    });

    it("says nothing by itself while five minutes pass", async () => {
      const page = await openOptions(stage().extension);
      await hastenClock(page);
      await goToSettings(page, "status", "report");
      await waitForText(page, /Last success/, "#status");
      await waitUntilQuiet(page);
      const before = await textOf(page, "#status .hosts");
      expect(await heardMeanwhile(page)).toEqual([]);
      await expectSoon(() => textOf(page, "#status .hosts")).not.toBe(before);
      expect(await page.$$("[title]")).toEqual([]);
      await page.close();
    });

    it("keeps what is typed while the watch before is being added", async () => {
      const page = await openOptions(stage().extension);
      await page.evaluate(async () => {
        const field = document.querySelector<HTMLInputElement>('form.add-watch [role="combobox"]');
        const type = async (text: string) => {
          if (field) field.value = text;
          field?.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
        };
        await type("P7100");
        field?.form?.requestSubmit();
        await type("P7101");
      });
      await until(
        "the watch",
        () => listWatches(page),
        (watches) => watches.includes("P7100"),
      );
      await waitForText(page, /P7100/, 'form.add-watch [role="status"]');
      await expectSoon(() => page.$eval('form.add-watch [role="combobox"]', (field) => (field as HTMLInputElement).value)).toBe("P7101");
      await removeWatch(page, "P7100");
      await page.close();
    });

    it("shows a notification on request, whatever the settings are", async () => {
      const { extension } = stage();
      const page = await openSettings(extension, "notifications");
      const flip = async (isOn: boolean) => {
        await clickOn(page, '::-p-aria([name="Show notifications"][role="checkbox"])');
        await until(
          "the setting",
          () => readTable(page, "settings"),
          (rows) => rows.some(({ name, value }) => name === "notifications" && value === isOn),
        );
      };
      await flip(false);
      const before = await notifications(page);
      await listenForNotifications(page);
      await clickButton(page, "Show a test notification");
      await waitForText(page, /(All is well|handed the notification).*Notifications are switched off in the settings: this test is shown/s, "#notifications");
      expect((await notificationsSeen(page)).filter((id) => !(id in before))).toHaveLength(1);
      await flip(true);
      await page.close();
    });

    it("offers notifications without a sound where the browser can do that, and says so where it cannot", async () => {
      const { extension, browserName } = stage();
      const page = await openSettings(extension, "notifications");
      await waitForText(page, /Show a test notification/, "#notifications");
      const offered = async () => (await page.$$('::-p-aria([name="Without a sound"][role="checkbox"])')).length > 0;
      await expectSoon(offered).toBe(browserName === "chrome");
      await expectSoon(async () => /Firefox leaves the sound to your system/.test(await textOf(page, "#notifications"))).toBe(browserName === "firefox");
      await page.close();
    });

    it("says that notifications are blocked where a list wants them, and what to do", async () => {
      const { extension } = stage();
      const before = await openOptions(extension);
      await putRow(before, "state", { name: "notifying", blocked: true, at: Date.now() });
      await before.close();
      const page = await openOptions(extension);
      expect(await textOf(page)).not.toMatch(/Notifications are blocked/);
      await addWatch(page, "author:Noether");
      await waitForText(page, /Notifications are blocked, so you will not see/);
      expect(await axeInBothColours(extension, page, "notifications that are blocked")).toEqual([]);
      await clickOn(page, '::-p-aria([name="How to allow them"][role="link"])');
      await expectAt(page, "Notifications");
      await clickOn(page, "#notifications summary");
      await waitForText(page, /In (the browser|Firefox).*In (Windows|macOS|Linux)/s, "#notifications");
      expect(await axeInBothColours(extension, page, "how to allow notifications")).toEqual([]);
      await page.close();
    });

    it("shows how the checks of the last days ended, in a picture, in words and in numbers", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      // What was counted before may be of yesterday, where midnight has passed meanwhile.
      await deleteRow(popup, "state", "tally");
      onTestFinished(() => web.answerHost("wg21.link", undefined));
      web.answerHost("wg21.link", { status: 503 });
      await checkNowAndSettle(popup);
      web.answerHost("wg21.link", undefined);
      await checkNowAndSettle(popup);
      await popup.close();
      const page = await openSettings(extension, "status", "report");
      const { checks, failures } = await until(
        "the page to say how many checks ended",
        async () => {
          const row = (await readTable(page, "state")).find((each) => each.name === "tally");
          const days = Object.values(row?.name === "tally" ? row.days : {});
          const sum = (what: "checks" | "failures") => days.reduce((total, day) => total + day[what], 0);
          return { checks: sum("checks"), failures: sum("failures"), words: await textOf(page, "#status") };
        },
        ({ checks, failures, words }) =>
          new RegExp(`Checks\\s+${checks} checks, ${failures} failed\\..*New drafts\\s+No new draft was found\\.`, "s").test(words),
      );
      expect(failures).toBeGreaterThan(0);
      expect(checks).toBeGreaterThan(1);
      await expectSoon(() => page.$$eval(".day-bars", (pictures) => pictures.map((picture) => picture.querySelectorAll("rect.hollow").length))).toEqual([1, 0]);
      await clickOn(page, ".health summary");
      await waitForText(page, new RegExp(`Day\\s+Good\\s+Failed.*${checks - failures}\\s+${failures}`, "s"), ".health table");
      expect(await axeInBothColours(extension, page, "how checks ended")).toEqual([]);
      await page.close();
    });

    it.each(["watchlists", "notifications", "drafts", "muted", "status", "data", "about"] as const)(
      "loses nothing of its page %s at 320 pixels, from left to right or from right to left, and what one presses is 24 pixels large",
      async (name) => {
        const { extension } = stage();
        const page = await openSettings(extension, name);
        if (name === "watchlists") await addWatch(page, "author:Noether");
        for (const summary of await page.$$("details.advanced > summary, details.report > summary")) await summary.click();
        for (const width of [320, 640, 1300]) {
          await page.setViewport({ width, height: 640 });
          for (const direction of ["ltr", "rtl"]) {
            const lost = () =>
              page.evaluate((direction) => {
                document.documentElement.dir = direction;
                const { scrollWidth, clientWidth } = document.documentElement;
                const parts = [...document.querySelectorAll(":is(main, .page-head nav) :is(button, input, select, a, summary)")].filter((part) =>
                  part.checkVisibility(),
                );
                const outside = parts.filter((part) => {
                  const { left, right } = part.getBoundingClientRect();
                  return left < -1 || right > clientWidth + 1;
                });
                // A label belongs to what it is pressed for; a link in a sentence is as high as its line.
                const small = parts.filter((part) => {
                  const all = [part, ...((part as HTMLInputElement).labels ?? [])].map((each) => each.getBoundingClientRect());
                  return !part.closest("p, dt, li > span, .probes, .newest") && Math.max(...all.map(({ height }) => height)) < 24;
                });
                return { beyond: scrollWidth - clientWidth, outside: outside.length, small: small.map(({ outerHTML }) => outerHTML.slice(0, 120)) };
              }, direction);
            await expectSoon(async () => ({ width, direction, ...(await lost()) })).toEqual({ width, direction, beyond: 0, outside: 0, small: [] });
          }
        }
        await page.setViewport(null);
        await page.evaluate(() => {
          document.documentElement.dir = "ltr";
        });
        expect(await axeInBothColours(extension, page, `the page ${name}`)).toEqual([]);
        await page.close();
      },
    );
  },
);
