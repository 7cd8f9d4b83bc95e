import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "./json-fault.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("the place of a fault", () => {
  it.each<[text: string, line: number, column: number]>([
    ["", 1, 1],
    ["no backup", 1, 1],
    ['{"a": 1,}', 1, 9],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ["[1, 2", 1, 6],
    ['["abc', 1, 6],
    ['["a\nb"]', 1, 4],
    ['["\\x"]', 1, 3],
    ["[01]", 1, 3],
    ["{'a': 1}", 1, 2],
    ["[1] [2]", 1, 5],
    ["[\r\n1,\r\n]", 3, 1],
    ["[}", 1, 2],
  ])("in %j is line %i, column %i", (text, line, column) => {
    expect(isJson(text)).toBe(false);
    expect(findJsonFault(text)).toEqual({ line, column });
  });

  it("is nowhere in a text that is JSON, and somewhere in every other", () => {
    const pieces = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"', "1", "-", "0", ".5", "e+1", "true", "null", " ", "\n", "\\", "\u0007", "\\u00e9"),
      { maxLength: 8 },
    );
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "x", '"'))
      .map(([json, at, piece]) => json.slice(0, at % json.length) + piece + json.slice(at % json.length));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          damaged,
          pieces.map((all) => all.join("")),
        ),
        (text) => {
          expect(findJsonFault(text) === undefined).toBe(isJson(text));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("is found in whatever is deep or long", () => {
    expect(findJsonFault("[".repeat(200_000))).toEqual({ line: 1, column: 200_001 });
    expect(findJsonFault(`["${"a\\n".repeat(1_000_000)}"`)).toEqual({ line: 1, column: 3_000_004 });
  });
});
