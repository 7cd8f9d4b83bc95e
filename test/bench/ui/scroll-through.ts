import type { Page } from "puppeteer-core";

export interface Scrolled {
  screens: number;
  /** Screens of which some place in the middle held no row when they were painted. */
  gaps: number;
  /** In the document at the end. */
  rows: number;
}

const MOST_SCREENS = 400;

/** What grows at its end may take so long to do it. */
const GROWTH_MS = 500;

/** Scrolls down a screen at a time, each as soon as the one before is painted, to the end or through 400 screens, and looks for rows at five heights, but not under what stays in sight. */
export function scrollThrough(page: Page, row: string): Promise<Scrolled> {
  return page.evaluate(
    async (row, most, growthMs) => {
      const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      let screens = 0;
      let gaps = 0;
      const rows = () => document.querySelectorAll(row);
      const isUnderWhatStays = (y: number) => {
        for (let element = document.elementFromPoint(innerWidth / 2, y); element; element = element.parentElement)
          if (getComputedStyle(element).position === "sticky") return true;
        return false;
      };
      const move = async () => {
        const [from, began] = [scrollY, performance.now()];
        do {
          scrollBy(0, innerHeight);
          await painted();
        } while (scrollY === from && performance.now() - began < growthMs);
        return scrollY > from;
      };
      while (screens < most && (await move())) {
        screens++;
        const boxes = [...rows()].map((element) => element.getBoundingClientRect());
        const [first, last] = [Math.min(...boxes.map(({ top }) => top)), Math.max(...boxes.map(({ bottom }) => bottom))];
        const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        // Headings of days and the like may lie between two rows, but nothing as high as a row and a half.
        const height = Math.max(...boxes.map(({ height }) => height));
        const isCovered = [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => {
          const y = innerHeight * share;
          return (
            isUnderWhatStays(y) ||
            boxes.some(({ top, bottom }) => top - height / 2 <= y && y <= bottom + height / 2) ||
            (isEnd && y > last) ||
            (scrollY < innerHeight && y < first)
          );
        });
        if (!isCovered) gaps++;
      }
      return { screens, gaps, rows: rows().length };
    },
    row,
    MOST_SCREENS,
    GROWTH_MS,
  );
}
