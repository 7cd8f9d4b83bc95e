import type { Browser } from "puppeteer-core";
import { isBrowsersOwn } from "../../test/browser/browsers/browsers-own-hosts.ts";
import { secondsSince } from "../running/progress.mjs";
import type { Cast } from "./cast.ts";
import { takePicture } from "./pictures.ts";

/** What it took, and whom anybody asked. */
export function summarize({ web, pictures }: Pick<Cast, "web" | "pictures">, start: number): void {
  const rows: [string, string][] = [["took", secondsSince(start)]];
  if (pictures.length > 0) rows.push(["screenshots", pictures.join(" ")]);
  if (web) {
    const refused = [...new Set(web.refusals.map(({ host }) => host))];
    const strange = refused.filter((host) => !isBrowsersOwn(host));
    const own = refused.length - strange.length;
    rows.push(
      ["requests", web.arrivals.map(({ method, url, status, bytes }) => `${method} ${url} ${status}, ${bytes} bytes`).join("; ")],
      [
        "other hosts",
        strange.length > 0
          ? `asked for and refused: ${strange.join(", ")}`
          : `none by the extension${own > 0 ? ` (${own} by the browser itself, refused)` : ""}`,
      ],
    );
  }
  console.log();
  for (const [name, text] of rows) console.log(`${name.padEnd(12)} ${text}`);
}

/** Leaves the browser to the person until Ctrl-C, or until they close it. */
export async function untilClosed(browser: Browser): Promise<void> {
  console.log("\nThe browser stays open for you to look around. Ctrl-C ends it.");
  // puppeteer's own listener would end this process with 130 before anything is closed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => new Promise((resolve) => process.on(signal, resolve)));
  const closed = new Promise((resolve) => browser.once("disconnected", resolve));
  await Promise.race([...signals, closed]);
}

/** What is to be seen where the story has ended before its time. */
export async function pictureFailure(cast: Pick<Cast, "pictures">, browser: Browser | undefined): Promise<void> {
  const pages = (await browser?.pages()) ?? [];
  for (const [position, page] of pages.entries()) {
    // page.url() is not to be trusted: Firefox does not tell puppeteer where pages of an extension are.
    try {
      // A page behind another is drawn so seldom that its picture would take half a minute.
      await page.bringToFront();
      if (await page.evaluate(() => location.protocol !== "about:")) await takePicture(cast, page, `failed-${position + 1}`);
    } catch (error) {
      console.error(`no screenshot: ${error}`);
    }
  }
  if (cast.pictures.length > 0) console.error(`screenshots  ${cast.pictures.join(" ")}`);
}
