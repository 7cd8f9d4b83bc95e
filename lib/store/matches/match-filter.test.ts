import { expect, it } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import type { MatchReason } from "../database/schema.ts";
import { askersOf, type MatchFilter, passes } from "./match-filter.ts";

const reason = (kind: MatchReason["kind"], watched: string, list = 1): MatchReason => ({
  kind,
  watched,
  found: watched,
  list,
  listName: list > 0 ? `List ${list}` : "",
});
const MATCHES = [
  found("P4R0", { reasons: [reason("author", "Noether"), reason("title", "rings")] }),
  found("P3R0", { reasons: [reason("mention", "Noether"), reason("mention", "Noether", 2)] }),
  found("P2R0", { reasons: [reason("title", "rings"), reason("published", "D2R0")] }),
  found("D1R0", { reasons: [reason("any-draft", "", 0)] }),
];

it.each<[string, MatchFilter, string[]]>([
  ["a list", { list: 1 }, ["P4R0", "P3R0", "P2R0"]],
  ["an author, with where they are mentioned", { list: 1, watch: { kind: "author", text: "Noether" } }, ["P4R0", "P3R0"]],
  ["the same in another list", { list: 2, watch: { kind: "author", text: "Noether" } }, ["P3R0"]],
  ["another kind of the same text", { list: 1, watch: { kind: "title", text: "Noether" } }, []],
  ["what no list asked for", { list: 0 }, ["D1R0"]],
])("the matches of %s", (_, filter, ids) => {
  expect(MATCHES.filter((match) => passes(match, filter)).map(({ id }) => id)).toEqual(ids);
});

it("those who asked: lists with their watches, each with exactly what passes", () => {
  const askers = askersOf(MATCHES);
  expect(askers.map(({ filter: { list, watch }, ids }) => [list, watch?.text ?? "all of it", ids.length])).toEqual([
    [0, "", 1],
    [1, "all of it", 3],
    [1, "Noether", 2],
    [1, "rings", 2],
    [2, "all of it", 1],
    [2, "Noether", 1],
  ]);
  for (const { filter, ids } of askers) expect(ids).toEqual(MATCHES.filter((match) => passes(match, filter)).map(({ id }) => id));
});
