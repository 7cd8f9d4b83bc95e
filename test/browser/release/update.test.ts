import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { versionOf } from "../../../scripts/package/package-names.ts";
import { indexOf } from "../../store/index-of.ts";
import former from "../../store/release-0.1.0.json" with { type: "json" };
import oldest from "../../store/version-1.json" with { type: "json" };
import { htmlDraft, listingPage } from "../../web/published/sample-drafts.ts";
import { startWeb, type Web } from "../../web/web.ts";
import { BROWSERS } from "../browsers/with-extension.ts";
import { checkNowAndSettle, readMatches, waitForMatches, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { smallIndex } from "../published/small-index.ts";
import { readTable, readTables, type Tables } from "../state/browser-state.ts";
import { formerRelease, type Profile } from "./former-release.ts";

const ROOT = `${import.meta.dirname}/../../..`;

/** What a person would miss, or be told twice for; all else is the engine's. Rows may gain what newer releases note. */
const KEPT: (keyof Tables)[] = ["watchlists", "watches", "settings", "mutes", "matches", "drafts", "draftTexts", "listed", "vanished", "effects", "log"];

/** The effect that moves: when the last notification was shown. */
const LAST_SHOWN = "shown";

/** What is in those of the tables that the older release had, as it left them. */
async function expectAllKept(page: Page, { rows }: Profile): Promise<void> {
  const now = await readTables(page, ...KEPT.filter((table) => table in rows));
  for (const [table, kept] of Object.entries(now)) {
    const before = (rows[table] ?? []).filter((row) => !("key" in row && row.key === LAST_SHOWN));
    expect(kept, table).toEqual(expect.arrayContaining(before.map((row) => expect.objectContaining(row))));
  }
}

const PAPERS_OF_FORMER = {
  P3001R0: { title: "More rings", author: "Emmy Noether" },
  P3002R0: { title: "Nothing for anybody", author: "Ada Lovelace", subgroup: "LEWG" },
  P3003R0: { title: "Still more rings", author: "Emmy Noether" },
};

/** The web as it was in those days; `next`: the body of an index with one watched paper more. */
const RELEASES = [
  {
    version: "0.1.0",
    profile: former as Profile,
    publish(web: Web) {
      web.publishIndex(smallIndex(PAPERS_OF_FORMER));
      web.publishDraft(
        "D2300R10.html",
        htmlDraft({ id: "D2300R10", title: "`std::execution`, more of it", authors: ["Ada Lovelace"], audience: "LEWG", date: "2026-11-18" }),
      );
      web.publishListing(2026, listingPage(2026, []));
    },
    // The last was downloaded by the older release, which had no time to look at it.
    unread: ["D2300R10", "P3001R0", "P3003R0"],
    next: smallIndex({ ...PAPERS_OF_FORMER, P3004R0: { title: "Rings again", author: "Emmy Noether" } }),
    news: "P3004R0",
  },
  {
    version: "0.0.1",
    profile: oldest as Profile,
    publish: (web: Web) => web.publishIndex(JSON.stringify(indexOf({ P2300R9: { title: "Senders", subgroup: "LEWG" } }))),
    unread: ["P2300R9"],
    next: JSON.stringify(indexOf({ P2300R9: { title: "Senders", subgroup: "LEWG" }, P2301R0: { author: "Kurt Gödel" } })),
    news: "P2301R0",
  },
];

describe.each(BROWSERS)("an update loses nothing (%s)", (browserName) => {
  describe.each(RELEASES)("of $version", ({ version, profile, publish, unread, next, news }) => {
    let web: Web;
    let stage: Awaited<ReturnType<typeof formerRelease>>;
    let popup: Page;

    beforeAll(async () => {
      web = await startWeb();
      publish(web);
      stage = await formerRelease(browserName, web, version, profile);
      popup = await stage.update();
    });
    afterAll(async () => {
      await stage?.close();
      await web?.close();
    });

    it("shows what was unread, and what was under way is ended", async () => {
      expect(await popup.evaluate("(globalThis.browser ?? chrome).runtime.getManifest().version")).toBe(versionOf(ROOT));
      await waitForMatches(popup, unread.length);
      await waitUntilSettled(popup);
      await expectSoon(async () => (await readMatches(popup)).map(({ id }) => id).sort()).toEqual(unread);
      await expectSoon(() => readTable(popup, "downloads")).toEqual([]);
    });

    it("keeps every row of every table that a person would miss", () => expectAllKept(popup, profile));

    it("goes on: what is new is found and told, and nothing of before is told again", async () => {
      web.publishIndex(next);
      await checkNowAndSettle(popup);
      await waitForMatches(popup, unread.length + 1);
      await expectAllKept(popup, profile);
      const matches = await readTable(popup, "matches");
      expect(matches.find(({ id }) => id === news)?.notifiedAt).toBeGreaterThan(0);
      const names = ({ notification }: { notification: string }) => notification;
      const before = new Set((profile.rows.matches as { notification: string }[]).map(names));
      const since = matches.filter(({ notification }) => !before.has(notification));
      expect(since.map(({ id }) => id)).not.toEqual(expect.arrayContaining((profile.rows.matches as { id: string }[]).map(({ id }) => id)));
    });

    it.runIf(profile.local)("has its second copy of the lists", async () => {
      const copy = await popup.evaluate("(globalThis.browser ?? chrome).storage.local.get().then((all) => JSON.stringify(all['list-mirror'].watchlists))");
      expect(JSON.parse(String(copy))).toEqual((profile.local as { "list-mirror": { watchlists: unknown } })["list-mirror"].watchlists);
    });
  });
});
