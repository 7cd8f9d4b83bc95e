import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { READ_FEED } from "../../../lib/terms/work-names.ts";
import { feedOnHost } from "../../feed/feed-on-host.ts";
import { indexOf } from "../../store/index-of.ts";
import { pdfDraft } from "../../web/published/sample-drafts.ts";
import type { Web } from "../../web/web.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, goToSettings, openOptions, openSettings } from "../driving/drive-options.ts";
import { clickButton } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { typeInto } from "../driving/type-into.ts";
import { until } from "../driving/until.ts";
import { listenForNotifications, notificationsSeen, putRow, readTable, ringAlarm } from "../state/browser-state.ts";
import { makeDue } from "../state/let-time-pass.ts";

const STORY_MS = 500_000;
/** Twice as long as a claim may wait to be verified. */
const VERIFIED_MS = 240_000;
const HOUR = 60 * 60_000;

const feed = await feedOnHost();
const RINGS = { title: "Rings for everybody", authors: ["Emmy Noether"], audience: "LEWG", date: "2026-11-20" };

/** Puts the feed's files where the web serves them. */
function serve(web: Web): void {
  for (const [url, body] of feed.files) {
    web.answer(url, {
      headers: { "content-type": "application/json", "access-control-allow-origin": "*", "cache-control": "max-age=60" },
      body: Buffer.from(body as string),
    });
  }
}

const claim = (id: string) => {
  const at = Date.now() - 60_000;
  return { id, found: { at }, files: [{ at, extension: ".pdf" }], page: { at, title: RINGS.title, authors: RINGS.authors, audience: ["LEWG"] } };
};
const askedOf = (web: Web, host: string) =>
  web.arrivals.filter(({ url }) => new URL(url).hostname === host).map(({ method, url }) => `${method} ${url.slice(url.lastIndexOf("/") + 1)}`);

inEachBrowser(
  "shared finds",
  async (web) => {
    // What it told the browser before is no claim for this one: its first reading tells of what is new, too.
    await feed.publish([], Date.now());
    web.publishIndex(JSON.stringify(indexOf({ P0001R0: { date: "2026-11-01" } })));
    serve(web);
  },
  (stage) => {
    let page: Page;
    const row = async () => (await readTable(page, "feeds"))[0];
    const text = () => page.$eval("body", (body) => (body as HTMLElement).innerText);
    const says = (words: RegExp) => until(`${words}`, text, (seen) => words.test(seen));
    const lookAgain = async () => {
      await makeDue(page, `${READ_FEED} ${feed.folder}`);
      await ringAlarm(page);
    };

    it("are heard while isocpp.org is asked for nothing", async () => {
      page = await openOptions(stage().extension);
      await addWatch(page, "author:Noether");
      await until("the first reading", row, (row) => row?.readAt !== undefined);
      await goToSettings(page, "drafts");
      await says(/A scout/);
      await says(/asks isocpp\.org only for what PaperScout is about to tell you; without a feed it would ask some 1,500 times a day/);
      expect(askedOf(stage().web, "isocpp.org")).toEqual([]);
    });

    it(
      "bring a find, which is told once, after one HEAD",
      async () => {
        const { web } = stage();
        web.publishDraft("D0009R0.pdf", pdfDraft({ ...RINGS, id: "D0009R0" }));
        await feed.publish([claim("D0009R0")], Date.now());
        serve(web);
        await listenForNotifications(page);
        await lookAgain();
        const match = async () => (await readTable(page, "matches")).find(({ id }) => id === "D0009R0");
        await until("the find to be told", match, (match) => (match?.notifiedAt ?? 0) > 0, VERIFIED_MS);
        expect(askedOf(web, "isocpp.org")).toEqual(["HEAD D0009R0.pdf"]);
        expect(await match()).toMatchObject({ paper: { title: RINGS.title } });
        await expectSoon(() => notificationsSeen(page)).toHaveLength(1);
      },
      STORY_MS,
    );

    it(
      "that are lies tell nobody, and are counted",
      async () => {
        const { web } = stage();
        await feed.publish([claim("D0009R0"), claim("D0010R0")], Date.now());
        serve(web);
        await lookAgain();
        const doubted = async () => (await readTable(page, "drafts")).find(({ doubt }) => doubt !== undefined);
        const draft = await until("the lie to be doubted", doubted, (draft) => draft !== undefined, VERIFIED_MS);
        const job = (await readTable(page, "jobs")).find(({ state, error }) => state === "put-off" && error?.kind === "in-doubt");
        if (!draft?.doubt || !job) throw new Error("Nobody is to ask again.");
        // Some minutes pass.
        await putRow(page, "drafts", { ...draft, doubt: { ...draft.doubt, at: draft.doubt.at - 10 * 60_000 } });
        await putRow(page, "jobs", { ...job, runAt: 0, rank: 0 });
        await ringAlarm(page);
        await until("the lie to be seen", row, (row) => row?.denied === 1);
        expect((await readTable(page, "matches")).map(({ id }) => id)).toEqual(["D0009R0"]);
        await says(/1 of its finds was not there/);
      },
      STORY_MS,
    );

    it("that fall silent are said to be, and are unsubscribed and subscribed again", async () => {
      const known = await row();
      if (!known?.said) throw new Error("It never spoke.");
      await putRow(page, "feeds", { ...known, said: { ...known.said, expires: Date.now() - HOUR } });
      // What was written past the page's own database is seen by another page.
      page = await openSettings(stage().extension, "drafts");
      await says(/Silent since/);
      await clickButton(page, "Unsubscribe from A scout");
      await says(/You have not subscribed to any/);
      await says(/asks isocpp\.org some 1,500 times a day\. With a feed/);
      await clickButton(page, "Undo");
      // What is subscribed anew is looked at at once, and may have spoken by now.
      await says(/Silent since|Last heard/);
      await typeInto(page, ".shared-finds input", "https://scout.example/paperscout/");
      await page.keyboard.press("Enter");
      await says(/The key is missing/);
      await typeInto(page, ".shared-finds input", feed.address);
      await page.keyboard.press("Enter");
      await says(/subscribed to that feed already/);
      // The publisher is about to change the key: the address with both takes the place of the one with one.
      const both = `${feed.address}&ed25519=${"A".repeat(43)}`;
      await typeInto(page, ".shared-finds input", both);
      await page.keyboard.press("Enter");
      const subscribed = async () => (await readTable(page, "settings")).find(({ name }) => name === "feeds")?.value;
      await until("the address with both keys", subscribed, (value) => value === both);
    });
  },
  { ...completeSettings([]), openStd: false, minutesBetweenNotifications: 0, feeds: feed.address },
);
