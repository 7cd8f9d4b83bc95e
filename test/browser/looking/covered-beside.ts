import type { Page } from "puppeteer-core";

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
  const shown = await draw();
  await page.$eval("[data-stormy]", (row) => {
    (row as HTMLElement).style.visibility = "hidden";
  });
  const hidden = await draw();
  await page.$eval("[data-stormy]", (row) => {
    (row as HTMLElement).style.visibility = "";
    row.removeAttribute("data-stormy");
  });
  return (["before", "after"] as const).filter((_, place) => shown[place] !== hidden[place]);
}
