import { expect, it } from "vitest";
import { found } from "../sample-knowledge.ts";
import { foundNumbers, sweepFrontier } from "./frontier.ts";

it.each<[name: string, numbers: number[], gap: number, frontier: number]>([
  ["nothing", [], 50, 0],
  ["a single number", [2300], 50, 2300],
  ["one far out", [100, 101, 5000], 50, 101],
  ["a gap as wide as the threshold", [100, 150], 50, 150],
  ["a gap one wider, and no other pair", [100, 151], 50, 100],
  ["a gap one wider above a pair", [99, 100, 151], 50, 100],
  ["a chain of found drafts", [4000, 4032, 4116, 5000, 4165], 50, 4165],
  ["two far out, which capture it", [100, 101, 5000, 5001], 50, 5001],
  ["no order and repetitions", [101, 100, 101, 99], 50, 101],
  ["a threshold of 20", [2380, 2382, 2400], 20, 2400],
  ["a threshold of 17", [2380, 2382, 2400], 17, 2382],
])("of %s", (_name, numbers, gap, frontier) => expect(sweepFrontier(numbers, gap)).toBe(frontier));

it("is fed by found files of four digits, pdf and html", () => {
  const files = ["D2430R0.pdf", "P2431R0.html", "D10000R0.pdf", "D9999R0.pdf", "D2432R0.txt", "D0042R7.html"].map((name) => found(name, 0));
  expect(foundNumbers(files)).toEqual([2430, 2431, 9999, 42]);
});
