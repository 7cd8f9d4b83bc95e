import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Retry, retryDelayMs } from "./retry.ts";

const ERROR = { kind: "Error", message: "no" };
const FIRST = [1, 2, 3, 4, 5, 6];

const waits = fc.record({
  wait: fc.constantFrom("constant" as const, "linear" as const, "exponential" as const),
  delayMs: fc.nat(1e6),
  maxMs: fc.nat(1e9),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
});
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("the wait before another attempt", () => {
  it.each([
    ["constant", [10, 10, 10, 10, 10, 10]],
    ["linear", [10, 20, 30, 40, 50, 60]],
    ["exponential", [10, 20, 40, 80, 100, 100]],
  ] as const)("that is %s is %j at first", (wait, expected) => {
    expect(FIRST.map((attempts) => retryDelayMs({ wait, delayMs: 10, maxMs: 100 }, attempts, ERROR, 0.9))).toEqual(expected);
  });

  it.each([
    [0, 1000],
    [0.5, 900],
    [0.999, 800],
  ])("is left to chance in part only: with %s it is %s", (random, expected) => {
    expect(retryDelayMs({ wait: "exponential", delayMs: 1000, maxMs: 5000, jitter: 0.2 }, 1, ERROR, random)).toBe(expected);
  });

  it("never exceeds its maximum, nor falls below what is not left to chance", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 10_000 }), chance, (retry, attempts, random) => {
        const delay = retryDelayMs(retry, attempts, ERROR, random) ?? Number.NaN;
        expect(delay).toBeLessThanOrEqual(retry.maxMs);
        expect(delay).toBeGreaterThanOrEqual(Math.floor(Math.min(retry.delayMs, retry.maxMs) * (1 - retry.jitter)));
      }),
    );
  });

  it("does not get shorter from one attempt to the next", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 100 }), chance, (retry, attempts, random) => {
        const [one = Number.NaN, next = Number.NaN] = [attempts, attempts + 1].map((attempts) => retryDelayMs(retry, attempts, ERROR, random));
        expect(next).toBeGreaterThanOrEqual(one);
      }),
    );
  });
});

describe("an error of a kind of its own", () => {
  const retry: Retry = {
    wait: "constant",
    delayMs: 10,
    maxMs: 10,
    byError: { refused: "never", busy: { wait: "linear", delayMs: 1000, maxMs: 2500 } },
  };

  it.each([
    ["refused", [undefined, undefined, undefined]],
    ["busy", [1000, 2000, 2500]],
    ["other", [10, 10, 10]],
  ])("%s waits %j", (kind, expected) => {
    expect([1, 2, 3].map((attempts) => retryDelayMs(retry, attempts, { kind, message: "" }, 0))).toEqual(expected);
  });
});
