import { hasDisplay } from "../running/has-display.ts";
import type { SharedCast } from "./cast.ts";
import { pictureFailure, summarize, untilClosed } from "./curtain.ts";
import { clearPictures } from "./pictures.ts";
import { findOne, startScout, subscribeBoth, tellBoth } from "./shared-acts.ts";
import type { StartOptions } from "./start-options.mjs";
import { createSteps, StepFailed } from "./steps.ts";

/** Plays the story of shared finds, with two browsers of one kind, and cleans up after it; gives the exit code. */
export async function playShared(options: StartOptions): Promise<number> {
  const headless = options.headless || !hasDisplay();
  const name = options.browser ?? "chrome";
  const cast: SharedCast = { pictures: [], extensions: [], pages: [] };
  const start = performance.now();
  clearPictures();
  const { step } = createSteps();
  try {
    await step("A scout publishes what a double of isocpp.org has", () => startScout(cast));
    await step("Two browsers with PaperScout subscribe to its feed", () => subscribeBoth(cast, [name, name], headless));
    await step("A draft appears, and the scout finds it", () => findOne(cast));
    await step("PaperScout tells of it in both, after a look at isocpp.org", () => tellBoth(cast));
    summarize(cast, start);
    if (!headless && cast.extensions[0]) await untilClosed(cast.extensions[0].browser);
    return 0;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(`\nThe story ends here. ${error.message}`);
    await pictureFailure(cast, cast.extensions[0]?.browser);
    return 1;
  } finally {
    for (const extension of cast.extensions) await extension.close();
    await cast.scout?.remove();
    await cast.web?.close();
  }
}
