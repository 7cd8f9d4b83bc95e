import { expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import { gatherFrom, startGathering, vocabularyOf } from "./vocabulary.ts";

it("counts each spelling once a paper, most frequent first, and names a series by its newest title", () => {
  const gathering = startGathering();
  for (const paper of [
    samplePaper("P0100R1", { title: "Rings and rings", authors: ["Ada Lovelace", "Ada Lovelace"], audience: ["LEWG"] }),
    samplePaper("P0200R0", { title: "More rings", audience: ["LEWG"] }),
    samplePaper("P0100R0", { title: "Old rings", authors: ["Ada Lovelace", "Émile"], audience: ["SG1", "LEWG"] }),
    samplePaper("D0100R2"),
    samplePaper("N4950", { title: "Working Draft" }),
    samplePaper("LWG100", { title: "Rings", authors: ["Nobody"], audience: ["LWG"] }),
  ])
    gatherFrom(gathering, paper);
  const { authors, audiences, words, papers } = vocabularyOf(gathering);
  expect(authors).toEqual([
    { text: "Ada Lovelace", key: " ada lovelace", papers: 1 },
    { text: "Émile", key: " emile", papers: 1 },
  ]);
  expect(audiences.map(({ text, papers }) => [text, papers])).toEqual([
    ["LEWG", 2],
    ["SG1", 1],
  ]);
  expect(words[0]).toEqual({ text: "Rings", key: " rings", papers: 2 });
  expect(papers.map(({ id, title }) => [id, title])).toEqual([
    ["P0200", "More rings"],
    ["P0100", "Rings and rings"],
    ["N4950", "Working Draft"],
  ]);
});

it.each<[ids: [id: string, title: string][], title: string]>([
  [
    [
      ["P0100R2", ""],
      ["P0100R0", "Old"],
      ["P0100R1", "Newer"],
    ],
    "Newer",
  ],
  [
    [
      ["P0100R1", "Newer"],
      ["P0100R0", "Old"],
      ["P0100R2", ""],
    ],
    "Newer",
  ],
  [
    [
      ["D0100R1", "As a draft"],
      ["P0100R1", "As a paper"],
    ],
    "As a paper",
  ],
])("of %j the series has the title %j", (revisions, title) => {
  const gathering = startGathering();
  for (const [id, title] of revisions) gatherFrom(gathering, samplePaper(id, { title }));
  expect(vocabularyOf(gathering).papers).toMatchObject([{ id: "P0100", title }]);
});

it("lists papers by number, N papers last, and what is as frequent by its letters", () => {
  const gathering = startGathering();
  for (const id of ["P0100R0", "N9000", "P0300R0", "N9100", "P0200R0"])
    gatherFrom(gathering, samplePaper(id, { authors: [id, "Ku\u0308hl", "Kühl"].slice(0, id === "P0300R0" ? 2 : 3), title: id }));
  const { authors, words, papers } = vocabularyOf(gathering);
  expect(papers.map(({ id }) => id)).toEqual(["P0300", "P0200", "P0100", "N9100", "N9000"]);
  expect(words.map(({ text }) => text)).toEqual(["N9000", "N9100", "P0100R0", "P0200R0", "P0300R0"]);
  expect(authors[0]?.text).toBe("Kühl");
});
