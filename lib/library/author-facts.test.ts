import { expect, it } from "vitest";
import { samplePaper } from "../watch/sample-paper.ts";
import { readAuthor } from "./author-facts.ts";
import { buildCatalogue } from "./catalogue.ts";

const now = () => undefined;
const catalogue = await buildCatalogue(
  {
    papers: [
      samplePaper("P1000R0", { authors: ["Eddie Kühl", "Emmy Noether"], date: "2019-05-01" }),
      samplePaper("P1000R1", { authors: ["Emmy Noether"], date: "2026-05-01" }),
      samplePaper("P1001R0", { authors: ["E. Kuehl", "EMMY NOETHER", "Kurt Gödel"], date: "2021-01-01" }),
      samplePaper("P1002R0", { authors: ["Eddie Kühl", "Emmy Noether"] }),
      samplePaper("P1003R0", { authors: ["Frank Kühl"], date: "2026-01-01" }),
    ],
    listed: [],
    drafts: [],
  },
  now,
);

it("an author has the papers, years and co-authors of every spelling", async () => {
  const { papers, spellings, coAuthors, years } = await readAuthor(catalogue, "Eddie Kühl", now);
  // The newest revision that names the author.
  expect(papers.map(({ document }) => document.paper.id)).toEqual(["P1001R0", "P1002R0", "P1000R0"]);
  expect(spellings).toEqual([
    { value: "Eddie Kühl", count: 2 },
    { value: "E. Kuehl", count: 1 },
  ]);
  expect(coAuthors).toEqual([
    { value: "Emmy Noether", count: 3 },
    { value: "Kurt Gödel", count: 1 },
  ]);
  expect(years).toEqual({ from: 2019, to: 2021 });
});

it("a surname alone is everybody of that name; who is not there has nothing", async () => {
  expect((await readAuthor(catalogue, "Kühl", now)).papers).toHaveLength(4);
  expect(await readAuthor(catalogue, "Nobody", now)).toEqual({ papers: [], spellings: [], otherNames: [], coAuthors: [] });
});

it("papers come newest first, those of one date as they were; names of one count by their letters, and count once in a paper", async () => {
  const { papers, spellings, coAuthors } = await readAuthor(
    await buildCatalogue(
      {
        papers: [
          samplePaper("P1000R0", { authors: ["Ku\u0308hl", "Emmy Noether", "EMMY NOETHER"], date: "2019-05-01" }),
          samplePaper("P1001R0", { authors: ["Kühl", "Kurt Gödel"], date: "2021-01-01" }),
          samplePaper("P1002R0", { authors: ["E. Kühl", "Ada Lovelace"], date: "2021-01-01" }),
          samplePaper("P1003R0", { authors: ["E. Kühl", "ADA LOVELACE", "Kurt Gödel"], date: "2021-01-01" }),
          samplePaper("P1004R0", { authors: ["A. Kühl"], date: "2022-01-01" }),
        ],
        listed: [],
        drafts: [],
      },
      now,
    ),
    "Kühl",
    now,
  );
  expect(papers.map(({ series }) => series.id)).toEqual(["P1004", "P1001", "P1002", "P1003", "P1000"]);
  expect(spellings).toEqual([
    { value: "E. Kühl", count: 2 },
    { value: "Kühl", count: 2 },
    { value: "A. Kühl", count: 1 },
  ]);
  expect(coAuthors).toEqual([
    { value: "ADA LOVELACE", count: 2 },
    { value: "Kurt Gödel", count: 2 },
    { value: "Emmy Noether", count: 1 },
  ]);
});

it("the other names of an author are those that revisions show", async () => {
  const { otherNames } = await readAuthor(
    await buildCatalogue(
      {
        papers: [
          samplePaper("P1000R0", { authors: ["Augustus Lovelace", "Kurt Gödel"], date: "2019-05-01" }),
          samplePaper("P1000R1", { authors: ["Ada Lovelace", "Kurt Gödel"], date: "2020-05-01" }),
        ],
        listed: [],
        drafts: [],
      },
      now,
    ),
    "Ada Lovelace",
    now,
  );
  expect(otherNames).toEqual(["Augustus Lovelace"]);
});
