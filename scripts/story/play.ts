import { isBrowsersOwn } from "../../test/browser/browsers/browsers-own-hosts.ts";
import { hasDisplay } from "../running/has-display.ts";
import { secondsSince } from "../running/progress.mjs";
import { addWatches, checkNextDay, firstCheck, startBrowser, startDouble, tellNews } from "./acts.ts";
import type { Cast } from "./cast.ts";
import { chooseWatches } from "./choose-watches.ts";
import { expectedNews } from "./expected-news.ts";
import { clearPictures, takePicture } from "./pictures.ts";
import { readStartOptions, type StartOptions } from "./start-options.mjs";
import { createSteps, StepFailed } from "./steps.ts";
import { readTwoDays } from "./two-days.ts";

const asked = readStartOptions(process.argv.slice(2));
if (!("options" in asked)) throw new Error("scripts/start.mjs has let pass what it should not");
process.exitCode = await play(asked.options);

/** Plays the whole story and cleans up after it; gives the exit code. */
async function play(options: StartOptions): Promise<number> {
  const headless = options.headless || !hasDisplay();
  const cast: Cast = { pictures: [] };
  const start = performance.now();
  clearPictures();
  try {
    await (options.live ? playLive(cast, options, headless) : playTwoDays(cast, options, headless));
    summarize(cast, start);
    if (!headless) await untilClosed(cast);
    return 0;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(`\nThe story ends here. ${error.message}`);
    await pictureFailure(cast);
    return 1;
  } finally {
    await cast.extension?.close();
    await cast.web?.close();
  }
}

async function playTwoDays(cast: Cast, options: StartOptions, headless: boolean): Promise<void> {
  const { first, next, source } = readTwoDays(options);
  const chosen = chooseWatches(first.entries, next.entries);
  const expected = expectedNews(
    first.entries,
    next.entries,
    chosen.map(({ watch }) => watch),
  );
  console.log(`The index: ${source}\n`);
  const { step } = createSteps();
  await step("A double of wg21.link, isocpp.org and www.open-std.org", () => startDouble(cast, first));
  await step("The browser starts with PaperScout", () => startBrowser(cast, options.browser ?? "chrome", headless));
  await step("The first check, in silence", () => firstCheck(cast));
  await step("Four watches are added on the options page", () => addWatches(cast, chosen, first));
  await step("A day later there is a new index; “Check now” in the popup", () => checkNextDay(cast, next, expected));
  await step("PaperScout tells what it found", () => tellNews(cast, expected));
}

async function playLive(cast: Cast, options: StartOptions, headless: boolean): Promise<void> {
  console.log("The real wg21.link\n");
  const { step } = createSteps();
  await step("The browser starts with PaperScout", () => startBrowser(cast, options.browser ?? "chrome", headless));
  await step("The first check, in silence", () => firstCheck(cast));
  console.log("\nWhat comes next cannot be scripted: papers appear when the committee writes them.");
  if (!headless) console.log("Add watches on the options page and leave the browser open; PaperScout checks every 30 minutes.");
}

function summarize({ web, pictures }: Cast, start: number): void {
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
async function untilClosed({ extension }: Cast): Promise<void> {
  if (!extension) return;
  console.log("\nThe browser stays open for you to look around. Ctrl-C ends it.");
  // puppeteer's own listener would end this process with 130 before anything is closed.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => new Promise((resolve) => process.on(signal, resolve)));
  const closed = new Promise((resolve) => extension.browser.once("disconnected", resolve));
  await Promise.race([...signals, closed]);
}

async function pictureFailure(cast: Cast): Promise<void> {
  const pages = (await cast.extension?.browser.pages()) ?? [];
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
