import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { isPaper } from "../paper.ts";
import { readEntry } from "./read-entry.ts";

const EMPTY = { type: "paper", title: "", authors: [], audience: [] };

it("reads a paper", () => {
  const served = {
    type: "paper",
    title: "A pledge to &lt;compute&gt;",
    subgroup: "SG1 Concurrency and Parallelism,LEWG Library Evolution",
    author: "Haskell Curry, Sophie Germain and Kurt Go\u0308del",
    date: "2024-07-15",
    long_link: "http://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html",
    link: "https://wg21.link/p2300r10",
    github_url: "https://github.com/cplusplus/papers/issues/1054",
    issues: null,
  };
  expect(readEntry("P2300R10", served)).toEqual({
    paper: {
      id: "P2300R10",
      type: "paper",
      prefix: "P",
      number: 2300,
      revision: 10,
      title: "A pledge to <compute>",
      authors: ["Haskell Curry", "Sophie Germain", "Kurt Gödel"],
      audience: ["SG1", "LEWG"],
      date: "2024-07-15",
      longLink: "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html",
      link: "https://wg21.link/p2300r10",
      githubUrl: "https://github.com/cplusplus/papers/issues/1054",
    },
    repairs: [],
  });
});

it.each<[name: string, key: string, value: unknown, paper: object]>([
  [
    "an issue, with its submitter and its old-fashioned date",
    "CWG14",
    { type: "issue", title: "x", submitter: "Gottlob Frege", date: "9 March 1999" },
    { type: "issue", authors: ["Gottlob Frege"], date: "1999-03-09" },
  ],
  ["an editorial item", "EDIT3", { type: "editorial", title: " \\tcode{x}\u0001 " }, { id: "EDIT3", type: "editorial", title: "\\tcode{x}" }],
  ["a standing document", "SD6", { type: "standing-document", title: "x" }, { id: "SD6", prefix: "SD", number: 6, type: "standing-document" }],
  ["a stub", "P4340R0", { type: "paper", title: "P4340r0.Candidate2" }, { title: "P4340r0.Candidate2", authors: [] }],
  ["a paper without a revision", "P3141", { title: "x" }, { id: "P3141", prefix: "P", number: 3141 }],
  ["a paper of five digits", "P04116R0", { title: "x" }, { id: "P04116R0", number: 4116, revision: 0 }],
  ["an id in lower case", "p2300r10", {}, { id: "P2300R10", number: 2300 }],
  ["an author where there is a submitter too", "N1", { author: "A. de Moivre,C. Goldbach", submitter: "Euler" }, { authors: ["A. de Moivre", "C. Goldbach"] }],
  ["a submitter where the author is empty", "CWG1", { author: "", submitter: "Euler" }, { authors: ["Euler"] }],
])("reads %s", (_name, key, value, paper) => {
  const read = readEntry(key, value);
  expect(read).toMatchObject({ paper, repairs: [] });
});

it.each(["draft", "standard", "__proto__", "constructor", "toString", "<b>", "P2300R", " ", "👩‍🔬"])(
  "keeps the key %j, which is no id, as served and as no paper",
  (key) => {
    const read = readEntry(key, { type: "draft", title: "Working Draft" });
    expect(read).toEqual({ paper: { ...EMPTY, id: key, type: "draft", title: "Working Draft" }, repairs: [] });
    expect("paper" in read && isPaper(read.paper)).toBe(false);
  },
);

