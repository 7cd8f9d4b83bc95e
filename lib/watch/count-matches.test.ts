import { expect, it } from "vitest";
import { countMatches } from "./count-matches.ts";
import { samplePaper } from "./sample-paper.ts";

it("counts the papers that a watch would match, in any iterable", () => {
  const papers = ["P2300R0", "P2300R1", "D2300R2", "LWG2300", "N2300"].map((id) => samplePaper(id));
  expect(countMatches({ kind: "paper", text: "P2300" }, papers)).toBe(3);
  expect(countMatches({ kind: "paper", text: "P2300R1" }, new Set(papers).values())).toBe(1);
  expect(countMatches({ kind: "paper", text: "P9999" }, papers)).toBe(0);
});
