import { describe, expect, it } from "vitest";
import { runCases } from "./fuzz/run-cases.ts";
import { KINDS, kindOf, spoil } from "./fuzz/spoil.ts";

describe("an input of the bench", () => {
  it("is the same for the same seed and number, and another for others", () => {
    const texts = [0, 1, 2, 3, 4, 5, 6, 700].flatMap((index) => [1, 2].map((seed) => Buffer.from(spoil(seed, index).bytes).toString("latin1")));
    const again = [0, 1, 2, 3, 4, 5, 6, 700].flatMap((index) => [1, 2].map((seed) => Buffer.from(spoil(seed, index).bytes).toString("latin1")));
    expect(again).toEqual(texts);
    expect(new Set(texts).size).toBeGreaterThan(12);
  });

  it("is of each kind in turn", () => expect(KINDS.map((_, index) => kindOf(index + KINDS.length))).toEqual(KINDS));

  it("ends in a named outcome", async () => {
    const ended = [];
    for await (const ending of runCases(7, KINDS.keys())) ended.push(ending);
    expect(ended.map(({ outcome, fault }) => typeof (outcome ?? fault))).toEqual(KINDS.map(() => "string"));
    expect(ended.map(({ fault }) => fault)).toEqual(KINDS.map(() => undefined));
  });
});
