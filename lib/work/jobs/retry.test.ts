import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryDelayMs } from "./retry.ts";

const FIRST = [1, 2, 3, 4, 5, 6];

const waits = fc.record({ delayMs: fc.nat(1e6), maxMs: fc.nat(1e9), jitter: fc.double({ min: 0, max: 1, noNaN: true }) });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("the wait before another attempt", () => {
  it.each([
    [10, 100, [10, 20, 40, 80, 100, 100]],
    [10, 10, [10, 10, 10, 10, 10, 10]],
    [10, 5, [5, 5, 5, 5, 5, 5]],
    [0, 100, [0, 0, 0, 0, 0, 0]],
  ])("from %i ms to %i ms doubles: %j", (delayMs, maxMs, expected) => {
    expect(FIRST.map((attempts) => retryDelayMs({ delayMs, maxMs }, attempts, 0.9))).toEqual(expected);
  });

  it.each([
    [0, 1000],
    [0.5, 900],
    [0.999, 800],
  ])("is left to chance in part only: with %s it is %s", (random, expected) => {
    expect(retryDelayMs({ delayMs: 1000, maxMs: 5000, jitter: 0.2 }, 1, random)).toBe(expected);
  });

  it("never exceeds its maximum, nor falls below what is not left to chance", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 10_000 }), chance, (retry, attempts, random) => {
        const delay = retryDelayMs(retry, attempts, random);
        expect(delay).toBeLessThanOrEqual(retry.maxMs);
        expect(delay).toBeGreaterThanOrEqual(Math.floor(Math.min(retry.delayMs, retry.maxMs) * (1 - retry.jitter)));
      }),
    );
  });

  it("does not get shorter from one attempt to the next", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 100 }), chance, (retry, attempts, random) => {
        expect(retryDelayMs(retry, attempts + 1, random)).toBeGreaterThanOrEqual(retryDelayMs(retry, attempts, random));
      }),
    );
  });
});
