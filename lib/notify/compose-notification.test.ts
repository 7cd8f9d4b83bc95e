import { describe, expect, it } from "vitest";
import { speak } from "../../test/speak.ts";
import type { Match } from "../watch/matching/match.ts";
import type { Reason } from "../watch/watch.ts";
import { composeNotification, notificationId } from "./compose-notification.ts";

function found(id: string, number: number, ...reasons: Reason[]): Match {
  const paper = { id, type: "paper" as const, prefix: "P" as const, number, title: `Title of ${id}`, authors: [], audience: [] };
  return {
    id,
    paper,
    kind: "paper-added",
    reasons: reasons.map((reason) => ({ ...reason, list: 1, listName: "x" })),
    foundAt: 1,
    notifiedAt: 0,
    notification: "",
    readAt: 0,
    starredAt: 0,
  };
}

const paper = (watched: string): Reason => ({ kind: "paper", watched, found: watched });
const author = (watched: string, name = watched): Reason => ({ kind: "author", watched, found: name });
const audience: Reason = { kind: "audience", watched: "LEWG", found: "LEWG" };

const draft = { version: "1" };
const from = { id: "D2300R11", link: "https://isocpp.org/files/papers/D2300R11.pdf", foundAt: 1, days: 34 };

function foundDraft(title: string, rest: Partial<Match> = {}, ...reasons: Reason[]): Match {
  const match = found("D2300R11", 2300, ...(reasons.length > 0 ? reasons : [author("Niebler")]));
  return { ...match, kind: "draft-found", draft, ...rest, paper: { ...match.paper, type: "draft", prefix: "D", title } };
}

function published(title: string, days: number, ...reasons: Reason[]): Match {
  const match = found("P2300R11", 2300, ...reasons, { kind: "published", watched: "D2300R11", found: "P2300R11" });
  return { ...match, kind: "draft-published", from: { ...from, days }, paper: { ...match.paper, title } };
}

/** [what, the match, its title, its line]. */
const KINDS: [string, Match, string, string][] = [
  ["a draft", foundDraft("std::execution"), "A new draft: D2300R11", "Draft D2300R11: std::execution – author Niebler"],
  ["a draft without a title", foundDraft(""), "A new draft: D2300R11", "Draft D2300R11 – author Niebler"],
  [
    "a draft that was read since",
    foundDraft("std::execution", { kind: "draft-read" }),
    "A new draft: D2300R11",
    "Draft D2300R11: std::execution – author Niebler",
  ],
  [
    "a draft that changed",
    foundDraft("std::execution", { kind: "draft-changed" }),
    "A draft has changed: D2300R11",
    "Draft D2300R11 has changed: std::execution – author Niebler",
  ],
  [
    "a mere mention",
    foundDraft("std::execution", {}, { kind: "mention", watched: "Niebler", found: "Niebler" }),
    "A new draft: D2300R11",
    "Draft D2300R11: std::execution – mentions Niebler",
  ],
  [
    "a draft near the newest numbers",
    foundDraft("", {}, { kind: "near-frontier", watched: "", found: "D2300R11" }),
    "A new draft: D2300R11",
    "Draft D2300R11 – near the newest numbers",
  ],
  ["any draft", foundDraft("", {}, { kind: "any-draft", watched: "", found: "D2300R11" }), "A new draft: D2300R11", "Draft D2300R11 – new draft"],
  ["a draft that was published", published("std::execution", 34), "A paper you watch: P2300R11", "P2300R11, seen as a draft 34 days before: std::execution"],
  [
    "one that is watched besides",
    published("std::execution", 1, paper("P2300")),
    "A paper you watch: P2300R11",
    "P2300R11, seen as a draft 1 day before: std::execution – P2300",
  ],
  ["one published at once", published("", 0), "A paper you watch: P2300R11", "P2300R11, seen as a draft the same day"],
];

