import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { notificationId } from "../../lib/notify/compose-notification.ts";
import { createEngine } from "../../lib/work/engine.ts";
import { play, pointsOf, WAYS } from "./prove.ts";
import { SCENARIOS } from "./scenarios.ts";

const subject = { createEngine, notificationId };

describe.each(SCENARIOS)("I1 to I11 hold in $name", (scenario) => {
  it("when nothing disturbs it", async () => {
    const { points, violations } = await pointsOf(subject, scenario);
    expect(violations).toEqual([]);
    expect(points.length).toBeGreaterThan(10);
  });

  it.each(WAYS)("wherever its context $name", { timeout: 120_000 }, async ({ how, hasLocks, name }) => {
    const { points } = await pointsOf(subject, scenario);
    const broken: string[] = [];
    for (const [at, point] of points.entries()) {
      const { violations } = await play(subject, { scenario, how, hasLocks, at });
      broken.push(...violations.map((violation) => `at ${at} (${point}): ${violation}`));
    }
    console.log(`${points.length} positions: ${scenario.name}; its context ${name}`);
    expect(broken).toEqual([]);
  });
});
