import { secondsSince, startProgress } from "../running/progress.mjs";

/** What a step has to tell below its line. */
export type Told = string[];

export class StepFailed extends Error {
  override name = "StepFailed";
}

/** Runs the steps of the story, one line each with its time; the lines that a step gives stand below it. */
export function createSteps(): { step(title: string, run: () => Promise<Told>): Promise<void> } {
  let steps = 0;
  return {
    /** Rejects with StepFailed, whose message says which step it was. */
    async step(title, run) {
      const start = performance.now();
      const number = String(++steps).padStart(2);
      const progress = startProgress(`${number}  ${title}`);
      const line = (sign: string) => `${sign} ${number}  ${title.padEnd(64)} ${secondsSince(start).padStart(7)}`;
      let told: Told;
      try {
        told = await run();
      } catch (error) {
        progress.end(line("✗"));
        throw new StepFailed(`step ${number.trim()}, ${title}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
      progress.end(line("✓"));
      for (const text of told) console.log(`       ${text}`);
    },
  };
}