describe("composing a notification", () => {
  it.each(KINDS)("tells of %s", (_, match, title, message) => {
    expect(composeNotification([match], 3, speak)).toEqual({ title, message });
  });

  it.each<[what: string, match: Match, sections: number, message: string]>([
    ["a paper", found("P2300R10", 2300, paper("P2300")), 4, "P2300R10 Title of P2300R10 (P2300) · 4 sections changed"],
    [
      "a draft that changed",
      foundDraft("std::execution", { kind: "draft-changed" }),
      1,
      "Draft D2300R11 has changed: std::execution – author Niebler · 1 section changed",
    ],
    ["one that differs in no section", found("P2300R10", 2300, paper("P2300")), 0, "P2300R10 Title of P2300R10 (P2300)"],
  ])("says how much of %s has changed, where that is known", (_, match, sections, message) => {
    expect(composeNotification([match], 3, speak, new Map([[match.id, sections]])).message).toBe(message);
  });

  it.each<[string, Match[], string]>([
    ["drafts", [foundDraft(""), foundDraft("", { kind: "draft-changed" })], "2 drafts"],
    ["papers and drafts", [foundDraft(""), found("P1R0", 1, audience), found("P2R0", 2, audience)], "3 papers and drafts"],
    ["papers", [published("", 1), found("P1R0", 1, audience)], "2 papers you watch"],
  ])("counts %s as such", (_, matches, title) => {
    expect(composeNotification(matches, 1, speak).title).toBe(title);
  });

  it("puts a published draft behind an author and before words of a title, and what nobody watches last", () => {
    const ids = (matches: Match[]) =>
      composeNotification(matches, 5, speak)
        .message.split("\n")
        .map((line) => /[PD]\d{4}R\d+/.exec(line)?.[0]);
    const matches = [
      foundDraft("", {}, { kind: "any-draft", watched: "", found: "D2300R11" }),
      found("P1001R0", 1001, { kind: "title", watched: "x", found: "x" }),
      published("", 34),
      found("P1002R0", 1002, author("Noether")),
    ];
    expect(ids(matches)).toEqual(["P1002R0", "P2300R11", "P1001R0", "D2300R11"]);
  });

  it("tells of code in a title as plain text", () => {
    const { paper, ...rest } = found("P2300R10", 2300, author("Noether"));
    expect(composeNotification([{ ...rest, paper: { ...paper, title: "`mdspan` of `T" } }], 3, speak).message).toContain(" mdspan of `T ");
  });

  it("names a single paper with its title and why it is told", () => {
    expect(composeNotification([found("P2300R10", 2300, author("Kuhl", "Dietmar Kühl"))], 3, speak)).toEqual({
      title: "A paper you watch: P2300R10",
      message: "P2300R10 Title of P2300R10 (author Dietmar Kühl (watched: Kuhl))",
    });
  });

  it("names the best three, what was watched most exactly first, and how many more", () => {
    const matches = [
      found("P1R0", 1, audience),
      found("P2R0", 2, audience),
      found("P3R0", 3, author("Noether")),
      found("P4R0", 4, paper("P4")),
      found("P5R0", 5, audience),
    ];
    const { title, message } = composeNotification(matches, 3, speak);
    expect(title).toBe("5 papers you watch");
    expect(message.split("\n").map((line) => line.split(" ")[0])).toEqual(["P4R0", "P3R0", "P5R0", "and"]);
    expect(message).toContain("and 2 more");
  });

  it("gives two reasons at most, each once", () => {
    const { message } = composeNotification([found("P1R0", 1, audience, author("Noether"), author("Noether"), paper("P1"))], 3, speak);
    expect(message).toContain("(P1, author Noether)");
  });

  it("takes its id from the papers, whatever their order", () => {
    const [a, b, c] = [found("P1R0", 1, audience), found("P2R0", 2, audience), found("P3R0", 3, audience)];
    expect(notificationId([a, b])).toBe(notificationId([b, a]));
    expect(notificationId([a, b])).not.toBe(notificationId([a, c]));
    const changed = foundDraft("", { kind: "draft-changed" });
    expect(notificationId([changed])).not.toBe(notificationId([foundDraft("")]));
    expect(notificationId([changed])).not.toBe(notificationId([{ ...changed, draft: { version: "2" } }]));
    expect(notificationId(Array.from({ length: 3000 }, (_, n) => found(`P${n}R0`, n, audience))).length).toBeLessThan(100);
  });
});
