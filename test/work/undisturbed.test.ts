import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { notificationId } from "../../lib/notify/compose-notification.ts";
import { createEngine } from "../../lib/work/engine.ts";
import { pointsOf } from "./prove.ts";
import { SCENARIOS } from "./scenarios.ts";

it.each(SCENARIOS)("I1 to I15 hold in $name when nothing disturbs it", async (scenario) => {
  const { points, violations } = await pointsOf({ createEngine, notificationId }, scenario);
  expect(violations).toEqual([]);
  expect(points.length).toBeGreaterThan(10);
});
