import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Extension } from "../../test/browser/browsers/extension.ts";
import { preferColours } from "../../test/browser/looking/prefer-colours.ts";
import { ROOT } from "../running/run-logged.mjs";
import type { Cast } from "./cast.ts";

const FOLDER = ".output/start";

/** Empties the folder of the pictures, so that none is of another day. */
export function clearPictures(): void {
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(join(ROOT, FOLDER), { recursive: true });
}

/** A picture of the page at this width, as high as the page is, and one in the dark. The page is left as it was. */
export async function takePictures(cast: Pick<Cast, "pictures">, extension: Extension, page: Page, name: string, width: number): Promise<void> {
  await page.bringToFront();
  for (const colours of ["light", "dark"] as const) {
    await preferColours(extension, page, colours);
    await page.setViewport({ width, height: 600 });
    // As high as the page: on a picture of a scrolled one there is a gap for the scroll bar.
    await page.setViewport({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    await transitionsOver(page);
    await takePicture(cast, page, colours === "dark" ? `${name}-dark` : name);
  }
  await preferColours(extension, page, "light");
  await page.setViewport(null);
}

export async function takePicture(cast: Pick<Cast, "pictures">, page: Page, name: string): Promise<void> {
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path: join(ROOT, path) as `${string}.png`, fullPage: true });
  cast.pictures.push(path);
}

/** New colours fade in, and a picture taken meanwhile shows neither the old ones nor the new. */
async function transitionsOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}
