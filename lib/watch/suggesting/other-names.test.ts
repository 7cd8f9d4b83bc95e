import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexesAtHand } from "../../../test/data.ts";
import { readIndex } from "../../papers/index/read-index.ts";
import { groupSeries } from "../../papers/series.ts";
import { compileAuthor } from "../matching/match-author.ts";
import { samplePaper } from "../sample-paper.ts";
import { otherNames } from "./other-names.ts";

const paper = (id: string, date: string, ...authors: string[]) => samplePaper(id, { authors, date });
const found = (watched: string, ...papers: ReturnType<typeof paper>[]) => otherNames(groupSeries(papers).values(), compileAuthor(watched));

describe("other names of a watched author", () => {
  const renamed = [
    paper("P1000R0", "2019-01-01", "Augustus Lovelace", "Kurt Gödel"),
    paper("P1000R1", "2020-01-01", "Kurt Gödel", "Ada Lovelace"),
    paper("P1001R0", "2018-01-01", "Augustus Lovelace"),
  ];

  it("are those that took its place in a later revision, and those whose place it took", () => {
    expect(found("Augustus Lovelace", ...renamed)).toEqual([{ name: "Ada Lovelace", isNewer: true }]);
    expect(found("A. Lovelace", ...renamed)).toEqual([]);
    expect(found("Ada Lovelace", ...renamed)).toEqual([{ name: "Augustus Lovelace", isNewer: false }]);
    expect(found("Ada Lovelace | Augustus Lovelace", ...renamed)).toEqual([]);
    expect(found("Gödel", ...renamed)).toEqual([]);
  });

  it.each<[why: string, before: string[], after: string[]]>([
    ["another surname is another author", ["Ada Lovelace"], ["Ada Byron"]],
    ["nobody is gone", ["Ada Lovelace"], ["Ada Lovelace", "Byron Lovelace"]],
    ["nobody has come", ["Ada Lovelace", "Byron Lovelace"], ["Byron Lovelace"]],
    ["two have come", ["Ada Lovelace"], ["Byron Lovelace", "Ralph Lovelace"]],
    ["two are gone", ["Ada Lovelace", "Byron Lovelace"], ["Ralph Lovelace"]],
    ["it is the same name", ["Ada Lovelace"], ["LOVELACE, A."]],
  ])("are none where %s", (_, before, after) => {
    expect(found("Ada Lovelace", paper("P1000R0", "2019-01-01", ...before), paper("P1000R1", "2020-01-01", ...after))).toEqual([]);
  });

  it("are each person's once, newest first, and no more than three", () => {
    const papers = ["Byron Lovelace", "B. Lovelace", "Ralph Lovelace", "Noel Lovelace", "Annabella Lovelace"].flatMap((name, i) => [
      paper(`P${2000 + i}R0`, `20${10 + i}-01-01`, name),
      paper(`P${2000 + i}R1`, `20${10 + i}-06-01`, "Kim Lovelace"),
    ]);
    expect(found("Kim Lovelace", ...papers).map(({ name }) => name)).toEqual(["Annabella Lovelace", "Noel Lovelace", "Ralph Lovelace"]);
  });
});

/** Somebody has looked at each. */
const ONE_PERSON = new Set([
  "Alex Naumann = Axel Naumann",
  "Alicia KlinvexLi-Ta Lo = Li-Ta Lo",
  "Dan Sunderland = Daniel Sunderland",
  "Geoff Romer = Geoffrey Romer",
  "Klemans Morgenstern = Klemens Morgenstern",
  "Matt Bentley = Matthew Bentley",
  "Nicolai Josuttis = Nicolia Josuttis",
  "Oliver Giroux = Olivier Giroux",
]);

it.each(indexesAtHand(["index-2021-07-15.json", "index-2026-05-18.json"]))("of %s are of one person each", (_, path) => {
  const papers = [...readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8")) as object)).entries.values()];
  const series = [...groupSeries(papers).values()].filter(({ revisions }) => new Set(revisions.map(({ authors }) => authors.join())).size > 1);
  const shown = new Set<string>();
  for (const name of new Set(series.flatMap(({ revisions }) => revisions.flatMap(({ authors }) => authors)))) {
    const isWatched = compileAuthor(name);
    const own = series.filter(({ revisions }) => revisions.some(({ authors }) => authors.some(isWatched)));
    for (const other of otherNames(own, isWatched)) shown.add([name, other.name].sort().join(" = "));
  }
  expect([...shown].filter((pair) => !ONE_PERSON.has(pair))).toEqual([]);
  expect(shown.size).toBeGreaterThan(6);
});
