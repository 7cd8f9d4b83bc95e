import type { ElementHandle, Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { sampleDraft } from "../../../lib/library/paper/sample-document.ts";
import { samplePaper } from "../../../lib/watch/sample-paper.ts";
import { manyPapers } from "../../store/index-of.ts";
import type { Extension } from "../browsers/extension.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { catchCopies } from "../driving/catch-copies.ts";
import { clickButton } from "../driving/drive-popup.ts";
import { typeInto } from "../driving/type-into.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { coveredBeside, STORM } from "../looking/covered-beside.ts";
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
const text = (page: Page) => page.$eval("main", (main) => (main as HTMLElement).innerText);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key") ?? document.activeElement?.tagName ?? "");
const hashOf = (page: Page) => page.evaluate(() => decodeURI(location.hash));
const firstRow = (page: Page) => page.$eval("ul.windowed > li .summary-name", (name) => (name as HTMLElement).innerText);

function waitFor(page: Page, words: RegExp): Promise<string> {
  return until(
    `${words} on the page`,
    () => text(page),
    (seen) => words.test(seen),
  );
}

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

/** What has the focus, as it is called. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const { labels } = element as Partial<HTMLInputElement>;
    return (element?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element?.textContent ?? "").trim();
  });

/** Presses Tab until what is called so has the focus. */
async function tabTo(page: Page, name: string, how: "forward" | "back" = "forward"): Promise<void> {
  if (how === "back") await page.keyboard.down("Shift");
  const seen: string[] = [];
  for (let times = 0; times < 60 && seen.at(-1) !== name; times++) {
    await page.keyboard.press("Tab");
    seen.push(await focusedName(page));
  }
  if (how === "back") await page.keyboard.up("Shift");
  expect(seen.at(-1), seen.join(" > ")).toBe(name);
}

function waitForWatch(page: Page, watch: string, isThere = true): Promise<unknown> {
  return until(
    `${isThere ? "a" : "no"} watch ${watch}`,
    () => readTable(page, "watches"),
    (watches) => watches.some(({ kind, text }) => `${kind} ${text}` === watch) === isThere,
  );
}

function waitForFocus(page: Page, on: string): Promise<string> {
  return until(
    `the focus on ${on}`,
    () => focused(page),
    (seen) => seen === on,
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
      expect(await page.title()).toBe("Papers – PaperScout");
      expect(await firstRow(page)).toContain("P6000");
      const sizes = await page.$$eval("ul.windowed > li", (rows) => rows.map((row) => row.getAttribute("aria-setsize")));
      expect(new Set(sizes)).toEqual(new Set(["1206"]));
      expect(sizes.length).toBeLessThan(150);
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
      expect(await focused(page)).toBe("P6000");
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe("P6001");
      await page.keyboard.press("End");
      await until(
        "the last row",
        () => page.evaluate(() => document.activeElement?.closest("li")?.getAttribute("aria-posinset")),
        (position) => position === "1206",
      );
      await page.keyboard.press("PageUp");
      const row = await until(
        "a row further up",
        () => focused(page),
        (key) => /^[PN]\d+$/.test(key),
      );
      await page.keyboard.press("Enter");
      await until(
        "the paper",
        () => heading(page),
        (seen) => seen.startsWith(row),
      );
      expect(await focused(page)).toBe("H1");
      await page.evaluate(() => history.back());
      await until(
        "the row that was left",
        () => focused(page),
        (key) => key === row,
      );
      // Which it is no more for who begins anew.
      await page.focus('input[type="search"]');
      await page.keyboard.type("lovelace xyzzyx");
      await waitFor(page, /No paper fits/);
      for (const _ of " xyzzyx") await page.keyboard.press("Backspace");
      await waitFor(page, /^1,202 papers$/m);
      await page.waitForSelector("ul.windowed > li");
      expect(await focused(page)).toBe("INPUT");
      expect(await page.evaluate(() => scrollY)).toBe(0);
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
      expect(await page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).value)).toBe("P6000");
      expect(await focused(page)).toBe("INPUT");
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
      const boxes = () =>
        page.$$eval("ul.windowed .summary > *, ul.windowed > li", (parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())));
      const before = await boxes();
      await page.focus("ul.windowed a");
      await page.keyboard.press("Tab");
      expect(await focusedName(page)).toBe("Watch P6000");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P6000");
      await page.waitForSelector('::-p-aria([name="Watching P6000"])');
      expect(await boxes()).toEqual(before);
      await page.keyboard.press("ArrowDown");
      await waitForFocus(page, "P6001");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P6001");
      await goTo(page, "#/?watched=1", /2 of 1,206 papers/);
      await page.focus('ul.windowed [data-key="P6000"] a');
      await page.keyboard.press("Tab");
      expect(await focusedName(page)).toBe("Watching P6000");
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
      await clickButton(asking, "Watch P6000");
      const second = await asking.waitForSelector('::-p-aria([name="Second"][role="checkbox"])', { visible: true });
      const isOnTop = await second?.evaluate((box) => {
        const { left, top, width, height } = box.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === box;
      });
      expect(isOnTop).toBe(true);
      await second?.press("ArrowDown");
      expect(await asking.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("checkbox");
      await deleteRow(asking, "watchlists", 99);
      await asking.close();
    });

    it("is narrowed by filters that stand in the address, and says which of them excludes everything", async () => {
      const page = await openLibrary(stage().extension);
      await choose(page, "Year", "2024");
      await waitFor(page, /1 of 1,206 papers/);
      expect(await hashOf(page)).toBe("#/?year=2024");
      expect(await firstRow(page)).toContain("P2300");
      await choose(page, "Kind", "n");
      await waitFor(page, /No paper passes these filters: Year 2024 · N papers/);
      await clickButton(page, "Without “Year 2024”: 1 paper");
      await waitFor(page, /1 of 1,206 papers/);
      expect(await hashOf(page)).toBe("#/?kind=n");
      expect(await focused(page)).not.toBe("BODY");
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
      expect(await page.$$eval("ul.windowed mark", (marks) => marks.map((mark) => mark.textContent).sort())).toEqual(["Noether", "execution"]);
      await until(
        "the text in the address",
        () => hashOf(page),
        (hash) => hash === "#/search/noether execution",
      );
      await typeInto(page, 'input[type="search"]', "xyzzyx plugh");
      await waitFor(page, /No paper fits “xyzzyx plugh”/);
      await page.close();
      const linked = await openLibrary(stage().extension, "#/search/P2300");
      await until(
        "the hit",
        () => text(linked),
        (seen) => /P2300/.test(seen),
      );
      expect(await linked.$eval('input[type="search"]', (field) => (field as HTMLInputElement).value)).toBe("P2300");
      // However many fit: the filters see them all.
      await goTo(linked, "#/search/lovelace?year=2024", /1 of 1,202 papers/);
      expect(await firstRow(linked)).toContain("P2300");
      expect(await linked.$$eval("ul.windowed mark", (marks) => marks.map((mark) => mark.textContent))).toEqual(["Lovelace"]);
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
      expect(await heading(page)).toBe("P2300 std::execution for all");
      expect(await page.$eval("h1 code", (code) => code.textContent)).toBe("std::execution");
      expect(await page.title()).toBe("P2300 std::execution for all – PaperScout");
      expect(await page.$$eval(".time-line circle", (dots) => dots.length)).toBe(4);
      expect(await page.$$eval(".time-line .of-draft", (dots) => dots.length)).toBe(1);
      const rows = await page.$$eval("table.documents tbody tr", (rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, " ")));
      expect(rows).toHaveLength(4);
      expect(rows[0]).toMatch(
        /^D2300R11 Draft, may change Oct 1, 2026.*808 days after P2300R10: New in the title: “most”\. Gone from the title: “all”\. Left: Emmy Noether\..*A file at isocpp\.org\./,
      );
      expect(rows[1]).toMatch(/P2300R10.*by date.*The index of wg21\.link\./);
      expect(rows[3]).toMatch(/P2300R8 Jan 15, 2024 2024-02 SG1/);
      expect(rows[3]).toMatch(/Replaces: P2300R7 \(yearly listing of open-std\.org\)\. Disposition: Adopted 2024-03 \(yearly listing of open-std\.org\)\./);
      const waitForChanges = (words: RegExp) =>
        until(
          String(words),
          () => page.$eval('section[aria-labelledby="compare"] [role="status"]', (one) => (one as HTMLElement).innerText),
          (seen) => words.test(seen),
        );
      await waitForChanges(/^808 days after P2300R10: New in the title: “most”\./);
      await choose(page, "with", "P2300R8");
      await waitForChanges(/^990 days after P2300R8: New in the title: “for” and “most”\.$/);
      await choose(page, "Compare", "P2300R8");
      await waitForChanges(/one and the same document/);
      const links = () =>
        page.$$eval(".paper-actions a:not([href^='#']), .document-links a", (anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
      expect(await links()).toEqual([LONG_LINK, "https://wg21.link/p2300r10", "https://wg21.link/p2300", "https://github.com/cplusplus/papers/issues/1054"]);
      await goTo(page, "#/paper/D2300R11", /Read D2300R11/);
      expect((await links())[0]).toBe("https://isocpp.org/files/papers/D2300R11.html");
      await goTo(page, "#/paper/P2299", /Only listed/);
      expect(await links()).toEqual(["https://www.open-std.org/p2299r0.pdf"]);
      await goTo(page, "#/paper/P2300R99", /P2300R99 is not known here\. What follows is about P2300R10/);
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
        expect(await copied()).toMatch(words);
      }
      const colour = () => page.$eval(".copied > span", (words) => getComputedStyle(words).color);
      const ofSuccess = await colour();
      await catchCopies(page, true);
      await clickButton(page, "Copy: Link");
      await waitFor(page, /does not let PaperScout copy/);
      expect(await colour()).not.toBe(ofSuccess);
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
      expect(await page.$eval('input[type="search"]', (field) => field.value)).toBe("noether");
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
      expect(await copied()).toBe("https://wg21.link/P2300R10");
      await tabTo(page, "Watch P2300", "back");
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P2300");
      await until(
        "the focus on the button that was pressed",
        () => focusedName(page),
        (name) => name === "Watching P2300",
      );
      await page.keyboard.press("Enter");
      await waitForWatch(page, "paper P2300", false);
      await page.close();
    });

    it("tells what one was told of a paper, and lets one watch it, its authors and audiences", async () => {
      const { extension } = stage();
      const page = await openLibrary(extension, "#/paper/P2300");
      await waitFor(page, /No match of this paper/);
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
      expect(await firstRow(again)).toContain("P2300");
      await again.close();
    });

    it("has a page for each author", async () => {
      const page = await openLibrary(stage().extension, "#/author/E.%20Noether");
      await waitFor(page, /5 papers, 2024 to 2026/);
      expect(await heading(page)).toBe("E. Noether");
      expect(await text(page)).toMatch(/Co-authors\s+.*Ada Lovelace\s+1 paper/s);
      for (const name of ["E. Noether", "Ada Lovelace", "P6000"]) await page.waitForSelector(`::-p-aria([name="Watch ${name}"][role="button"])`);
      await page.locator('main a[href$="Ada%20Lovelace"]').click();
      await until(
        "the co-author's page",
        () => hashOf(page),
        (hash) => hash === "#/author/Ada Lovelace",
      );
      await until(
        "the focus on its heading",
        () => focused(page),
        (name) => name === "H1",
      );
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
      await waitFor(page, /1 paper/);
      expect(await heading(page)).toBe("Mailing 2024-02");
      expect(await page.$$eval("main h2", (titles) => titles.map((title) => (title as HTMLElement).innerText.split(/\s+\d/)[0]))).toEqual([
        "New to you",
        "SG1",
      ]);
      expect(await text(page)).not.toMatch(/by date/i);
      // What is watched no more leaves "New to you", and the focus does not go with it.
      await page.bringToFront();
      await page.focus("section.mine .watch-button");
      await page.keyboard.press("Enter");
      await page.waitForSelector("section.mine", { hidden: true });
      expect(await focused(page)).toBe("H1");
      await clickButton(page, "Watch P2300");
      await page.waitForSelector("section.mine");
      await goTo(page, "#/mailing/2026-11", /By date: no listing/);
      await goTo(page, "#/mailing/1066-10", /Nothing of a mailing 1066-10 is known/);
      // What has been read is not new.
      const read = { kind: "paper-added", foundAt: 1, notifiedAt: 1, notification: "", readAt: 1, starredAt: 0 } as const;
      await putRow(page, "matches", { ...read, id: "P2300R8", paper: samplePaper("P2300R8"), reasons: [] });
      await goTo(page, "#/mailing/2024-02", /1 paper/);
      expect(await text(page)).not.toMatch(/New to you/);
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
        expect(await heading(page)).toBe("Nothing here");
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
      expect(await heading(page)).toBe(`P6000 ${HOSTILE_TITLE}`);
      expect(await page.$$("main img, main b b, h1 b")).toEqual([]);
      for (const hash of ["#/paper/P6000", "#/paper/P6001", "#/paper/P6002", "#/author/Emmy%20Noether", "#/mailing/2026-11", "#/", "#/search/evil"]) {
        await goTo(page, hash, /P600\d/);
        const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        expect([hash, width]).toEqual([hash, room]);
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
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      expect(await focused(page)).toBe("H1");
      expect(await hashOf(page)).toBe("#/mailings");
      await page.close();
    });
  },
);
