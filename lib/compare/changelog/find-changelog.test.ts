import { describe, expect, it } from "vitest";
import type { Block, PaperText, Section } from "../../document/document.ts";
import { changelogTitle } from "./changelog-title.ts";
import { findChangelog } from "./find-changelog.ts";
import { revisionIn, revisionLabel } from "./revision-in.ts";

const section = (level: number, title: string, ...texts: string[]): Section => ({
  level,
  title,
  path: [],
  blocks: texts.map((text): Block => ({ kind: "item", text })),
});
const paper = (...sections: Section[]): PaperText => ({ form: "html", sections: [section(1, "P9001R2 Rings"), ...sections] });
const found = (text: PaperText, revision = 2) => {
  const changelog = findChangelog(text, { id: `P9001R${revision}`, revision });
  return changelog && [changelog.isEntry ? "entry" : "list", changelog.title, ...changelog.blocks.map(({ text }) => text)];
};

describe("titles of changelogs", () => {
  it.each([
    "Revision History",
    "2. Revision history",
    "Changelog",
    "Change Log:",
    "§ 1.2 Document history",
    "Changes since R1",
    "Changes since [P9001R1]",
    "Changes since the last revision",
    "Changes from P9001R0",
    "Changes in R2",
    "Changes between R1 and R2",
    "Changes since Kona",
    "Updates R1 → R2",
    "Differences from the previous revision",
    "Summary of changes from R1",
    "What's new",
  ])("%s", (title) => expect(changelogTitle(title, "9001")).toBe("named"));

  it.each(["Changes", "History", "Revisions", "R2", "P9001R2", "Revision 2: after Kona", "r0 ➡ r1", "R2 changes"])(
    "%s, if revisions are named in it",
    (title) => expect(changelogTitle(title, "9001")).toBe("maybe"),
  );

  it.each([
    "Change scope of lambda trailing-return-type",
    "Known behavioral changes",
    "Changes to the working draft",
    "Changes relative to N4868",
    "Changes since C++20",
    "Changes from P9002R4",
    "Design changes from P9002",
    "Summary of proposed changes",
    "Proposed Changes",
    "Change [alg.sort]",
    "R1 Default Identifiers",
    "Rank-2 update functions",
    "A history of rings",
    "Introduction",
  ])("not %s", (title) => expect(changelogTitle(title, "9001")).toBeUndefined());
});

it.each<[string, number | undefined]>([
  ["Changes since R1", 2],
  ["Changes from P9001R1", 2],
  ["R1 → R2", 2],
  ["Changes between R1 and R2", 2],
  ["P9001r2", 2],
  ["Revision 2 (post-Kona)", 2],
  ["Changes in revision 2", 2],
  ["Draft ➡ r0", 0],
  ["P9002R4", undefined],
  ["Rings", undefined],
])("the revision of %j is %j", (title, revision) => expect(revisionIn(title, "9001")).toBe(revision));

it.each<[string, number | undefined]>([
  ["R2: rings are round", 2],
  ["R2\tRings are round", 2],
  ["Since [P9001R1], rings are round", 2],
  ["Revision 2 to be submitted 2026-01-02", 2],
  ["1.1 changes from r1", 2],
  ["P9001R2 – rings", 2],
  ["Rings are round since R1", undefined],
  ["P9002R4 has squares", undefined],
  ["2026-01-02: seen by LEWG", undefined],
])("the label of %j is %j", (text, revision) => expect(revisionLabel(text, "9001")).toBe(revision));

describe("the changelog", () => {
  it.each<[string, PaperText, string[] | undefined]>([
    ["none", paper(section(2, "Introduction", "a")), undefined],
    ["an entry that is a section", paper(section(2, "Revision history"), section(3, "R2", "a"), section(3, "R1", "b")), ["entry", "R2", "a"]],
    [
      "entries beside each other",
      paper(section(2, "Changes since R0", "b"), section(2, "Changes since R1", "a"), section(2, "Design", "c")),
      ["entry", "Changes since R1", "a"],
    ],
    ["an entry in a list, newest first", paper(section(2, "Changelog", "R2: a", "b", "R1: c")), ["entry", "Changelog", "R2: a", "b"]],
    ["an entry in a list, newest last", paper(section(2, "Changelog", "R1", "c", "R2", "a", "b")), ["entry", "Changelog", "R2", "a", "b"]],
    ["no entry of this revision", paper(section(2, "Changelog", "R1: c", "R0: d")), ["list", "Changelog", "R1: c", "R0: d"]],
    [
      "all of it, with its parts",
      paper(section(2, "Revision history", "a"), section(3, "Kona", "b"), section(2, "Design", "c")),
      ["list", "Revision history", "a", "Kona", "b"],
    ],
    [
      "in the last third",
      paper(section(2, "Design", "c"), section(2, "Wording", "d"), section(2, "Changes since the last revision", "a")),
      ["entry", "Changes since the last revision", "a"],
    ],
    ["a history of something else", paper(section(2, "History", "Rings are old.")), undefined],
    ["a history of other papers", paper(section(2, "History", "P9002R1 had squares", "P9003R0 had none")), undefined],
    ["a history of revisions", paper(section(2, "History", "R2: a")), ["entry", "History", "R2: a"]],
    ["the changes that it proposes", paper(section(2, "Changes", "Rings become round.")), undefined],
  ])("%s", (_, text, changelog) => expect(found(text)).toEqual(changelog));

  it("is not looked for in the title of the paper", () => {
    expect(
      found({ form: "html", sections: [section(1, "P9001R2: Changes", "Author: Kurt Gödel", "R2 of the rings"), section(2, "Design", "a")] }),
    ).toBeUndefined();
  });
});
