import { diffArrays } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastPath } from "./least-path.ts";

const row = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const shown = (before: string, after: string, most = 100) => leastPath(row(before), row(after), most)?.map(({ kind, count }) => `${kind} ${count}`);

describe("the least steps", () => {
  it.each<[before: string, after: string, steps: string[]]>([
    ["", "", []],
    ["ab", "ab", ["same 2"]],
    ["", "ab", ["added 2"]],
    ["ab", "", ["removed 2"]],
    ["abc", "axc", ["same 1", "removed 1", "added 1", "same 1"]],
    ["ab", "xaby", ["added 1", "same 2", "added 1"]],
  ])("from %j to %j", (before, after, steps) => expect(shown(before, after)).toEqual(steps));

  it("are none where they are too many", () => {
    expect(shown("abc", "xyz", 5)).toBeUndefined();
    expect(shown("abc", "xyz", 6)).toBeDefined();
    expect(shown("abc", "abc", 0)).toEqual(["same 3"]);
  });

  it("are those of the package diff, to the order of what is removed and added", () => {
    const numbers = fc.array(fc.nat(5), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, numbers, fc.nat(60), (before, after, most) => {
        const changes = diffArrays(before, after, { maxEditLength: most });
        const steps = changes?.map(({ added, removed, count }) => ({ kind: added ? "added" : removed ? "removed" : "same", count }));
        expect(leastPath(before, after, most)).toEqual(steps);
      }),
      { numRuns: 2_000 },
    );
  });
});
