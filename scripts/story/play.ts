import { hasDisplay } from "../running/has-display.ts";
import { addWatches, checkNextDay, firstCheck, startBrowser, startDouble, tellNews } from "./acts.ts";
import type { Cast } from "./cast.ts";
import { chooseWatches } from "./choose-watches.ts";
import { pictureFailure, summarize, untilClosed } from "./curtain.ts";
import { expectedNews } from "./expected-news.ts";
import { clearPictures } from "./pictures.ts";
import { playShared } from "./play-shared.ts";
import { readStartOptions, type StartOptions } from "./start-options.mjs";
import { createSteps, StepFailed } from "./steps.ts";
import { readTwoDays } from "./two-days.ts";

const asked = readStartOptions(process.argv.slice(2));
if (!("options" in asked)) throw new Error("scripts/start.mjs has let pass what it should not");
process.exitCode = await (asked.options.shared ? playShared(asked.options) : play(asked.options));

/** Plays the whole story and cleans up after it; gives the exit code. */
async function play(options: StartOptions): Promise<number> {
  const headless = options.headless || !hasDisplay();
  const cast: Cast = { pictures: [] };
  const start = performance.now();
  clearPictures();
  try {
    await (options.live ? playLive(cast, options, headless) : playTwoDays(cast, options, headless));
    summarize(cast, start);
    if (!headless && cast.extension) await untilClosed(cast.extension.browser);
    return 0;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(`\nThe story ends here. ${error.message}`);
    await pictureFailure(cast, cast.extension?.browser);
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
