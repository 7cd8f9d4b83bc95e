import { describe, expect, it } from "vitest";
import type { Match, MatchReason } from "../../watch/matching/match.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import { eachPaper, groupMatches, idsOf } from "./group-matches.ts";
import { countViews, type Grouping, isInView } from "./inbox-view.ts";

const because = (kind: MatchReason["kind"], watched: string, list = 1): MatchReason => ({ kind, watched, found: watched, list, listName: "" });
const match = (id: string, about: Partial<Match> = {}, audience: string[] = []): Match => ({
  id,
  paper: samplePaper(id, { audience, date: "2026-02-03" }),
  kind: "paper-added",
  reasons: [because("author", "Niebler")],
  foundAt: 1,
  notifiedAt: 1,
  notification: "",
  readAt: 0,
  starredAt: 0,
  ...about,
});

const MATCHES = [
  match("P2300R10", {}, ["LEWG", "SG1"]),
  match("P2300R9", { reasons: [because("mention", "Niebler"), because("paper", "P2300", 2)] }, ["LEWG"]),
  match("P2500R0", { reasons: [because("any-draft", "", 0)] }),
];

describe("matches", () => {
  it.each<[Grouping, [string, string[]][]]>([
    ["paper", [["", ["P2300", "P2500"]]]],
    [
      "watch",
      [
        ["author Niebler", ["P2300"]],
        ["paper P2300", ["P2300"]],
        ["", ["P2500"]],
      ],
    ],
    [
      "list",
      [
        ["1", ["P2300"]],
        ["2", ["P2300"]],
        ["", ["P2500"]],
      ],
    ],
    [
      "audience",
      [
        ["LEWG", ["P2300"]],
        ["SG1", ["P2300"]],
        ["", ["P2500"]],
      ],
    ],
    [
      "mailing",
      [
        ["2026-03", ["P2300"]],
        ["2026-02", ["P2300"]],
        ["", ["P2500"]],
      ],
    ],
  ])("are grouped by %s", (by, expected) => {
    const mailings: Record<string, string> = { P2300R10: "2026-03", P2300R9: "2026-02" };
    const groups = groupMatches(MATCHES, by, ({ id }) => mailings[id] ?? "");
    expect(groups.map(({ name, papers }) => [name, papers.map(({ series }) => series)])).toEqual(expected);
  });

  it("of one paper stand together, newest first, each once among its ids", () => {
    const [group] = groupMatches(MATCHES, "audience", () => "");
    expect(group?.papers[0]?.matches.map(({ id }) => id)).toEqual(["P2300R10", "P2300R9"]);
    expect(idsOf([...(group?.papers ?? []), ...(group?.papers ?? [])])).toEqual(["P2300R10", "P2300R9"]);
  });

  it("of one paper that stands in several groups are one paper, with all of them", () => {
    expect(groupMatches(MATCHES, "watch", () => "").flatMap(({ papers }) => papers)).toHaveLength(3);
    expect(eachPaper(MATCHES).map(({ series, matches }) => [series, matches.map(({ id }) => id)])).toEqual([
      ["P2300", ["P2300R10", "P2300R9"]],
      ["P2500", ["P2500R0"]],
    ]);
    expect(eachPaper([])).toEqual([]);
  });

  it("stand in the views that they belong to", () => {
    expect(isInView(match("P1R0"), "later")).toBe(false);
    expect(countViews([match("P1R0"), match("P2R0", { readAt: 1, laterAt: 1 }), match("P3R0", { readAt: 1, starredAt: 1 })])).toEqual({
      unread: 1,
      later: 1,
      starred: 1,
      all: 3,
    });
  });
});
