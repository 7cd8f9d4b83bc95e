import { median } from "../../report.ts";
import { longestTask, type PageTimes } from "../page-clock.ts";
import { scrollThrough } from "../scroll-through.ts";
import { typeSteadily } from "../type-queries.ts";
import { LIBRARY_ROW, megabytes, type Part, rounded, shiftTarget, taskTarget } from "./part.ts";

const QUERIES = 50;

/** How the library's list opens, scrolls and is searched. */
export const measureLibrary: Part = async ({ stage, queries, runs }) => {
  const { timeOf, clocked, weighed } = await stage();
  const opened: PageTimes[] = [];
  while (opened.length < runs) opened.push(await timeOf("library.html", LIBRARY_ROW));
  const scrolledPage = await clocked("library.html", LIBRARY_ROW);
  const scrolled = await scrollThrough(scrolledPage, LIBRARY_ROW);
  const scrollTask = await longestTask(scrolledPage);
  await scrolledPage.close();
  const peak = await weighed("library.html", LIBRARY_ROW, (page) => scrollThrough(page, LIBRARY_ROW));
  const searched = await clocked("library.html", LIBRARY_ROW);
  await typeSteadily(
    searched,
    queries.slice(0, QUERIES).map(({ exact }) => exact),
  );
  const searchTask = await longestTask(searched);
  await searched.close();
  return {
    targets: [
      taskTarget("library opens", Math.max(...opened.map(({ longestTaskMs }) => longestTaskMs))),
      taskTarget("library scrolls", scrollTask),
      taskTarget("library searches", searchTask),
      { name: "library: screens scrolled to with a gap", value: scrolled.gaps, unit: "", limit: 0 },
      shiftTarget("library", Math.max(...opened.map(({ layoutShift }) => layoutShift))),
    ],
    details: {
      "library's first row, median (ms)": rounded(median(opened.map(({ firstRowMs }) => firstRowMs))),
      "screens scrolled in the library": scrolled.screens,
      "peak heap of the library as it scrolls (MB)": megabytes(peak.page),
      "peak heap of its threads (MB)": megabytes(peak.workers),
    },
  };
};
