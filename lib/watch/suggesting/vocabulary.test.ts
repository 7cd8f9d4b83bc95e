import { expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import { gatherFrom, startGathering, vocabularyOf } from "./vocabulary.ts";

it("counts each spelling once a paper, most frequent first, and names a series by its newest title", () => {
  const gathering = startGathering();
  for (const paper of [
    samplePaper("P0100R1", { title: "Rings and rings", authors: ["Ada Lovelace", "Ada Lovelace"], audience: ["LEWG"] }),
    samplePaper("P0100R0", { title: "Old rings", authors: ["Ada Lovelace", "Émile"], audience: ["SG1", "LEWG"] }),
    samplePaper("D0100R2"),
    samplePaper("N4950", { title: "Working Draft" }),
    samplePaper("LWG100", { title: "Rings", authors: ["Nobody"], audience: ["LWG"] }),
  ])
    gatherFrom(gathering, paper);
  const { authors, audiences, words, papers } = vocabularyOf(gathering);
  expect(authors).toEqual([
    { text: "Ada Lovelace", key: " ada lovelace", papers: 2 },
    { text: "Émile", key: " emile", papers: 1 },
  ]);
  expect(audiences.map(({ text, papers }) => [text, papers])).toEqual([
    ["LEWG", 2],
    ["SG1", 1],
  ]);
  expect(words[0]).toEqual({ text: "rings", key: " rings", papers: 2 });
  expect(papers.map(({ id, title }) => [id, title])).toEqual([
    ["P0100", "Rings and rings"],
    ["N4950", "Working Draft"],
  ]);
});
