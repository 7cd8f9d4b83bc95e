import { expect, it } from "vitest";
import { authorSpellings } from "./author-spellings.ts";
import { samplePaper } from "./sample-paper.ts";

const papers = [
  samplePaper("P1R0", { authors: ["Thomas Koeppe", "Jens Maurer"] }),
  samplePaper("P2R0", { authors: ["Thomas Köppe"] }),
  samplePaper("P3R0", { authors: ["Thomas Ko\u0308ppe", "Thomas Köppe"] }),
  samplePaper("P4R0", { authors: ["T. Koppe"] }),
  samplePaper("LWG1", { authors: ["Thomas Koeppe"] }),
];

it("lists what the index calls the author, most frequent first, a paper counted once", () => {
  expect(authorSpellings({ kind: "author", text: "Köppe" }, papers)).toEqual([
    { name: "Thomas Köppe", papers: 2 },
    { name: "T. Koppe", papers: 1 },
    { name: "Thomas Koeppe", papers: 1 },
  ]);
});

it("has nothing to list for other watches and unknown names", () => {
  expect(authorSpellings({ kind: "title", text: "Köppe" }, papers)).toEqual([]);
  expect(authorSpellings({ kind: "author", text: "Kühl" }, papers)).toEqual([]);
});