describe("a field that cannot be used", () => {
  it.each<[field: string, value: unknown, repairs: string[]]>([
    ["title", 7, ["title is a number, not text"]],
    ["author", ["Ada Lovelace"], ["author is a list, not text"]],
    ["subgroup", { code: "LEWG" }, ["subgroup is an object, not text"]],
    ["date", true, ["date is a boolean, not text"]],
    ["type", "poem", ['type is "poem", read as paper']],
    ["author", null, []],
    ["date", "unknown", []],
    ["link", "javascript:alert(1)", []],
    ["long_link", "www.open-std.org/n4788.pdf", []],
    ["issues", 7, []],
    ["title", "", []],
  ])("%s: %j is left out", (field, value, repairs) =>
    expect(readEntry("P1R0", { type: "paper", [field]: value })).toEqual({ paper: { ...EMPTY, id: "P1R0", prefix: "P", number: 1, revision: 0 }, repairs }),
  );

  it.each([
    ["title", { title: "x".repeat(4_000) }, "cut"],
    ["author", { authors: ["x".repeat(4_000)] }, "cut"],
    ["subgroup", { audience: ["x".repeat(4_000)] }, "cut"],
    ["date", {}, "cut"],
    ["link", {}, "left out"],
    ["long_link", {}, "left out"],
    ["github_url", {}, "left out"],
  ])("%s is no longer than any real one", (field, paper, what) => {
    const value = `${what === "cut" ? "" : "https://x.org/"}${"x".repeat(20_000_000)}`;
    const kept = {
      paper: { ...EMPTY, id: "P1R0", prefix: "P", number: 1, revision: 0, ...paper },
      repairs: [`${field} has ${value.length} characters, ${what}`],
    };
    expect(readEntry("P1R0", { type: "paper", [field]: value })).toEqual(kept);
  });

  it.each<[author: string, date: string, read: object, repairs: string[]]>([
    ["2018-10-08", "Ada Lovelace, Kurt Gödel", { authors: ["Ada Lovelace", "Kurt Gödel"], date: "2018-10-08" }, ["author and date are exchanged"]],
    ["8 October 2018", "Ada Lovelace", { authors: ["Ada Lovelace"], date: "2018-10-08" }, ["author and date are exchanged"]],
    ["2018-10-08", "2018-10-07", { authors: [], date: "2018-10-07" }, ["author is a date, left out"]],
    ["20181008", "unknown", { authors: [], date: "2018-10-08" }, ["author and date are exchanged"]],
    ["2018-10-08", "", { authors: [], date: "2018-10-08" }, ["author and date are exchanged"]],
    ["Kurt Gödel 2001", "2018-10-08", { authors: ["Kurt Gödel"], date: "2018-10-08" }, []],
    ["April May 2018x", "2018-10-08", { authors: ["April May 2018x"] }, []],
  ])("author %j beside date %j is put right or dropped", (author, date, paper, repairs) =>
    expect(readEntry("P1R0", { author, date })).toMatchObject({ paper, repairs }),
  );

  it("is not looked for in the prototype", () => {
    const value = JSON.parse('{"__proto__": {"title": "inherited", "author": "Nobody"}}');
    expect(readEntry("P1R0", value)).toMatchObject({ paper: { title: "", authors: [] }, repairs: [] });
    expect(readEntry("P1R0", Object.create({ title: "inherited" }))).toMatchObject({ paper: { title: "" } });
  });
});

it.each<[value: unknown, skipped: string]>([
  [null, "value is null, not an object"],
  ["see P4343R0", "value is a string, not an object"],
  [7, "value is a number, not an object"],
  [false, "value is a boolean, not an object"],
  [[], "value is a list, not an object"],
])("skips %j", (value, skipped) => expect(readEntry("P1R0", value)).toEqual({ skipped }));

it("skips an empty or endless key", () => {
  expect(readEntry("", {})).toEqual({ skipped: "key has 0 characters" });
  expect(readEntry("x".repeat(65), {})).toEqual({ skipped: "key has 65 characters" });
  expect(readEntry("x".repeat(64), {})).toHaveProperty("paper.id");
});

describe("whatever is served", () => {
  const field = fc.oneof(anyText(), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("2021-06-16", "http://x.org/y", "LEWG", "&amp;", ", "));
  const names = ["type", "title", "author", "submitter", "date", "subgroup", "link", "long_link", "github_url", "__proto__", "constructor", "issues"];
  const entry = fc.dictionary(fc.constantFrom(...names), field).map((fields) => JSON.parse(JSON.stringify(fields)));
  const key = fc.oneof(anyText(), fc.constantFrom("P2300R10", "N4950", "__proto__", "constructor", "hasOwnProperty", "draft", "\ud800"));

  it("readEntry neither throws nor gives anything but plain text, a date of digits and https links", () => {
    fc.assert(
      fc.property(key, fc.oneof(entry, fc.jsonValue()), (name, value) => {
        const read = readEntry(name, value);
        if ("skipped" in read) return;
        const { paper } = read;
        expect(Object.values(paper).every((held) => ["string", "number"].includes(typeof held) || Array.isArray(held))).toBe(true);
        for (const text of [paper.title, ...paper.authors, ...paper.audience]) expect(text).not.toMatch(/\p{Cc}|^ | $/u);
        expect(paper.date ?? "1999").toMatch(/^\d{4}(-\d\d){0,2}$/);
        for (const link of [paper.link, paper.longLink, paper.githubUrl]) expect(link ?? "https://").toMatch(/^https:\/\//);
      }),
    );
  });
});
