import { expect, it } from "vitest";
import type { Answer } from "../../web/web.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { checkNow, checkNowAndSettle, openPopup, statusText, unfoldStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow, readTable } from "../state/browser-state.ts";

const INDEX = "https://wg21.link/index.json";
const JSON_TYPE = { "content-type": "application/json" };

/** What the host answers, and words of the sentence in which the popup tells of it. */
const FAILURES: [string, Answer, RegExp][] = [
  ["a page that is gone", { status: 404 }, /404/],
  ["a server error", { status: 503 }, /503/],
  ["a refusal", { status: 403 }, /403/],
  ["a web page", { body: "<!doctype html><title>Maintenance</title>", headers: { "content-type": "text/html" } }, /web page/i],
  ["broken JSON", { body: '{"P2300R10": {"title": "cut', headers: JSON_TYPE }, /damaged/i],
  ["JSON that is no object", { body: "[1, 2]", headers: JSON_TYPE }, /not an index of papers/i],
  ["a body cut off", { body: smallIndex({ P9000R0: {} }), cutAfterBytes: 100, headers: JSON_TYPE }, /broke before/i],
  ["a redirect to another host", { redirectTo: "https://login.example.com/" }, /could not be reached/i],
  ["an index without most papers", { body: "{}", headers: JSON_TYPE }, /lacks 3 known papers/i],
];

inEachBrowser(
  "a check that fails",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it.each(FAILURES)("tells of %s in plain words, with the next try, and keeps the index", async (_, answer, words) => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await until(
        "a first success",
        () => readTable(popup, "state"),
        (rows) => rows.some((row) => row.name === "index"),
      );
      const shelves = await readTable(popup, "shelves");
      web.answer(INDEX, answer);
      expect(await checkNowAndSettle(popup)).toMatch(/^Could not check/);
      await expectSoon(() => statusText(popup)).toMatch(words);
      await unfoldStatus(popup);
      await waitForText(popup, /next try/i, "footer");
      expect(await readTable(popup, "shelves")).toEqual(shelves);
      expect(await readTable(popup, "log")).toEqual([]);
      expect(await readTable(popup, "vanished")).toEqual([]);
      await popup.close();
    });

    it("asks a host that wants a rest no sooner, whoever is in a hurry, and says until when", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      web.answer(INDEX, { status: 429, headers: { "retry-after": "600" } });
      await checkNowAndSettle(popup);
      web.forgetArrivals();
      await checkNow(popup);
      await waitForText(popup, /wait until/i);
      expect(indexRequests(web)).toEqual([]);
      await popup.close();
    });

    it("takes up again where the host is well", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      const lane = (await readTable(popup, "lanes")).find(({ host }) => host === "wg21.link");
      // The rest that the host asked for is over.
      if (lane) await putRow(popup, "lanes", { ...lane, nextAt: 0, askedUntil: 0 });
      web.publishIndex(smallIndex());
      await checkNowAndSettle(popup);
      await expectSoon(() => statusText(popup)).toMatch(/^Checked.*next in/s);
      await popup.close();
    });
  },
);

inEachBrowser(
  "a first download that fails",
  (web) => web.answer(INDEX, { status: 500 }),
  (stage) => {
    it("is no baseline: the first index that comes later is still recorded silently", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await expectSoon(() => statusText(popup)).toMatch(/^Could not check.*500/s);
      expect((await readTable(popup, "state")).some((row) => row.name === "index")).toBe(false);
      web.publishIndex(smallIndex({ P2300R10: {} }));
      expect(await checkNowAndSettle(popup)).toMatch(/^Checked/);
      expect(await readTable(popup, "log")).toEqual([]);
      expect(await readTable(popup, "matches")).toEqual([]);
      await popup.close();
    });
  },
);
