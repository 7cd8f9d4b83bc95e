import { expect, it } from "vitest";
import { SETTINGS } from "../../../lib/terms/settings.ts";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { quietEvery } from "../../replay/freshness/policies.ts";
import { replay } from "../../replay/freshness/replay.ts";
import { makeSmallWorld, SMALL_WORLD_BEGINS } from "../../replay/freshness/small-world.ts";
import { silentLoad } from "./silent-load.ts";

const DAY_SECONDS = 86_400;
const AT = SMALL_WORLD_BEGINS + 30 * DAY_SECONDS * 1000;
const world = makeSmallWorld(3, 30);
const silence = (copies: number) => silentLoad(world, { at: AT, seconds: DAY_SECONDS, copies, random: seededRandom(5) });
const sum = (load: ArrayLike<number>) => Array.from(load).reduce((sum, requests) => sum + requests, 0);

it("all copies together ask for each file once each time that it changes hands, four times a day, however many they are", () => {
  const policy = quietEvery(SETTINGS.quietBaseMinutes.default / 60);
  const { requests } = replay(world, policy.create(AT), { startsAt: AT, endsAt: AT + DAY_SECONDS * 1000, tickMs: policy.tickMs });
  const alone = sum(requests);
  expect(alone).toBeGreaterThan(50);
  for (const copies of [2, 8, 24]) {
    const all = sum(silence(copies));
    expect(all).toBeGreaterThan(alone / 3);
    expect(all).toBeLessThan(alone * 5);
  }
});

it("no minute has a tenth of a day's requests: files change hands one by one", () => {
  const load = silence(24);
  const minutes = Array.from({ length: DAY_SECONDS / 60 }, (_, minute) => sum(load.subarray(minute * 60, (minute + 1) * 60)));
  expect(Math.max(...minutes.slice(30))).toBeLessThan(sum(load) / 10);
});
