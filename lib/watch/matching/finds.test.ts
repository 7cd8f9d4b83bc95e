import fc from "fast-check";
import { expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import { noteFind, startFinds } from "./finds.ts";

it("counts each paper once and keeps the newest documents, whatever their order", () => {
  const papers = [
    samplePaper("P2300R1", { date: "2024-03-01" }),
    samplePaper("P2300R2", { date: "2024-03-01" }),
    samplePaper("P2200R0", { date: "2024-03-01" }),
    samplePaper("P1000R0", { date: "2025" }),
    samplePaper("P9000R0"),
    samplePaper("P0001R0", { date: "1999-11" }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(papers, { minLength: 6 }), (shuffled) => {
      const finds = startFinds();
      for (const paper of shuffled) noteFind(finds, paper, 4);
      expect(finds.count).toBe(5);
      expect(finds.newest.map(({ id }) => id)).toEqual(["P1000R0", "P2300R2", "P2300R1", "P2200R0"]);
    }),
  );
});
