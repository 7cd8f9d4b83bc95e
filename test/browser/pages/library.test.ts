import type { ElementHandle, Page } from "puppeteer-core";
import { expect, it, onTestFinished } from "vitest";
import { sampleDraft } from "../../../lib/library/paper/sample-document.ts";
import { samplePaper } from "../../../lib/watch/sample-paper.ts";
import { manyPapers } from "../../store/index-of.ts";
import type { Extension } from "../browsers/extension.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { catchCopies } from "../driving/catch-copies.ts";
import { clickButton } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo, waitForFocus as waitForFocusOn } from "../driving/focus.ts";
import { typeInto } from "../driving/type-into.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { coveredBeside, STORM } from "../looking/covered-beside.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { smallIndex } from "../published/small-index.ts";
import { deleteRow, putRow, readTable } from "../state/browser-state.ts";

const MANY = 1_200;
const FIRST_OF_MANY = 3_100;
const LONG_LINK = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html";
const HOSTILE_TITLE = `<img src=x onerror="document.title='owned'"> & <b>bold</b>`;

const PAPERS = {
  P2300R8: { title: "`std::execution`", author: "Ada Lovelace", subgroup: "SG1", date: "2024-01-15" },
  P2300R10: {
    title: "`std::execution` for all",
    author: "Ada Lovelace, Emmy Noether",
    subgroup: "Library",
    date: "2024-07-15",
    long_link: LONG_LINK,
    github_url: "https://github.com/cplusplus/papers/issues/1054",
  },
  P6000R0: { title: HOSTILE_TITLE, author: "Emmy Noether, <b>Bold</b>", date: "2026-11-20", link: "javascript:alert(1)", long_link: "data:text/html,x" },
  P6001R0: { title: "\u202eevil\u202c \ud800 ".repeat(600), author: STORM, date: "2026-11-19" },
  P6002R0: { title: `حلقات للجميع ${STORM}`, author: `Emmy Noether, ${STORM}`, date: "2026-11-18" },
};

const heading = (page: Page) => page.$eval("main h1", (one) => (one as HTMLElement).innerText.trim());
const text = (page: Page) => textOf(page, "main");
/** The key of the row that has the focus, else what kind of thing has it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key") ?? document.activeElement?.tagName ?? "");
const hashOf = (page: Page) => page.evaluate(() => decodeURI(location.hash));
const waitFor = (page: Page, words: RegExp) => waitForText(page, words, "main");
const waitForFocus = (page: Page, on: string) => waitForFocusOn(page, on, focused);
const searched = (page: Page) => page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).value);
const marked = (page: Page) => page.$$eval("ul.windowed mark", (marks) => marks.map((mark) => mark.textContent).sort());
const firstRow = (page: Page) => page.$eval("ul.windowed > li .summary-name", (name) => (name as HTMLElement).innerText);

/** Opens the library there and waits until it shows what it knows. */
async function openLibrary(extension: Extension, hash = ""): Promise<Page> {
  const page = await extension.openPage(`library.html${hash}`);
  await page.waitForSelector("main h1");
  await until(
    "a library that has read its index",
    () => text(page),
    (seen) => !/Reading the index|There is no index/.test(seen),
  );
  return page;
}

async function goTo(page: Page, hash: string, words: RegExp): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hash);
  await waitFor(page, words);
}

