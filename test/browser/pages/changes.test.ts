import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { Web } from "../../web/web.ts";
import { isBrowsersOwn } from "../browsers/browsers-own-hosts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { tabTo } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { putSpoiltTexts } from "../looking/seed-texts.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow, readTable } from "../state/browser-state.ts";
import { INDEX_ONLY } from "../state/choose-settings.ts";

const FOLDER = resolve(import.meta.dirname, "../../../.output/screens");
const PAPERS = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026";
const at = (name: string) => ({ title: "Rings", author: "Emmy Noether", long_link: `${PAPERS}/${name}` });

const INDEX = {
  P9001R0: at("p9001r0.html"),
  P9001R1: at("p9001r1.html"),
  P9002R0: at("p9002r0.html"),
  P9002R1: at("p9002r1.html"),
  P9003R0: at("p9003r0.html"),
  P9003R1: { title: "Fields", long_link: "https://example.org/p9003r1.html" },
  P9004R0: at("p9004r0.html"),
  P9004R1: at("p9004r1.html"),
  P9005R0: at("p9005r0.html"),
  P9006R0: at("p9006r0.html"),
  P9006R1: at("p9006r1.html"),
  P9007R0: at("p9007r0.html"),
  P9007R1: at("p9007r1.html"),
};
const HOUR = 60 * 60_000;
/** Packed, and so many of them are the five megabytes that are the least one may choose. */
const USUAL_BYTES = 40_000;
const FULL = 125;

const SAME = Array.from({ length: 6 }, (_, at) => `<p>Paragraph ${at} says what it has always said.</p>`).join("");
const EVIL = `&lt;img src=x onerror="document.title='owned'"&gt;`;

function paper(revision: number, motivation: string, wording: string): string {
  const log = revision === 0 ? "" : `<h2>Revision history</h2><h3>R1</h3><p>Rings may be empty now.</p><h3>R0</h3><p>First.</p>`;
  return `<!doctype html><html lang="en"><title>Rings</title><h1>P9001R${revision} Rings</h1>${log}<h2>1 Motivation</h2><p>${motivation}</p>${SAME}<h2>2 Wording</h2><p>${wording}</p>`;
}

function publish(web: Web): void {
  const file = (name: string, body: string) => web.answer(`${PAPERS}/${name}`, { headers: { "content-type": "text/html; charset=utf-8" }, body });
  web.publishIndex(smallIndex(INDEX));
  file("p9001r0.html", paper(0, "Everybody wants a ring that is round.", "A ring shall have one element."));
  file("p9001r1.html", paper(1, `Everybody needs a ring that is round ${EVIL}.`, "A ring shall have no element."));
  for (const name of ["p9006r0", "p9007r0"]) file(`${name}.html`, paper(0, "A ring.", "It is round."));
  for (const name of ["p9006r1", "p9007r1"]) file(`${name}.html`, paper(1, "A ring.", "It is flat."));
  for (const name of ["p9002r0", "p9003r0", "p9004r0", "p9004r1"]) file(`${name}.html`, paper(0, "A ring.", "It is round."));
}

const text = (page: Page) => page.$eval("main", (main) => (main as HTMLElement).innerText);

function waitFor(page: Page, words: RegExp): Promise<string> {
  return until(
    `${words} on the page`,
    () => text(page),
    (seen) => words.test(seen),
  );
}

