import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaper, type Paper } from "../paper.ts";
import { COMPARED_FIELDS, type Diff, diffEntries, isStub } from "./diff.ts";
import { readIndex } from "./read-index.ts";

const FULL = {
  title: "A pledge",
  author: "Ada Lovelace, Kurt Gödel",
  subgroup: "LEWG",
  date: "2026-11-16",
  link: "https://wg21.link/p1r0",
  long_link: "https://www.open-std.org/p1r0.html",
  github_url: "https://github.com/cplusplus/papers/issues/1",
};
const NOTHING: Diff = { added: [], filled: [], changed: [], vanished: [], returned: [] };

describe("diffEntries", () => {
  it("finds a new paper, and one that vanished", () => {
    const [before, after] = [read({ P1R0: FULL, N1: FULL }), read({ P1R0: FULL, D2R0: {} })];
    expect(diffEntries(before, after)).toEqual({ ...NOTHING, added: [after.get("D2R0")], vanished: [before.get("N1")] });
  });

  it.each<[field: string, value: string | undefined, fields: string[]]>([
    ["title", "A vow", ["title"]],
    ["title", undefined, ["title"]],
    ["author", "Kurt Gödel, Ada Lovelace", ["authors"]],
    ["author", "Ada Lovelace", ["authors"]],
    ["author", undefined, ["authors"]],
    ["subgroup", "LEWG, SG1", ["audience"]],
    ["date", "2026-11-17", ["date"]],
    ["date", undefined, ["date"]],
    ["link", "https://wg21.link/p1", ["link"]],
    ["long_link", "https://www.open-std.org/p1r0.pdf", ["longLink"]],
    ["github_url", undefined, ["githubUrl"]],
  ])("tells that %s changed to %j", (field, value, fields) => {
    const [before, after] = [read({ P1R0: FULL }), read({ P1R0: { ...FULL, [field]: value } })];
    expect(diffEntries(before, after)).toEqual({ ...NOTHING, changed: [{ paper: after.get("P1R0"), before: before.get("P1R0"), fields }] });
  });

  it.each<[name: string, entry: object]>([
    [
      "another way of writing",
      { ...FULL, title: " A &#112;ledge", author: "Ada Lovelace and Kurt Go\u0308del", subgroup: "Library Evolution", date: "16 November 2026" },
    ],
    ["http for https", { ...FULL, long_link: "http://www.open-std.org/p1r0.html" }],
    ["a field that is not kept", { ...FULL, issues: ["LWG1"], section: "[x]" }],
    ["the type, since the id says what it is", { ...FULL, type: "editorial" }],
  ])("takes %s for no change", (_name, entry) => expect(diffEntries(read({ P1R0: FULL }), read({ P1R0: entry }))).toEqual(NOTHING));

  it("never has news of issues, editorial items, standing documents and keys that are no ids", () => {
    const [before, after] = [
      read({ LWG1: { status: "New" }, EDIT2: { title: "x" }, CWG3: {}, draft: {} }),
      read({ LWG1: { title: "y" }, EDIT2: { title: "y" }, EDIT4: {}, SD6: {}, FS1: {}, standard: {} }),
    ];
    expect(diffEntries(before, after)).toEqual(NOTHING);
  });

  it("fills a stub once its authors or its date come, and only then", () => {
    const stages = [{ title: "P1r0.draft" }, { title: "P1r0.better" }, { title: "A pledge", date: "2026-11-16" }, FULL].map((entry) => read({ P1R0: entry }));
    const buckets = stages
      .slice(1)
      .map((stage, position) =>
        Object.entries(diffEntries(stages[position] ?? new Map(), stage)).flatMap(([bucket, found]) => (found.length > 0 ? [bucket] : [])),
      );
    expect(buckets).toEqual([["changed"], ["filled"], ["changed"]]);
    expect(stages.map((stage) => [...stage.values()].map(isStub))).toEqual([[true], [true], [false], [false]]);
  });

  it("knows a paper that returns, and what it was when it was last seen", () => {
    const gone = read({ P19R7: FULL, P20R0: FULL });
    const after = read({ P19R7: { ...FULL, title: "Another paper" }, P20R0: FULL, P21R0: FULL });
    expect(diffEntries(new Map(), after, gone)).toEqual({
      ...NOTHING,
      added: [after.get("P21R0")],
      returned: [
        { paper: after.get("P19R7"), before: gone.get("P19R7"), fields: ["title"] },
        { paper: after.get("P20R0"), before: gone.get("P20R0"), fields: [] },
      ],
    });
  });
});

const entry = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      title: fc.constantFrom("", "A pledge", "A vow"),
      author: fc.constantFrom("Ada Lovelace", "Kurt Gödel, Ada Lovelace"),
      subgroup: fc.constantFrom("LEWG", "SG1, LEWG"),
      date: fc.constantFrom("2026-11-16", "2026"),
      link: fc.constant("https://wg21.link/x"),
    },
    { requiredKeys: [] },
  ),
);
const id = fc.constantFrom("P1R0", "P1R1", "D1R1", "D7", "P04116R0", "N1", "LWG1", "EDIT1", "SD1", "draft");
const index = fc.dictionary(id, entry).map(read);

describe("between any two states", () => {
  it("nothing is different where they are the same", () => {
    fc.assert(
      fc.property(index, (entries) => {
        expect(diffEntries(entries, structuredClone(entries), entries)).toEqual(NOTHING);
      }),
    );
  });

  it("the diff leads from one to the other", () => {
    fc.assert(
      fc.property(index, index, index, (before, after, gone) => {
        const { added, filled, changed, vanished, returned } = diffEntries(before, after, gone);
        const papers = new Map(papersOf(before));
        for (const { id } of vanished) expect(papers.delete(id)).toBe(true);
        for (const paper of [...added, ...returned.map(({ paper }) => paper)]) expect(papers.has(paper.id)).toBe(false);
        for (const change of [...filled, ...changed]) {
          expect(papers.get(change.paper.id)).toBe(change.before);
          expect(differing(change.before, change.paper)).toEqual(change.fields);
        }
        for (const paper of [...added, ...[...filled, ...changed, ...returned].map(({ paper }) => paper)]) papers.set(paper.id, paper);
        expect(papers).toEqual(new Map(papersOf(after)));
      }),
    );
  });

  it("what is added in one direction has vanished in the other", () => {
    fc.assert(
      fc.property(index, index, (one, other) => {
        const [there, back] = [diffEntries(one, other), diffEntries(other, one)];
        expect(new Set(there.added)).toEqual(new Set(back.vanished));
        expect(there.filled.length + there.changed.length).toBe(back.filled.length + back.changed.length);
      }),
    );
  });
});

function read(entries: Record<string, object>): Map<string, Paper> {
  return readIndex(Object.entries(entries)).entries;
}

function papersOf(entries: Map<string, Paper>): [string, Paper][] {
  return [...entries].filter(([, entry]) => isPaper(entry));
}

function differing(one: Paper, other: Paper) {
  return COMPARED_FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}