/** They are folded away until they are wanted. */
async function openFilters(page: Page): Promise<void> {
  await page.evaluate(() => {
    const filters = document.querySelector<HTMLDetailsElement>("details.filters");
    if (filters) filters.open = true;
  });
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  await openFilters(page);
  const select = (await page.waitForSelector(`::-p-aria([name="${label}"][role="combobox"])`)) as ElementHandle<HTMLSelectElement>;
  // What a filter offers is there once the papers are.
  await page.waitForFunction((element, value) => [...element.options].some((option) => option.value === value), {}, select, value);
  await select.evaluate((element, value) => {
    (element as HTMLSelectElement).value = value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

function waitForWatch(page: Page, watch: string, isThere = true): Promise<unknown> {
  return until(
    `${isThere ? "a" : "no"} watch ${watch}`,
    () => readTable(page, "watches"),
    (watches) => watches.some(({ kind, text }) => `${kind} ${text}` === watch) === isThere,
  );
}

inEachBrowser(
  "the library",
  (web) => web.publishIndex(smallIndex({ ...manyPapers(MANY, FIRST_OF_MANY), ...PAPERS })),
  (stage) => {
    it("lists every paper, newest first, and has only some of the rows in the document", async () => {
      const page = await openLibrary(stage().extension);
      await waitFor(page, /1,206 papers/);
      await page.waitForSelector("ul.windowed > li");
      await expectSoon(() => page.title()).toBe("Papers – PaperScout");
      await expectSoon(() => firstRow(page)).toContain("P6000");
      const sizes = () => page.$$eval("ul.windowed > li", (rows) => rows.map((row) => row.getAttribute("aria-setsize")));
      await expectSoon(async () => [...new Set(await sizes())]).toEqual(["1206"]);
      expect((await sizes()).length).toBeLessThan(150);
      await page.close();
    });

    it("shows rows wherever it is scrolled to", async () => {
      const page = await openLibrary(stage().extension);
      await page.waitForSelector("ul.windowed > li");
      const gaps = await page.evaluate(async () => {
        const list = document.querySelector("ul.windowed") as HTMLElement;
        let gaps = 0;
        for (const part of [0.5, 0.1, 0.9, 0.33, 1, 0]) {
          scrollTo(0, list.offsetTop + part * list.offsetHeight - innerHeight / 2);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const { top, bottom } = list.getBoundingClientRect();
          for (const y of [top + 5, 100, innerHeight / 2, innerHeight - 20, bottom - 5]) {
            const isSeen = y > Math.max(0, top) && y < Math.min(innerHeight, bottom);
            if (isSeen && !document.elementFromPoint(innerWidth / 2, y)?.closest("li")) gaps++;
          }
        }
        return gaps;
      });
      expect(gaps).toBe(0);
      await page.close();
    });

    it("is walked by keyboard, and finds the row again when one comes back", async () => {
      const page = await openLibrary(stage().extension);
      await page.waitForSelector("ul.windowed > li");
      await page.bringToFront();
      await page.focus("ul.windowed a");
      await waitForFocus(page, "P6000");
      await page.keyboard.press("ArrowDown");
      await waitForFocus(page, "P6001");
      await page.keyboard.press("End");
      await until(
        "the last row",
        () => page.evaluate(() => document.activeElement?.closest("li")?.getAttribute("aria-posinset")),
        (position) => position === "1206",
      );
      const last = await focused(page);
      await page.keyboard.press("PageUp");
      const row = await until(
        "a row further up",
        () => focused(page),
        (key) => /^[PN]\d+$/.test(key) && key !== last,
      );
      await page.keyboard.press("Enter");
      await until(
        "the paper",
        () => heading(page),
        (seen) => seen.startsWith(row),
      );
      await waitForFocus(page, "H1");
      await page.evaluate(() => history.back());
      await waitForFocus(page, row);
      // Which it is no more for who begins anew.
      await page.focus('input[type="search"]');
      await page.keyboard.type("lovelace xyzzyx");
      await waitFor(page, /No paper fits/);
      for (const _ of " xyzzyx") await page.keyboard.press("Backspace");
      await waitFor(page, /^1,202 papers$/m);
      await page.waitForSelector("ul.windowed > li");
      await waitForFocus(page, "INPUT");
      await expectSoon(() => page.evaluate(() => scrollY)).toBe(0);
      await page.close();
    });

    it("keeps the focus where the person is", async () => {
      const page = await openLibrary(stage().extension);
      await page.waitForSelector("ul.windowed > li");
      await page.bringToFront();
      await page.focus("ul.windowed a");
      await page.keyboard.press("End");
      await until(
        "the last row",
        () => page.evaluate(() => document.activeElement?.closest("li")?.getAttribute("aria-posinset")),
        (position) => position === "1206",
      );
      await page.keyboard.press("Home");
      await waitForFocus(page, "P6000");
      // Leads no further, and leaves nothing to be done later.
      await page.keyboard.press("ArrowUp");
      expect(await focused(page)).toBe("P6000");
      await page.focus('input[type="search"]');
      await page.keyboard.type("P6000");
      await waitFor(page, /^1 paper$/m);
      expect(await searched(page)).toBe("P6000");
      await waitForFocus(page, "INPUT");
      // A paper that is opened beside the list is no way out of it.
      const place = await page.evaluate(() => {
        addEventListener("click", (event) => event.preventDefault(), { once: true });
        document.querySelector("ul.windowed a")?.dispatchEvent(new MouseEvent("click", { ctrlKey: true, bubbles: true, cancelable: true }));
        return history.state?.listPlace ?? null;
      });
      expect(place).toBeNull();
      await page.close();
    });

    it("lets one watch a paper in its row, which stays where it is, and an audience or an author that is asked for", async () => {
      const page = await openLibrary(stage().extension);
      await page.waitForSelector("ul.windowed > li");
      await page.bringToFront();
      await page.waitForSelector('::-p-aria([name="Watch P6000"])');
      await waitUntilQuiet(page);
      const boxes = () =>
        page.$$eval("ul.windowed .summary > *, ul.windowed > li", (parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())));
      const before = await boxes();
      await page.focus("ul.windowed a");
      await page.keyboard.press("Tab");
      await waitForFocusOn(page, "Watch P6000");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P6000");
      await page.waitForSelector('::-p-aria([name="Watching P6000"])');
      await expectSoon(boxes).toEqual(before);
      await page.keyboard.press("ArrowDown");
      await waitForFocus(page, "P6001");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P6001");
      await goTo(page, "#/?watched=1", /2 of 1,206 papers/);
      await page.waitForSelector('ul.windowed [data-key="P6000"] a');
      await page.focus('ul.windowed [data-key="P6000"] a');
      await page.keyboard.press("Tab");
      await waitForFocusOn(page, "Watching P6000");
      await page.keyboard.press("Enter");
      await waitFor(page, /1 of 1,206 papers/);
      await waitForFocus(page, "P6001");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await waitFor(page, /No paper passes these filters/);
      await waitForFocus(page, "P");
      for (const [filter, name, watch] of [
        ["audience=LWG", "LWG", "audience LWG"],
        ["author=Emmy%20Noether", "Emmy Noether", "author Emmy Noether"],
      ] as const) {
        await goTo(page, `#/?${filter}`, new RegExp(`Watch ${name}`));
        await clickButton(page, `Watch ${name}`);
        await waitForWatch(page, watch);
        await clickButton(page, `Watching ${name}`);
        await waitForWatch(page, watch, false);
      }
      // With several lists the row asks for which, over all that is around it.
      await putRow(page, "watchlists", { id: 99, name: "Second", mode: "badge" });
      await page.close();
      const asking = await openLibrary(stage().extension);
      onTestFinished(async () => {
        await deleteRow(asking, "watchlists", 99);
        await asking.close();
      });
      await clickButton(asking, "Watch P6000");
      const second = await asking.waitForSelector('::-p-aria([name="Second"][role="checkbox"])', { visible: true });
      const isOnTop = () =>
        second?.evaluate((box) => {
          const { left, top, width, height } = box.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2) === box;
        });
      await expectSoon(isOnTop).toBe(true);
      await second?.press("ArrowDown");
      await expectSoon(() => asking.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("checkbox");
    });

    it("is narrowed by filters that stand in the address, and says which of them excludes everything", async () => {
      const page = await openLibrary(stage().extension);
      await choose(page, "Year", "2024");
      await waitFor(page, /1 of 1,206 papers/);
      await expectSoon(() => hashOf(page)).toBe("#/?year=2024");
      await expectSoon(() => firstRow(page)).toContain("P2300");
      await choose(page, "Kind", "n");
      await waitFor(page, /No paper passes these filters: Year 2024 · N papers/);
      await clickButton(page, "Without “Year 2024”: 1 paper");
      await waitFor(page, /1 of 1,206 papers/);
      await expectSoon(() => hashOf(page)).toBe("#/?kind=n");
      await expectSoon(() => focused(page)).not.toBe("BODY");
      await page.evaluate(() => history.back());
      await waitFor(page, /No paper passes/);
      await clickButton(page, "Clear filters");
      await waitFor(page, /1,206 papers/);
      await page.close();
      const linked = await openLibrary(stage().extension, "#/?author=noether&sort=title&audience=SG99");
      await waitFor(linked, /Without “Audience SG99”: 4 papers/);
      await linked.close();
    });

    it("searches as one types, marks what matched, and keeps the text in the address", async () => {
      const page = await openLibrary(stage().extension);
      await typeInto(page, 'input[type="search"]', "noether execution");
      await waitFor(page, /^1 paper$/m);
      await expectSoon(() => marked(page)).toEqual(["Noether", "execution"]);
      await expectSoon(() => hashOf(page)).toBe("#/search/noether execution");
      await typeInto(page, 'input[type="search"]', "xyzzyx plugh");
      await waitFor(page, /No paper fits “xyzzyx plugh”/);
      await page.close();
      const linked = await openLibrary(stage().extension, "#/search/P2300");
      await waitFor(linked, /P2300/);
      await expectSoon(() => searched(linked)).toBe("P2300");
      // However many fit: the filters see them all.
      await goTo(linked, "#/search/lovelace?year=2024", /1 of 1,202 papers/);
      await expectSoon(() => firstRow(linked)).toContain("P2300");
      await expectSoon(() => marked(linked)).toEqual(["Lovelace"]);
      await linked.close();
    });

    it("has a page for each paper: time line, revisions and drafts, what changed, links that work", async () => {
      const { extension } = stage();
      const before = await openLibrary(extension);
      const draft = sampleDraft(2300, 11, { page: { title: "std::execution for most", authors: ["Ada Lovelace"], audience: [] } });
      await putRow(before, "drafts", draft);
      await putRow(before, "listed", {
        id: "P2300R8",
        title: "",
        authors: [],
        audience: [],
        mailing: "2024-02",
        previous: "P2300R7",
        disposition: "Adopted 2024-03",
        year: 2024,
      });
      await putRow(before, "listed", {
        id: "P2299R0",
        title: "Only listed",
        authors: ["Emmy Noether"],
        audience: [],
        year: 2024,
        link: "https://www.open-std.org/p2299r0.pdf",
      });
      await before.close();
      const page = await openLibrary(extension, "#/paper/p2300");
      await expectSoon(() => heading(page)).toBe("P2300 std::execution for all");
      await expectSoon(() => page.$eval("h1 code", (code) => code.textContent)).toBe("std::execution");
      await expectSoon(() => page.title()).toBe("P2300 std::execution for all – PaperScout");
      await expectSoon(() => page.$$eval(".time-line circle", (dots) => dots.length)).toBe(4);
      await expectSoon(() => page.$$eval(".time-line .of-draft", (dots) => dots.length)).toBe(1);
      const rows = () => page.$$eval("table.documents tbody tr", (rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, " ")));
      await expectSoon(rows).toHaveLength(4);
      const row = async (place: number) => (await rows())[place];
      await expectSoon(() => row(0)).toMatch(
        /^D2300R11 Draft, may change Changes from P2300R10 to D2300R11 Oct 1, 2026.*808 days after P2300R10: New in the title: “most”\. Gone from the title: “all”\. Left: Emmy Noether\..*A file at isocpp\.org\./,
      );
      await expectSoon(() => row(1)).toMatch(/P2300R10.*by date.*The index of wg21\.link\./);
      await expectSoon(() => row(3)).toMatch(/P2300R8 Jan 15, 2024 2024-02 SG1/);
      await expectSoon(() => row(3)).toMatch(
        /Replaces: P2300R7 \(yearly listing of open-std\.org\)\. Disposition: Adopted 2024-03 \(yearly listing of open-std\.org\)\./,
      );
      const waitForChanges = (words: RegExp) => waitForText(page, words, 'section[aria-labelledby="compare"] [role="status"]');
      await waitForChanges(/^808 days after P2300R10: New in the title: “most”\./);
      await choose(page, "with", "P2300R8");
      await waitForChanges(/^990 days after P2300R8: New in the title: “for” and “most”\.$/);
      await choose(page, "Compare", "P2300R8");
      await waitForChanges(/one and the same document/);
      const links = () =>
        page.$$eval(".paper-actions a:not([href^='#']), .document-links a", (anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
      await expectSoon(links).toEqual([LONG_LINK, "https://wg21.link/p2300r10", "https://wg21.link/p2300", "https://github.com/cplusplus/papers/issues/1054"]);
      await goTo(page, "#/paper/D2300R11", /Read D2300R11/);
      await expectSoon(async () => (await links())[0]).toBe("https://isocpp.org/files/papers/D2300R11.html");
      await goTo(page, "#/paper/P2299", /Only listed/);
      await expectSoon(links).toEqual(["https://www.open-std.org/p2299r0.pdf"]);
      await goTo(page, "#/paper/P2300R99", /P2300R99 is not known\. This page shows P2300R10\./);
      await page.close();
    });

    it("gives citations to copy, and says so", async () => {
      const page = await openLibrary(stage().extension, "#/paper/P2300R10");
      const copied = await catchCopies(page);
      for (const [name, words] of [
        ["Link", /^https:\/\/wg21\.link\/P2300R10$/],
        ["Markdown", /^\[P2300R10\]\(https:\/\/wg21\.link\/P2300R10\) \\`std::execution\\` for all$/],
        ["BibTeX", /^@techreport\{P2300R10,\n {2}author = \{Ada Lovelace and Emmy Noether\},.*month = jul,/s],
        ["In brackets", /^\[P2300R10\]$/],
      ] as const) {
        await clickButton(page, `Copy: ${name}`);
        await waitFor(page, new RegExp(`Copied: ${name}`));
        await expectSoon(copied).toMatch(words);
      }
      const colour = () => page.$eval(".copied > span", (words) => getComputedStyle(words).color);
      const ofSuccess = await colour();
      await catchCopies(page, true);
      await clickButton(page, "Copy: Link");
      await waitFor(page, /does not let PaperScout copy/);
      await expectSoon(colour).not.toBe(ofSuccess);
      await page.close();
    });

    it("stays where a link led, however soon after typing it was followed", async () => {
      const page = await openLibrary(stage().extension);
      await page.type('input[type="search"]', "noether");
      await page.evaluate((late) => {
        location.hash = "#/paper/P2300";
        // As on a busy machine: whatever waits for a time is due before the page hears that its address changed.
        const end = performance.now() + late;
        while (performance.now() < end);
      }, 1_000);
      await expectSoon(() => heading(page)).toMatch(/^P2300/);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await heading(page)).toMatch(/^P2300/);
      await page.close();
    });

    it("leads back to what was typed before a link was followed at once", async () => {
      const page = await openLibrary(stage().extension);
      await page.waitForSelector("ul.windowed > li");
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (!field) throw new Error("No field.");
        field.value = "noether";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await page.evaluate(() => document.querySelector<HTMLElement>("ul.windowed a")?.click());
      await until(
        "a paper",
        () => heading(page),
        (seen) => /^P\d+/.test(seen),
      );
      await page.evaluate(() => history.back());
      await waitFor(page, /^\d papers$/m);
      await expectSoon(() => searched(page)).toBe("noether");
      await page.close();
    });

    it("is used by the keyboard alone: search, open, copy a citation, watch", async () => {
      const page = await openLibrary(stage().extension);
      const copied = await catchCopies(page);
      await page.bringToFront();
      await tabTo(page, "Search by number, title or author");
      await page.keyboard.type("noether execution");
      await waitFor(page, /^1 paper$/m);
      await tabTo(page, "P2300");
      await page.keyboard.press("Enter");
      await until(
        "the paper",
        () => heading(page),
        (seen) => seen.startsWith("P2300"),
      );
      await waitForFocus(page, "H1");
      await tabTo(page, "Copy: Link");
      await page.keyboard.press("Enter");
      await waitFor(page, /Copied: Link/);
      await expectSoon(copied).toBe("https://wg21.link/P2300R10");
      await tabTo(page, "Watch P2300", "back");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P2300");
      await waitForFocusOn(page, "Watching P2300");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P2300", false);
      await page.close();
    });

    it("tells what one was told of a paper, and lets one watch it, its authors and audiences", async () => {
      const { extension } = stage();
      const page = await openLibrary(extension, "#/paper/P2300");
      await waitFor(page, /No match for this paper/);
      await clickButton(page, "Watch P2300");
      await until(
        "the watch",
        () => readTable(page, "watches"),
        (watches) => watches.some(({ kind, text }) => kind === "paper" && text === "P2300"),
      );
      const reason = { kind: "author", watched: "Noether", found: "Emmy Noether", list: 1, listName: "List" } as const;
      const told = { kind: "paper-added", foundAt: Date.now(), notifiedAt: Date.now(), notification: "", readAt: 0, starredAt: 1 } as const;
      await putRow(page, "matches", { ...told, id: "P2300R10", paper: samplePaper("P2300R10"), reasons: [reason] });
      await page.close();
      const again = await openLibrary(extension, "#/paper/P2300");
      await waitFor(again, /P2300R10.*unread · starred.*author Emmy Noether/s);
      await goTo(again, "#/?watched=1", /1 of 1,207 papers/);
      await goTo(again, "#/?unread=1", /1 of 1,207 papers/);
      await expectSoon(() => firstRow(again)).toContain("P2300");
      await again.close();
    });

    it("has a page for each author", async () => {
      const page = await openLibrary(stage().extension, "#/author/E.%20Noether");
      await waitFor(page, /5 papers, 2024 to 2026/);
      await expectSoon(() => heading(page)).toBe("E. Noether");
      await waitFor(page, /Co-authors\s+.*Ada Lovelace\s+1 paper/s);
      for (const name of ["E. Noether", "Ada Lovelace", "P6000"]) await page.waitForSelector(`::-p-aria([name="Watch ${name}"][role="button"])`);
      await page.locator('main a[href$="Ada%20Lovelace"]').click();
      await expectSoon(() => hashOf(page)).toBe("#/author/Ada Lovelace");
      await waitForFocus(page, "H1");
      await page.evaluate(() => history.back());
      await until(
        "the author's page",
        () => heading(page),
        (seen) => seen === "E. Noether",
      );
      await goTo(page, "#/author/Nobody%20Inparticular", /No paper of the index names Nobody Inparticular/);
      await page.waitForSelector('::-p-aria([name="Watch Nobody Inparticular"][role="button"])');
      await page.close();
    });

    it("has a page for each mailing, what concerns the person first", async () => {
      const page = await openLibrary(stage().extension, "#/mailings");
      await waitFor(page, /2024-02/);
      await page.locator("::-p-text(2024-02)").click();
      await expectSoon(() => heading(page)).toBe("Mailing 2024-02");
      await waitFor(page, /1 paper/);
      const titles = () => page.$$eval("main h2", (titles) => titles.map((title) => (title as HTMLElement).innerText.split(/\s+\d/)[0]));
      await expectSoon(titles).toEqual(["New to you", "SG1"]);
      expect(await text(page)).not.toMatch(/by date/i);
      // What is watched no more leaves "New to you", and the focus does not go with it.
      await page.bringToFront();
      await page.focus("section.mine .watch-button");
      await page.keyboard.press("Enter");
      await page.waitForSelector("section.mine", { hidden: true });
      await waitForFocus(page, "H1");
      await clickButton(page, "Watch P2300");
      await page.waitForSelector("section.mine");
      await goTo(page, "#/mailing/2026-11", /By date: no listing/);
      await goTo(page, "#/mailing/1066-10", /Nothing of a mailing 1066-10 is known/);
      // What has been read is not new.
      const read = { kind: "paper-added", foundAt: 1, notifiedAt: 1, notification: "", readAt: 1, starredAt: 0 } as const;
      await putRow(page, "matches", { ...read, id: "P2300R8", paper: samplePaper("P2300R8"), reasons: [] });
      await goTo(page, "#/mailing/2024-02", /1 paper/);
      await expectSoon(titles).toEqual(["SG1"]);
      await deleteRow(page, "matches", "P2300R8");
      await page.close();
    });

    it("says so where an address names nothing, and harms nobody", async () => {
      const page = await openLibrary(stage().extension);
      for (const hash of [
        "#/paper/LWG2300",
        "#javascript:alert(1)",
        "#/%E0%A4%A",
        `#/paper/${"x".repeat(5_000)}`,
        "#/<img src=x onerror=alert(1)>",
        "#/mailing/2026-99",
        "#/author/",
        "#/author/42",
      ]) {
        await goTo(page, "#/mailings", /2024-02/);
        await goTo(page, hash, /The address names no paper, author or mailing/);
        await expectSoon(() => heading(page)).toBe("Nothing here");
        expect(await page.$$("main img")).toEqual([]);
        for (const link of await page.$$eval("main a", (anchors) => anchors.map((anchor) => anchor.href))) expect(link).toMatch(/library\.html#\//);
      }
      await page.locator("::-p-text(All papers)").click();
      await waitFor(page, /1,207 papers/);
      await goTo(page, "#/paper/P9999", /P9999 is in neither the index nor the listings/);
      await page.close();
    });

    it("shows what came from the network as text, at any width", async () => {
      const page = await openLibrary(stage().extension, "#/paper/P6000");
      await page.setViewport({ width: 320, height: 640 });
      await expectSoon(() => heading(page)).toBe(`P6000 ${HOSTILE_TITLE}`);
      expect(await page.$$("main img, main b b, h1 b")).toEqual([]);
      for (const [hash, words] of [
        ["#/paper/P6000", /^P6000/m],
        ["#/paper/P6001", /^P6001/m],
        ["#/paper/P6002", /^P6002/m],
        ["#/author/Emmy%20Noether", /Co-authors/],
        ["#/mailing/2026-11", /Mailing 2026-11/],
        ["#/", /1,207 papers/],
        ["#/search/evil", /^1 paper$/m],
      ] as const) {
        await goTo(page, hash, words);
        const outstanding = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expectSoon(async () => [hash, await outstanding()]).toEqual([hash, 0]);
        for (const link of await page.$$eval("a", (anchors) => anchors.map((anchor) => anchor.href)))
          expect(link).toMatch(/^(?:https|chrome-extension|moz-extension):/);
      }
      await goTo(page, "#/", /1,207 papers/);
      expect(await coveredBeside(page, "ul.windowed > li", "حلقات")).toEqual([]);
      expect(await page.title()).not.toBe("owned");
      await page.close();
    });

    it("has no violation on any page, in light and dark", async () => {
      const { extension } = stage();
      const page = await openLibrary(extension);
      for (const [hash, words] of [
        ["#/", /1,207 papers/],
        ["#/?year=1901", /No paper passes/],
        ["#/search/Ada%20Lovelace%202300", /P2300R10.*Ada Lovelace/s],
        ["#/search/execution", /^1 paper$/m],
        ["#/paper/P2300", /What you were told/],
        ["#/paper/P9999", /neither/],
        ["#/author/Emmy%20Noether", /Co-authors/],
        ["#/mailing/2024-02", /New to you/],
        ["#/mailings", /2024-02/],
        ["#/nowhere", /names no paper/],
      ] as const) {
        await goTo(page, hash, words);
        expect(await axeInBothColours(extension, page, hash)).toEqual([]);
      }
      await page.close();
    });

    it("lets one skip to the content", async () => {
      const page = await openLibrary(stage().extension, "#/mailings");
      await page.bringToFront();
      await page.keyboard.press("Tab");
      await waitForFocusOn(page, "Skip to the content");
      await page.keyboard.press("Enter");
      await waitForFocus(page, "H1");
      expect(await hashOf(page)).toBe("#/mailings");
      await page.close();
    });
  },
);
