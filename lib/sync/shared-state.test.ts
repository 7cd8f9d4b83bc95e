import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeStates, type SharedState } from "./shared-state.ts";
import { latest, stamp } from "./stamped.ts";
import { writeItems } from "./write-items.ts";

const stamped = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, at: fc.integer({ min: 1, max: 4 }) });
const map = <Value>(keys: string[], value: fc.Arbitrary<Value>) =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 6 }).map((all) => new Map(all));

const anyState: fc.Arbitrary<SharedState> = fc.record({
  lists: map(
    ["a", "b"],
    fc.record({
      name: stamped(fc.constantFrom("a", "b", "c")),
      mode: stamped(fc.constantFrom("notify", "badge")),
      here: stamped(fc.boolean()),
      watches: map(["P1", "P2", "P3"], stamped(fc.boolean())),
    }),
  ),
  settings: map(["x", "y"], stamped(fc.oneof(fc.boolean(), fc.nat(3), fc.constantFrom("true", "1")))),
});

describe("merging", () => {
  it("does not depend on the order", () => {
    fc.assert(
      fc.property(anyState, anyState, anyState, (a, b, c) => {
        expect(writeItems(mergeStates(a, b))).toEqual(writeItems(mergeStates(b, a)));
        expect(writeItems(mergeStates(mergeStates(a, b), c))).toEqual(writeItems(mergeStates(a, mergeStates(b, c))));
      }),
    );
  });

  it("of the same again changes nothing", () => {
    fc.assert(
      fc.property(anyState, anyState, (a, b) => {
        const merged = mergeStates(a, b);
        expect(writeItems(mergeStates(a, a))).toEqual(writeItems(a));
        for (const known of [a, b, merged]) expect(writeItems(mergeStates(merged, known))).toEqual(writeItems(merged));
      }),
    );
  });

  it("changes neither of the two", () => {
    fc.assert(
      fc.property(anyState, anyState, (a, b) => {
        const before = structuredClone([a, b]);
        mergeStates(a, b);
        expect([a, b]).toEqual(before);
      }),
    );
  });
});

describe("a stamp", () => {
  it("is later than what was seen, whatever the clock says", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (now, at) => {
        const seen = { value: true, at };
        expect(latest(seen, stamp(false, now, seen)).value).toBe(false);
        expect(stamp(false, now, seen).at).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it("of the same second lets what is there stay", () => {
    expect(latest({ value: false, at: 7 }, { value: true, at: 7 }).value).toBe(true);
  });
});