inEachBrowser(
  "what changed between two revisions",
  publish,
  (stage) => {
    const open = (hash: string) => stage().extension.openPage(`library.html${hash}`);
    const shoot = async (page: Page, name: string) => {
      mkdirSync(FOLDER, { recursive: true });
      await page.screenshot({ path: resolve(FOLDER, `${name}-${stage().browserName}.png`) as `${string}.png`, fullPage: true });
    };

    it("is reached from the paper by keyboard alone: the authors' words, the sections, each change with its number", async () => {
      const page = await open("#/paper/P9001R1");
      await page.setViewport({ width: 1000, height: 720 });
      await page.waitForSelector('[aria-keyshortcuts="c"]');
      await page.keyboard.press("c");
      await waitFor(page, /5 changes/);
      await page.waitForSelector('[aria-keyshortcuts="n"]');
      expect(await page.evaluate(() => location.hash)).toBe("#/P9001/changes/R0..R1");
      const seen = await text(page);
      expect(seen).toMatch(/What the authors say\s+R1\s+Rings may be empty now\./);
      expect(seen).toMatch(/The wording for the standard has changed\./);
      expect(seen).toMatch(/Sections that changed/);
      await page.keyboard.press("n");
      await waitFor(page, /Change 1 of 5/);
      await page.keyboard.press("n");
      await waitFor(page, /Change 2 of 5/);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-change"))).toBe("2");
      await page.keyboard.press("p");
      await waitFor(page, /Change 1 of 5/);
      await page.evaluate(() => document.querySelector<HTMLElement>("main h1")?.focus());
      await tabTo(page, "Next change");
      await page.keyboard.press("Enter");
      await waitFor(page, /Change 2 of 5/);
      expect(await page.$$eval("ins", (all) => all.map((one) => one.textContent).join())).toMatch(/inserted: .*img src=x.* end\./);
      expect(await page.$$eval("del", (all) => all.map((one) => one.textContent).join())).toMatch(/deleted: one\s+end\./);
      expect(await page.title()).toMatch(/What changed from P9001R0 to P9001R1/);
      expect(await axeInBothColours(stage().extension, page, "changes")).toEqual([]);
      await shoot(page, "changes");
      await page.close();
    });

    it("is chosen with arrow keys: the choice keeps focus and place, and is one step back", async () => {
      const page = await open("#/paper/P9001R1");
      await page.waitForSelector('[aria-keyshortcuts="c"]');
      await page.keyboard.press("c");
      await waitFor(page, /5 changes/);
      const steps = await page.evaluate(() => history.length);
      await page.focus(".compare select");
      await page.evaluate(() => document.querySelector(".compare select")?.setAttribute("data-held", ""));
      await page.select(".compare select", "P9001R1");
      await waitFor(page, /one and the same document/);
      await page.select(".compare select", "P9001R0");
      await waitFor(page, /5 changes/);
      expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-held"))).toBe(true);
      expect(await page.evaluate(() => history.length)).toBe(steps);
      await page.evaluate(() => history.back());
      await until(
        "the paper",
        () => page.evaluate(() => location.hash),
        (hash) => hash === "#/paper/P9001R1",
      );
      await page.close();
    });

    it("shows wording alone, unfolds what is unchanged, and has two columns where there is room", async () => {
      const page = await open("#/P9001/changes/R0..R1");
      await page.setViewport({ width: 1300, height: 800 });
      await waitFor(page, /5 changes/);
      await until(
        "two columns",
        () => page.$$eval(".beside", (all) => all.length),
        (columns) => columns > 0,
      );
      expect(await axeInBothColours(stage().extension, page, "changes-beside")).toEqual([]);
      await shoot(page, "changes-beside");
      await page.setViewport({ width: 420, height: 700 });
      await until(
        "one column",
        () => page.$$eval(".beside", (all) => all.length),
        (columns) => columns === 0,
      );
      await shoot(page, "changes-narrow");
      await page.locator("::-p-text(unchanged paragraphs)").click();
      await waitFor(page, /Paragraph 3 says/);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-block"))).toMatch(/\d/);
      // By keyboard: the choice keeps the focus, so that the next is one key away.
      await page.focus('.kinds input[type="radio"]');
      await page.keyboard.press("ArrowDown");
      await waitFor(page, /1 change\n/);
      expect(await page.evaluate(() => document.activeElement?.matches('.kinds input[type="radio"]:checked'))).toBe(true);
      expect(await page.$$eval(".changed-text", ([one]) => one?.textContent ?? "")).not.toMatch(/Everybody/);
      await page.close();
    });

    it.each([
      ["answers 404", "#/P9002/changes/R0..R1", /P9002R1 is not there: www\.open-std\.org answered 404/],
      ["lies elsewhere", "#/P9003/changes/R0..R1", /P9003R1 is at example\.org, where PaperScout does not look\./],
      ["is not published yet", "#/P9005/changes/R0..R1", /It is not known where P9005R1 is/],
      ["differs in nothing", "#/P9004/changes/R0..R1", /They are the same but for numbers, dates and the like\./],
    ])("says so where one of them %s", async (_, hash, words) => {
      const page = await open(hash);
      await waitFor(page, words);
      expect(await axeInBothColours(stage().extension, page, hash)).toEqual([]);
      await page.close();
    });

    it("waits for a host that does not answer, says so, and shows it when it does", async () => {
      const { web } = stage();
      web.answerHost("www.open-std.org", { reset: true });
      const page = await open("#/P9002/changes/P9005R0..R0");
      await waitFor(page, /PaperScout tries .* again by itself/);
      web.answerHost("www.open-std.org", undefined);
      web.answer(`${PAPERS}/p9005r0.html`, { headers: { "content-type": "text/html" }, body: paper(0, "A field.", "It is flat.") });
      await page.locator("::-p-text(Try again)").click();
      await waitFor(page, /Sections that changed/);
      await page.close();
    });

    it("makes room where as much is kept as may be: what was used longest ago goes, what is on the screen stays, and comes back when it is wanted", async () => {
      const { web } = stage();
      const asked = (id: string) => web.arrivals.filter(({ url }) => url.endsWith(`/${id}.html`)).length;
      const page = await open("#/papers");
      await putRow(page, "settings", { name: "textMegabytes", value: 5 });
      const idsFrom = (first: number) => Array.from({ length: FULL }, (_, at) => `P${first + at}R0`);
      const kept = async () => (await readTable(page, "texts")).filter(({ bytes }) => bytes > 0);
      const [old, newer] = [idsFrom(7000), idsFrom(8000)];
      await putSpoiltTexts(page, old, USUAL_BYTES, Date.now() - HOUR);

      const shown = await open("#/P9006/changes/R0..R1");
      await waitFor(shown, /Sections that changed/);
      const held = await kept();
      expect(held.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(5_000_000);
      expect(held.length).toBeGreaterThan(FULL - 5);
      expect(held.map(({ id }) => id)).toEqual(expect.arrayContaining(["P9006R0", "P9006R1"]));

      await putSpoiltTexts(page, newer, USUAL_BYTES, Date.now());
      const other = await open("#/P9007/changes/R0..R1");
      await waitFor(other, /Sections that changed/);
      await until("the former to go", kept, (texts) => !texts.some(({ id }) => id.startsWith("P9006")));
      expect((await kept()).some(({ id }) => old.includes(id))).toBe(false);
      expect(await text(shown)).toMatch(/Sections that changed/);

      expect(["p9006r0", "p9006r1"].map(asked)).toEqual([1, 1]);
      await shown.close();
      const again = await open("#/P9006/changes/R0..R1");
      await waitFor(again, /Sections that changed/);
      expect(["p9006r0", "p9006r1"].map(asked)).toEqual([2, 2]);
      for (const one of [page, other, again]) await one.close();
    });

    it("asked nothing of anybody else", () => {
      expect(
        stage()
          .web.refusals.map(({ host }) => host)
          .filter((host) => !isBrowsersOwn(host)),
      ).toEqual([]);
    });
  },
  { ...INDEX_ONLY, openStd: true },
);
