import type { Page } from "puppeteer-core";
import { until } from "../driving/until.ts";

/** Marks that stand on one letter: where nothing holds them, they cover what is above. */
export const STORM = `a${"\u0301".repeat(500)}`;

/**
 * Which of the rows before and after one are drawn otherwise as long as that one is shown: its ink lies on them. The rows
 * are those that the selector names, the one is that whose text holds the words.
 */
export async function coveredBeside(page: Page, rows: string, words: string): Promise<("before" | "after")[]> {
  const beside = await page.evaluate(
    (rows, words) => {
      const all = [...document.querySelectorAll<HTMLElement>(rows)];
      const place = all.findIndex((row) => row.innerText.includes(words));
      all[place]?.scrollIntoView({ block: "center" });
      all[place]?.setAttribute("data-stormy", "");
      return [all[place - 1], all[place + 1]].map((row) => {
        const { x = 0, y = 0, width = 0, height = 0 } = row?.getBoundingClientRect() ?? {};
        return { x, y: y + scrollY, width, height };
      });
    },
    rows,
    words,
  );
  if (!(await page.$("[data-stormy]"))) throw new Error(`no row holds "${words}"`);
  const draw = async () => {
    const drawn: string[] = [];
    for (const clip of beside) drawn.push(clip.height === 0 ? "" : await page.screenshot({ clip, encoding: "base64" }));
    return drawn;
  };
  const show = (visibility: "" | "hidden") =>
    page.$eval("[data-stormy]", (row, visibility) => (row as HTMLElement).style.setProperty("visibility", visibility), visibility);
  // What is drawn otherwise with the row there in both was moving by itself: a ticking clock, a scroll that ends.
  const { shown, hidden } = await until(
    "a page that stands still",
    async () => {
      const shown = await draw();
      await show("hidden");
      const hidden = await draw();
      await show("");
      return { shown, hidden, again: await draw() };
    },
    ({ shown, again }) => shown.join() === again.join(),
  );
  await page.$eval("[data-stormy]", (row) => row.removeAttribute("data-stormy"));
  return (["before", "after"] as const).filter((_, place) => shown[place] !== hidden[place]);
}
