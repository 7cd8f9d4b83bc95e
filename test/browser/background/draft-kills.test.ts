import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { DRAFT_PHASES, DRAFT_PHASES_HIT, killDrafts } from "../killing/kill-drafts.ts";
import { DRAFTS_ONLY, draftsIndex } from "../published/published-drafts.ts";

const KILLS = 24;
/** SEED=… repeats a run, as far as two runs of a browser are alike. */
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const CYCLE_MS = 900_000;

inEachBrowser(
  "a background that is killed while it asks for drafts",
  (web) => web.publishIndex(draftsIndex()),
  (stage) => {
    it(
      "leaves what one that was never killed leaves, and has asked for no file more often than its kills allow",
      async () => {
        console.log(`${stage().browserName}: SEED=${SEED}`);
        const report = await killDrafts(stage(), { kills: KILLS, seed: SEED });
        console.log(`${stage().browserName}:`, JSON.stringify(report));
        expect(report.violations).toEqual([]);
        expect(DRAFT_PHASES.filter((phase) => report.phases[phase] > 0).length).toBeGreaterThanOrEqual(DRAFT_PHASES_HIT);
      },
      CYCLE_MS,
    );
  },
  DRAFTS_ONLY,
);
