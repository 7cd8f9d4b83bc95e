import { expect, it } from "vitest";
import type { Paper } from "../papers/paper.ts";
import { samplePaper } from "../watch/sample-paper.ts";
import { buildCatalogue } from "./catalogue.ts";
import { mailingMarkdown } from "./mailing-markdown.ts";
import { besideMailing, groupByAudience, mailingsByYear, newDocuments, papersOf, readMailing } from "./mailings.ts";
import { sampleDraft } from "./paper/sample-document.ts";

const now = () => undefined;
const catalogue = await buildCatalogue(
  {
    papers: [
      samplePaper("N5000", { date: "2026-10-20" }),
      samplePaper("P4200R1", { date: "2026-09-30", audience: ["LEWG", "SG1", "LEWG"] }),
      samplePaper("P4200R0", { date: "2026-10-02", audience: ["SG1"] }),
      samplePaper("P4100R0", { date: "2026-10-12", audience: ["SG1"] }),
      samplePaper("P4000R0", { date: "2025-10-12" }),
    ],
    listed: [{ id: "P4200R1", title: "", authors: [], audience: [], mailing: "2026-10" }],
    drafts: [sampleDraft(4300, 0)],
  },
  now,
);

it("a mailing holds what the listing puts there, and by date what it does not name; no drafts", async () => {
  const { documents, byDate } = await readMailing(catalogue, "2026-10", now);
  expect(documents.map(({ document }) => document.paper.id)).toEqual(["P4100R0", "P4200R0", "P4200R1", "N5000"]);
  expect(byDate).toBe(3);
  expect(await readMailing(catalogue, "2026-09", now)).toEqual({ id: "2026-09", documents: [], byDate: 0 });
});

it("a mailing can be had as Markdown, in which nothing of a title is markup", async () => {
  const papers = [
    samplePaper("P4200R0", { title: "`a` *b*", authors: ["Ada_L", "Bob"], audience: ["SG1"], date: "2026-10-02" }),
    samplePaper("P4100R0", { title: "", date: "2026-10-02" }),
  ];
  const mailing = await readMailing(await buildCatalogue({ papers, listed: [], drafts: [] }, now), "2026-10", now);
  expect(mailingMarkdown(mailing, "Mailing 2026-10", "No audience")).toBe(
    [
      "# Mailing 2026-10",
      "",
      "## SG1",
      "",
      "- [P4200R0](https://wg21.link/P4200R0) \\`a\\` \\*b\\* (Ada\\_L, Bob)",
      "",
      "## No audience",
      "",
      "- [P4100R0](https://wg21.link/P4100R0)",
      "",
    ].join("\n"),
  );
});

it("a mailing is in order of kind, number and revision", async () => {
  const ids = ["P0900R2", "P0900R10", "P1000R0", "P1100R1", "N0800", "N5000"];
  for (const order of [ids, ids.toReversed(), [...ids.slice(3), ...ids.slice(0, 3)]]) {
    const papers = order.map((id) => samplePaper(id, { date: "2026-10-12" }));
    const { documents } = await readMailing(await buildCatalogue({ papers, listed: [], drafts: [] }, now), "2026-10", now);
    expect(documents.map(({ document }) => document.paper.id)).toEqual(ids);
  }
});

it("a document stands once under each of its audiences", async () => {
  const { documents } = await readMailing(catalogue, "2026-10", now);
  const groups = groupByAudience(documents).map(({ audience, documents }) => [audience, documents.map(({ document }) => document.paper.id)]);
  expect(groups).toEqual([
    ["SG1", ["P4100R0", "P4200R0", "P4200R1"]],
    ["LEWG", ["P4200R1"]],
    ["", ["N5000"]],
  ]);
});

it("two documents of a paper are counted as one, and the group of most papers is first", async () => {
  const papers = [
    ...["P4200R0", "P4200R1", "P4200R2"].map((id) => samplePaper(id, { audience: ["SG1"], date: "2026-10-12" })),
    ...["P4100R0", "P4300R0"].map((id) => samplePaper(id, { audience: ["LEWG"], date: "2026-10-12" })),
  ];
  const { documents } = await readMailing(await buildCatalogue({ papers, listed: [], drafts: [] }, now), "2026-10", now);
  expect(groupByAudience(documents).map(({ audience, papers }) => [audience, papers])).toEqual([
    ["LEWG", 2],
    ["SG1", 1],
  ]);
  expect(papersOf(documents).map((of) => of.map(({ document }) => document.paper.id))).toEqual([["P4100R0"], ["P4200R0", "P4200R1", "P4200R2"], ["P4300R0"]]);
});

it("new to a person is what they watch or were told, until they have read it", async () => {
  const { documents } = await readMailing(catalogue, "2026-10", now);
  const personal = { isWatched: ({ number }: Paper) => number === 4200, unread: new Set<string>(), unreadDocuments: new Set(["N5000"]) };
  const idsOf = (read: string[]) => newDocuments(documents, personal, new Set(read)).map(({ document }) => document.paper.id);
  expect(idsOf([])).toEqual(["P4200R0", "P4200R1", "N5000"]);
  expect(idsOf(["P4200R0"])).toEqual(["P4200R1", "N5000"]);
});

it("mailings lie in years, newest first, each beside its neighbours", () => {
  expect(mailingsByYear(catalogue.mailings).map(({ year, mailings }) => [year, mailings.map(({ value }) => value)])).toEqual([
    ["2026", ["2026-10"]],
    ["2025", ["2025-10"]],
  ]);
  expect(besideMailing(catalogue.mailings, "2026-10")).toEqual({ before: "2025-10" });
  expect(besideMailing(catalogue.mailings, "2026-01")).toEqual({ before: "2025-10", after: "2026-10" });
  expect(besideMailing([], "2026-10")).toEqual({});
});
