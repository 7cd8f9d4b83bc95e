import { median } from "../../report.ts";
import { BLANK_PAGE } from "../blank-page.ts";
import type { PageTimes } from "../page-clock.ts";
import { type Part, POPUP_ROW, rounded, shiftTarget, taskTarget } from "./part.ts";

/** A browser is started for each. */
const COLD_SHARE = 1 / 4;

/** How soon the popup shows its first row: opened again and again, with its background stopped right before, and as the first page in a browser just started. */
export const measurePopup: Part = async ({ stage, runs }) => {
  const { timeOf, stopBackground, restart } = await stage();
  const warm: PageTimes[] = [];
  const blank: PageTimes[] = [];
  const stopped: PageTimes[] = [];
  const cold: PageTimes[] = [];
  for (let run = 0; run < runs; run++) {
    blank.push(await timeOf(BLANK_PAGE, POPUP_ROW));
    warm.push(await timeOf("popup.html", POPUP_ROW));
    await stopBackground();
    stopped.push(await timeOf("popup.html", POPUP_ROW));
  }
  for (let run = 0; run < Math.ceil(runs * COLD_SHARE); run++) {
    await restart();
    cold.push(await timeOf("popup.html", POPUP_ROW));
  }
  const firstRow = (times: PageTimes[]) => rounded(median(times.map(({ firstRowMs }) => firstRowMs)));
  return {
    targets: [
      {
        name: "popup's first row / first row of a blank page",
        // Within a run, since a slow moment of the machine slows both.
        value: median(warm.map(({ firstRowMs }, run) => firstRowMs / (blank[run]?.firstRowMs ?? Number.NaN))),
        unit: "x",
        limit: 1.6,
      },
      taskTarget("popup opens", Math.max(...warm.map(({ longestTaskMs }) => longestTaskMs))),
      shiftTarget("popup", Math.max(...[...warm, ...stopped, ...cold].map(({ layoutShift }) => layoutShift))),
    ],
    details: {
      "popup's first row, median (ms)": firstRow(warm),
      "the same with its background stopped, median (ms)": firstRow(stopped),
      "the same as the first page of a browser just started, median (ms)": firstRow(cold),
      "blank page's first row, median (ms)": firstRow(blank),
    },
  };
};
