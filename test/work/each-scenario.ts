import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { notificationId } from "../../lib/notify/compose-notification.ts";
import { createEngine } from "../../lib/work/engine.ts";
import { play, pointsOf, positionsOf } from "./prove.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { Way } from "./ways.ts";

const subject = { createEngine, notificationId };

/** Hundreds of lives are played in one test; this is to end what hangs. */
const HANGS_MS = 20 * 60_000;

/** Describes that all invariants hold in each scenario wherever it is disturbed in each of these ways. */
export function inEachScenario(ways: Way[]): void {
  describe.each(SCENARIOS)("I1 to I15 hold in $name", (scenario) => {
    const own = ways
      .filter(({ role }) => role !== "heavy" || scenario.isApart)
      .map((way) => ({ ...way, where: way.every === undefined ? "wherever" : `at one of ${way.every} points where` }));
    // Where two of its points have left the same behind, a context that ends there ends the same way.
    it.each(own)("$where its context $name", { timeout: HANGS_MS }, async (way) => {
      const { points, violations } = await pointsOf(subject, scenario);
      expect(violations).toEqual([]);
      const all = positionsOf(points, { ...way, isEnd: false, every: 1 });
      const positions = positionsOf(points, way);
      expect(positions.length).toBeGreaterThan(0);
      const broken: string[] = [];
      for (const { position, name } of positions) {
        const { violations } = await play(subject, scenario, { way, at: position });
        broken.push(...violations.map((violation) => `at ${position} (${name}): ${violation}`));
      }
      console.log(`${all.length} positions, ${positions.length} tried: ${scenario.name}; its context ${way.name}`);
      expect(broken).toEqual([]);
    });
  });
}
