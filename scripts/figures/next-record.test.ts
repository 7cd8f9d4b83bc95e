import { describe, expect, it } from "vitest";
import { type FigureRecord, judgeFigures } from "./judge-figures.ts";
import { nextRecord } from "./next-record.ts";

const next = (value: number, record: FigureRecord, raised: string[] = [], tolerance = 0) =>
  nextRecord(judgeFigures([{ name: "a", value, tolerance }], record), raised);

describe("a record", () => {
  it.each<[string, number, FigureRecord, string[], number, FigureRecord]>([
    ["stays", 100, { a: 100 }, [], 0, { a: 100 }],
    ["falls by itself", 90, { a: 100 }, [], 0, { a: 90 }],
    ["falls within a tolerance", 99, { a: 100 }, [], 0.03, { a: 99 }],
    ["does not rise within a tolerance", 102, { a: 100 }, [], 0.03, { a: 100 }],
    ["rises where it is named", 110, { a: 100 }, ["a"], 0, { a: 110 }],
    ["rises within a tolerance where it is named", 102, { a: 100 }, ["a"], 0.03, { a: 102 }],
    ["begins where it is named", 5, {}, ["a"], 0, { a: 5 }],
    ["loses what is gone", 100, { a: 100, b: 7 }, [], 0, { a: 100 }],
  ])("%s", (_, value, record, raised, tolerance, expected) => {
    expect(next(value, record, raised, tolerance)).toEqual({ record: expected });
  });

  it.each<[string, number, FigureRecord, string[], string]>([
    ["a rise that nobody named", 1100, { a: 1000 }, [], "a is 1,100, above its record of 1,000; where that is meant, add --raise a."],
    ["a beginning that nobody named", 5, {}, [], "a has no record; where one is meant to begin at 5, add --raise a."],
    ["raising what is as it was", 100, { a: 100 }, ["a"], "a is not above its record of 100: leave out --raise a."],
    ["raising what fell", 90, { a: 100 }, ["a"], "a is not above its record of 100: leave out --raise a."],
    ["raising what is gone", 100, { a: 100, b: 7 }, ["b"], "--raise does not know b; the figures are those that npm run figures prints."],
    ["raising what nobody knows", 100, { a: 100 }, ["c"], "--raise does not know c; the figures are those that npm run figures prints."],
  ])("refuses %s", (_, value, record, raised, problem) => {
    expect(next(value, record, raised)).toEqual({ problems: [problem] });
  });

  it("takes nothing where one of several is refused", () => {
    const judgements = judgeFigures(
      [
        { name: "a", value: 1 },
        { name: "b", value: 3 },
      ],
      { a: 2, b: 2 },
    );
    expect(nextRecord(judgements, [])).toEqual({ problems: [expect.stringContaining("b is 3")] });
    expect(nextRecord(judgements, ["b"])).toEqual({ record: { a: 1, b: 3 } });
  });

  it("is in the order of the figures", () => {
    const figures = [
      { name: "b", value: 1 },
      { name: "a", value: 1 },
    ];
    const result = nextRecord(judgeFigures(figures, { a: 1, b: 1 }), []);
    expect(Object.keys("record" in result ? result.record : {})).toEqual(["b", "a"]);
  });
});
