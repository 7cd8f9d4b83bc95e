import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { TYPED_INDEX, TYPED_TEXTS } from "../../typed/typed-texts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickOn } from "../driving/click-heard.ts";
import { listWatches, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForFocus } from "../driving/focus.ts";
import { typeInto } from "../driving/type-into.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { putRow, readTable } from "../state/browser-state.ts";

const FORM = "form.add-watch";
const FIELD = `${FORM} [role="combobox"]`;

const texts = (page: Page, selector: string) => page.$$eval(selector, (all) => all.map((one) => one.textContent?.trim() ?? ""));
const choices = (page: Page) => texts(page, `${FORM} .choices button`);
const told = async (page: Page) => (await texts(page, `${FORM} [role="alert"], ${FORM} [role="status"]`)).join("");
const shown = (page: Page) => page.$eval(FORM, (form) => form.textContent ?? "");

/** Puts a text into the field as the clipboard does. */
async function paste(page: Page, text: string): Promise<void> {
  await typeInto(page, FIELD, " ");
  await page.$eval(
    FIELD,
    (field, text) => {
      (field as HTMLInputElement).select();
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      // Firefox gives an event that a page made a clipboard of its own.
      if (event.clipboardData?.getData("text") !== text) Object.defineProperty(event, "clipboardData", { value: clipboardData });
      field.dispatchEvent(event);
    },
    text,
  );
}

async function enter(page: Page, text: string): Promise<void> {
  if (text.includes("\n")) await paste(page, text);
  else await typeInto(page, FIELD, text);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
}

async function removeAll(page: Page): Promise<void> {
  for (;;) {
    const [watch] = await listWatches(page);
    if (watch === undefined) return;
    await clickButton(page, `Remove ${watch}`);
    await until(
      `the end of ${watch}`,
      () => listWatches(page),
      (left) => !left.includes(watch),
    );
  }
}

