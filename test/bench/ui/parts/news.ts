import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { launchExtension } from "../../../browser/browsers/launch-extension.ts";
import { addWatch, openOptions } from "../../../browser/driving/drive-options.ts";
import { checkNow, openPopup, waitForStatus, waitUntilSettled } from "../../../browser/driving/drive-popup.ts";
import { until } from "../../../browser/driving/until.ts";
import { INDEX_ONLY, launchWith } from "../../../browser/state/choose-settings.ts";
import { INDEX_URL, startWeb } from "../../../web/web.ts";
import { LIBRARY_ROW, type Part, rounded } from "./part.ts";

const NEW = 500;
const WORD = "quokka";
const SECOND = 1_000;
const WITHIN_S = 3;
const PATIENCE_MS = 300 * SECOND;

/** How soon an index is there to be read after it has come, and the matches of a change while popup, options and library stand open. */
export const measureNews: Part = async ({ build, index, papers }) => {
  const entries = JSON.parse(index) as Record<string, { title?: string }>;
  const newest = new Set(papers.slice(-NEW).map(({ id }) => id));
  const known = Object.fromEntries(Object.entries(entries).filter(([id]) => !newest.has(id)));
  const news = Object.fromEntries([...newest].map((id) => [id, { ...entries[id], title: `${entries[id]?.title} ${WORD}` }]));
  const profile = mkdtempSync(join(tmpdir(), "paperscout-news-"));
  let sentAt = 0;
  const web = await startWeb({
    onArrival({ url }) {
      if (url === INDEX_URL) sentAt = Date.now();
    },
  });
  const since = () => (Date.now() - sentAt) / SECOND;
  web.publishIndex(JSON.stringify(known));
  const extension = await launchWith(web, INDEX_ONLY, () => launchExtension("chrome", { proxy: web.proxy, buildFolder: build, profile }));
  try {
    const library = await extension.openPage("library.html");
    await library.waitForSelector(LIBRARY_ROW, { timeout: PATIENCE_MS });
    const installed = since();
    const options = await openOptions(extension);
    await addWatch(options, `title:${WORD}`);
    const popup = await openPopup(extension);
    await waitForStatus(popup, "Checked", PATIENCE_MS);
    await waitUntilSettled(popup, PATIENCE_MS);
    web.publishIndex(JSON.stringify({ ...known, ...news }));
    sentAt = 0;
    await checkNow(popup);
    await until(
      "all matches",
      () => countMatches(popup),
      (count) => count === NEW,
      PATIENCE_MS,
    );
    const matched = since();
    await popup.waitForFunction((count) => document.body.innerText.includes(String(count)), { timeout: PATIENCE_MS, polling: 50 }, NEW);
    const shown = since();
    await waitUntilSettled(popup, PATIENCE_MS);
    return {
      targets: [
        { name: `from the index to its first row in the library, of ${Object.keys(known).length} entries`, value: installed, unit: "s", limit: WITHIN_S },
        { name: `from a change to ${NEW} matches shown, with three pages open`, value: shown, unit: "s", limit: WITHIN_S },
      ],
      details: { [`until ${NEW} are matched (s)`]: rounded(matched), "until all is told and written (s)": rounded(since()) },
    };
  } finally {
    await extension.close();
    await web.close();
    rmSync(profile, { recursive: true, maxRetries: 5 });
  }
};

function countMatches(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("paperscout");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("matches").objectStore("matches").count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
          opening.result.close();
        };
      }),
  );
}
