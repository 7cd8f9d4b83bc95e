import { median } from "../../report.ts";
import { longestTask } from "../page-clock.ts";
import { measureSearchQuality } from "../search-quality.ts";
import { resultsSinceOpening, typeOnOpening } from "../type-on-opening.ts";
import { typeQueries } from "../type-queries.ts";
import { at, megabytes, type Part, POPUP_ROW, rounded, taskTarget } from "./part.ts";

/** Of which the heap is looked at: looking takes time from what is measured. */
const QUERIES_WEIGHED = 50;

/** Whether the popup's search finds what was meant, and how soon. */
export const measureSearch: Part = async ({ stage, papers, queries, runs }) => {
  const quality = measureSearchQuality(papers, { queries: queries.length });
  const { browser, root, clocked, weighed } = await stage();
  const sinceOpening: number[] = [];
  const firstHits: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await clocked("popup.html", POPUP_ROW);
    const letter = queries[run % queries.length]?.exact.slice(0, 1) ?? "a";
    firstHits.push(...(await typeQueries(page, [letter])));
    await page.close();
    const opened = await browser().newPage();
    await typeOnOpening(opened, letter);
    await opened.goto(`${root}popup.html`);
    sinceOpening.push(await resultsSinceOpening(opened));
    await opened.close();
  }
  const searching = await clocked("popup.html", POPUP_ROW);
  const typed = await typeQueries(
    searching,
    queries.map(({ exact, mistyped }, place) => (place % 2 === 0 ? exact : mistyped)),
  );
  const keys = typed.sort((a, b) => a - b);
  const task = await longestTask(searching);
  await searching.close();
  const exactly = queries.slice(0, QUERIES_WEIGHED).map(({ exact }) => exact);
  const peak = await weighed("popup.html", POPUP_ROW, (page) => typeQueries(page, exactly));
  return {
    targets: [
      taskTarget("search", task),
      { name: "words of a paper that do not find it among ten", value: (1 - quality.exact) * 100, unit: "%", limit: 5 },
      { name: "the same with one slip of the hand", value: (1 - quality.mistyped) * 100, unit: "%", limit: 10 },
    ],
    details: {
      series: quality.series,
      "first result after opening the popup, from the first letter, median (ms)": rounded(median(firstHits)),
      "the same from the popup's opening, median (ms)": rounded(median(sinceOpening)),
      "letters typed": keys.length,
      "results for a letter, p50 (ms)": rounded(at(keys, 0.5)),
      "results for a letter, p95 (ms)": rounded(at(keys, 0.95)),
      "search alone in Node, p50 (ms)": rounded(quality.keystroke.p50),
      "search alone in Node, p95 (ms)": rounded(quality.keystroke.p95),
      "search gets ready in Node (ms)": rounded(quality.build),
      ...Object.fromEntries(Object.entries(quality.mistypedBy).map(([slip, share]) => [`found with a slip, ${slip} (%)`, rounded(share * 100)])),
      "peak heap of the popup as it searches (MB)": megabytes(peak.page),
      "peak heap of its search's thread (MB)": megabytes(peak.workers),
    },
  };
};
