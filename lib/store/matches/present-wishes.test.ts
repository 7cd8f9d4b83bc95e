import { expect, it } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import type { MatchReason, WatchRow } from "../database/schema.ts";
import { wishesOf } from "./present-wishes.ts";

const LISTS = (["notify", "badge", "off"] as const).map((mode, at) => ({ id: at + 1, name: mode, mode }));
const watch = (list: number, kind: WatchRow["kind"], text: string): WatchRow => ({ id: list, list, kind, text, addedAt: 1 });
const reason = (list: number, kind: MatchReason["kind"] = "paper", watched = "P2300"): MatchReason => ({ kind, watched, found: "x", list, listName: "x" });
const PAPER = { id: "D2300R11", type: "draft", prefix: "D", number: 2300, revision: 11, title: "Rings", authors: ["Emmy Noether"], audience: [] } as const;

it.each<[string, MatchReason[], WatchRow[], string[]]>([
  ["the list that found it", [reason(1)], [watch(1, "paper", "P2300")], ["notify"]],
  ["nobody, where the watch is gone", [reason(1)], [watch(1, "paper", "P9")], []],
  ["nobody, where its list is gone", [reason(9)], [], []],
  ["nobody, where its list is off", [reason(3)], [watch(3, "paper", "P2300")], []],
  ["the same watch in another list, though it says what the first page said", [reason(1, "mention", "Gödel")], [watch(2, "author", "Gödel")], ["badge"]],
  ["another list beside the one that found it", [reason(2)], [watch(2, "paper", "P2300"), watch(1, "author", "Noether")], ["badge", "notify"]],
  ["a watch in another list", [reason(1)], [watch(2, "paper", "P2300")], ["badge"]],
  ["a watch in other words", [reason(1, "author", "Nöther")], [watch(1, "author", "Noether")], ["notify"]],
  ["an author who is mentioned", [reason(2, "mention", "Gödel")], [watch(2, "author", "Gödel")], ["badge"]],
  ["the list that asked for its draft", [reason(2, "published", "D2300R10")], [watch(2, "title", "rings")], ["badge"]],
  ["a setting, whatever is watched", [reason(0, "any-draft", "")], [], ["notify"]],
])("a match is wanted by %s", (_, reasons, watches, modes) => {
  const match = { ...found("D2300R11", { reasons }), paper: { ...PAPER, authors: [...PAPER.authors], audience: [] } };
  expect(
    wishesOf(LISTS, watches)
      .askersOf(match)
      .map(({ mode }) => mode),
  ).toEqual(modes);
});
