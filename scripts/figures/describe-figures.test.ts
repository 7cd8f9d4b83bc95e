import { describe, expect, it } from "vitest";
import { figureProblems, figureTable } from "./describe-figures.ts";
import { judgeFigures } from "./judge-figures.ts";

const judgements = judgeFigures(
  [
    { name: "popup-bytes", value: 61_900, tolerance: 0.003 },
    { name: "files", value: 2 },
    { name: "lines", value: 90 },
    { name: "held", value: 5 },
    { name: "fresh", value: 7 },
  ],
  { "popup-bytes": 61_668, files: 1, lines: 100, held: 5, old: 1_234 },
);

it("shows each figure, its record and the difference in columns", () => {
  expect(figureTable(judgements)).toBe(
    [
      "figure          now  recorded  difference",
      "popup-bytes  61,900    61,668        +232  worse",
      "files             2         1          +1  worse",
      "lines            90       100         -10  better",
      "held              5         5           0",
      "fresh             7         -           -  new",
      "old               -     1,234           -  gone",
    ].join("\n"),
  );
});

describe("what is wrong", () => {
  it("is told with what to do", () => {
    expect(figureProblems(judgements, "docs/figures.json")).toEqual([
      "popup-bytes is 61,900, 61,668 is recorded (up to 61,853 may come from another machine). Bring it down, or, in a commit that says why: npm run figures -- --write --raise popup-bytes",
      "files is 2, 1 is recorded. Bring it down, or, in a commit that says why: npm run figures -- --write --raise files",
      "fresh is not in docs/figures.json. To begin its record: npm run figures -- --write --raise fresh",
      "old is in docs/figures.json, but nothing measures it any more. To take it out: npm run figures -- --write",
    ]);
  });

  it("is nothing where all figures hold", () => {
    expect(figureProblems(judgeFigures([{ name: "a", value: 1 }], { a: 2 }), "docs/figures.json")).toEqual([]);
  });
});