inEachBrowser(
  "what is typed and pasted as a watch",
  (web) => web.publishIndex(TYPED_INDEX),
  (stage) => {
    it("becomes what the table says", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      await popup.close();
      const page = await openOptions(extension);
      await page.bringToFront();
      for (const { text, watches, asks } of TYPED_TEXTS) {
        await enter(page, text);
        if (watches) {
          const added = await until(
            `the watches of ${text}`,
            () => listWatches(page),
            (listed) => listed.length >= watches.length,
          );
          expect(added.toSorted(), text).toEqual(watches.toSorted());
          await until(
            "an answer",
            () => told(page),
            (answer) => /Watching|added/.test(answer),
          );
          await removeAll(page);
        } else if (asks) {
          await waitForFocus(page, asks[0] ?? "");
          await expectSoon(() => choices(page)).toEqual(asks);
          expect(await listWatches(page), text).toEqual([]);
        } else {
          await until(
            `what is wrong with ${text}`,
            () => told(page),
            (answer) => answer !== "",
          );
          expect(await listWatches(page), text).toEqual([]);
        }
      }
      await page.close();
    });

    it("leads a newcomer who makes mistakes to what they wanted, and keeps what they typed", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      // A slip in a name is asked back; Enter on the question takes the person who is there.
      await enter(page, "author:Hoper");
      await waitForFocus(page, "author Hopper, 2 papers?");
      expect(await axeInBothColours(extension, page, "a watch that is asked back about")).toEqual([]);
      await page.keyboard.press("Enter");
      await until(
        "the watch",
        () => listWatches(page),
        (listed) => listed.includes("author:Hopper"),
      );
      // A revision that is to come can be watched alone by key, one that is there cannot.
      await typeInto(page, FIELD, "P2999R1");
      await until(
        "that it is there",
        () => shown(page),
        (seen) => seen.includes("P2999R1 has appeared already"),
      );
      await page.keyboard.down("Shift");
      await page.keyboard.press("Enter");
      await page.keyboard.up("Shift");
      await typeInto(page, FIELD, "P2999R2");
      await until(
        "the one revision",
        () => shown(page),
        (seen) => seen.includes("Only P2999R2"),
      );
      await page.keyboard.down("Shift");
      await page.keyboard.press("Enter");
      await page.keyboard.up("Shift");
      await until(
        "the watch of the revision",
        () => listWatches(page),
        (listed) => listed.includes("P2999R2"),
      );
      expect(await listWatches(page)).not.toContain("P2999R1");
      // Of a whole agenda what is no watch stays in the field.
      await paste(page, "P3001 First\nnonsense\nLWG7");
      await until(
        "one look at all",
        () => shown(page),
        (seen) => seen.includes("These 2 are left in the field:"),
      );
      expect(await axeInBothColours(extension, page, "several watches at once")).toEqual([]);
      await page.keyboard.press("Enter");
      await until(
        "the paper of the agenda",
        () => listWatches(page),
        (listed) => listed.includes("P3001"),
      );
      await until(
        "the rest in the field",
        () => page.$eval(FIELD, (field) => (field as HTMLInputElement).value),
        (value) => value === "nonsense ↵ LWG7",
      );
      // The forms of a word are named with their counts, and one alone is a click away.
      await typeInto(page, FIELD, "title:executor");
      await until(
        "the forms",
        () => shown(page),
        (seen) => /Found in titles: .*executor \(1 paper\)/.test(seen) && seen.includes("2 papers in the index"),
      );
      await page.keyboard.press("Escape");
      await clickButton(page, "Only =executor");
      await until(
        "the exact form",
        () => shown(page),
        (seen) => seen.includes("Papers with exactly “executor” in the title: 1 paper in the index"),
      );
      await page.close();
    });

    it("is made one name of a person who has two, wherever it is typed", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      const offered = (form: string) => texts(page, `${form} .other-names button`);
      const now = (form: string) => page.$eval(`${form} [role="combobox"]`, (field) => (field as HTMLInputElement).value);
      await typeInto(page, FIELD, "author:Max Frei");
      await page.keyboard.press("Escape");
      await until(
        "the other name",
        () => offered(FORM),
        (names) => names.join() === "Watch Kim Frei too",
      );
      expect(await axeInBothColours(extension, page, "an author of two names")).toEqual([]);
      await clickButton(page, "Watch Kim Frei too");
      // What the person is called now stands first, and there is nothing more to add.
      await until(
        "both names",
        () => now(FORM),
        (text) => text === "author:Kim Frei | Max Frei",
      );
      await until(
        "no offer",
        () => offered(FORM),
        (names) => names.length === 0,
      );
      // Where it may be a title as well, the name can be widened before it is chosen.
      await typeInto(page, FIELD, "Max Frei");
      await page.keyboard.press("Escape");
      await until(
        "the other name of what may be a title",
        () => offered(`${FORM} .choices`),
        (names) => names.join() === "Watch Kim Frei too",
      );
      await clickButton(page, "Watch Kim Frei too");
      await until(
        "both names of an author",
        () => now(FORM),
        (text) => text === "author:Kim Frei | Max Frei",
      );
      await typeInto(page, FIELD, "author:Max Frei");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Enter");
      await until(
        "the watch of the old name",
        () => listWatches(page),
        (watches) => watches.includes("author:Max Frei"),
      );
      await clickButton(page, "Change author:Max Frei");
      await until(
        "the other name at the watch",
        () => offered(".edit-watch"),
        (names) => names.join() === "Watch Kim Frei too",
      );
      await clickButton(page, "Watch Kim Frei too");
      await until(
        "both names at the watch",
        () => now(".edit-watch"),
        (text) => text === "author:Kim Frei | Max Frei",
      );
      await page.keyboard.press("Enter");
      await until(
        "the wider watch",
        () => listWatches(page),
        (watches) => watches.includes("author:Kim Frei | Max Frei") && !watches.includes("author:Max Frei"),
      );
      await page.close();
    });

    it("is made a name or words of a title one by one, where several are pasted", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      await paste(page, "Hopper\nrings\nP3010");
      await until(
        "the choices",
        () => texts(page, `${FORM} .several button`),
        (names) => names.join() === "as author: Hopper (2 papers),in titles: Hopper (0 papers),in titles: rings (2 papers),as author: rings (0 papers)",
      );
      expect(await axeInBothColours(extension, page, "several texts, two of which are to be chosen")).toEqual([]);
      await clickButton(page, "as author: Hopper (2 papers)");
      const value = () => page.$eval(FIELD, (field) => (field as HTMLInputElement).value);
      await until("the name", value, (text) => text === "author:Hopper ↵ rings ↵ P3010");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Enter");
      await until("what is left", value, (text) => text === "rings");
      await expectSoon(() => listWatches(page)).toContain("P3010");
      await page.close();
    });

    it("loses nothing of what is too much or nothing at all", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      const before = await readTable(page, "watches");
      const value = () => page.$eval(FIELD, (field) => (field as HTMLInputElement).value);
      const lines = Array.from({ length: 5_000 }, (_, place) => `P${place + 4_000}`);
      for (const [text, answer] of [
        [lines.join("\n"), "That is too much."],
        ["foo\nbar", "None of this can be watched as it stands."],
        ["|", "Type what to watch"],
        ["title:", "title"],
        ["-", "Type what to watch"],
        ["\u202E\u2066", ""],
        ["🦆", ""],
        ["Ｐ２３００ ٢٣٠٠", ""],
        ["https://example.org/papers/", ""],
      ] as const) {
        await paste(page, text);
        await page.$eval(FIELD, (field) => (field as HTMLInputElement).focus());
        const held = await value();
        await page.keyboard.press("Enter");
        await until(
          `an answer to ${text.slice(0, 20)}`,
          () => texts(page, `${FORM} [role="alert"], ${FORM} .choices legend`),
          (all) => all.join("") !== "" && all.join().includes(answer),
        );
        expect(await value()).toBe(held);
      }
      expect(await readTable(page, "watches")).toEqual(before);
      await page.close();
    });

    it("can be searched for, and watched from there", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await typeInto(popup, 'input[type="search"]', "noether");
      await until(
        "the person",
        () => texts(popup, ".watch-offers button"),
        (offers) => offers.includes("Watch author Emmy Noether"),
      );
      await typeInto(popup, 'input[type="search"]', "author:Noether -audience:SG1");
      await until(
        "the rule",
        () => texts(popup, ".watch-offers button"),
        (offers) => offers.join() === "Watch author:Noether -audience:SG1",
      );
      await expectSoon(() => texts(popup, ".hit .match-id")).toEqual(["P3000R0"]);
      await typeInto(popup, 'input[type="search"]', "P5001");
      await until(
        "a paper that is to come",
        () => texts(popup, ".watch-offers button"),
        (offers) => offers.join() === "Watch P5001",
      );
      expect(await axeInBothColours(extension, popup, "a search that can be watched")).toEqual([]);
      await clickOn(popup, ".watch-offers button");
      await until(
        "its watch",
        () => readTable(popup, "watches"),
        (rows) => rows.some(({ text }) => text === "P5001"),
      );
      await popup.close();
    });

    it("is told once to find other forms, to who watched words before", async () => {
      const { extension } = stage();
      const before = await openOptions(extension);
      await putRow(before, "state", { name: "lists", since: 1, titleForms: "untold" });
      await before.close();
      const page = await openOptions(extension);
      const notice = () => texts(page, ".notice p");
      await until("the notice", notice, (seen) => seen.some((text) => text.includes("Words of titles now find singular and plural")));
      await clickButton(page, "Got it");
      await until("its end", notice, (seen) => seen.length === 0);
      await page.close();
      const again = await openOptions(extension);
      expect(await texts(again, ".notice p")).toEqual([]);
      await again.close();
    });
  },
);
