import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { atomFeed, type FeedTexts } from "./atom-feed.ts";
import { explainReason } from "./explaining/explain-reason.ts";
import type { Match } from "./matching/match.ts";

const NOW = Date.UTC(2026, 10, 22, 12);
const TEXTS: FeedTexts = {
  title: "Papers & drafts",
  language: "en",
  entryTitle: ({ id, paper }) => `${id}: ${paper.title}`,
  summary: ({ reasons }) => reasons.map(explainReason).join(", "),
};

const MATCH: Match = {
  id: "P2300R10",
  paper: {
    id: "P2300R10",
    type: "paper",
    prefix: "P",
    number: 2300,
    revision: 10,
    title: "`std::execution` <b>& more</b>",
    authors: ["Emmy Noether", "Kurt Gödel"],
    audience: ["LEWG", "SG1"],
    link: "https://wg21.link/p2300r10",
  },
  kind: "paper-added",
  reasons: [{ kind: "author", watched: "Noether", found: "Emmy Noether", list: 1, listName: "Mine" }],
  foundAt: NOW - 1000,
  notifiedAt: 1,
  notification: "",
  readAt: 0,
  starredAt: 0,
};

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** The tree of an XML text. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: "", children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  const [feed] = root.children;
  if (!feed) throw new Error("There is nothing in it.");
  return feed;
}

const all = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const textOf = (element: Element, name: string) => all(element, name).map(({ text }) => text);

describe("a feed of matches", () => {
  it("says of each what it is, by whom, for whom, where and why", () => {
    const feed = parse(atomFeed([MATCH], "all", NOW, TEXTS));
    expect([feed.name, feed.attributes]).toEqual(["feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" }]);
    expect([textOf(feed, "id"), textOf(feed, "title"), textOf(feed, "updated")]).toEqual([
      ["tag:paperscout.invalid,2026:matches:all"],
      ["Papers & drafts"],
      ["2026-11-22T11:59:59.000Z"],
    ]);
    const [entry] = all(feed, "entry");
    if (!entry) throw new Error("no entry");
    expect(Object.fromEntries(["id", "title", "updated", "summary"].map((name) => [name, textOf(entry, name)]))).toEqual({
      id: ["tag:paperscout.invalid,2026:match:P2300R10"],
      title: ["P2300R10: `std::execution` <b>& more</b>"],
      updated: ["2026-11-22T11:59:59.000Z"],
      summary: ["author Emmy Noether"],
    });
    expect(all(entry, "author").map((author) => textOf(author, "name"))).toEqual([["Emmy Noether"], ["Kurt Gödel"]]);
    expect(all(entry, "category").map(({ attributes }) => attributes)).toEqual([{ term: "LEWG" }, { term: "SG1" }]);
    expect(all(entry, "link").map(({ attributes }) => attributes)).toEqual([{ rel: "alternate", href: "https://wg21.link/p2300r10" }]);
  });

  it("is a feed also without a match, and an entry also without an author", () => {
    expect(textOf(parse(atomFeed([], "starred", NOW, TEXTS)), "updated")).toEqual(["2026-11-22T12:00:00.000Z"]);
    const [entry] = all(parse(atomFeed([{ ...MATCH, paper: { ...MATCH.paper, authors: [] } }], "all", NOW, TEXTS)), "entry");
    expect(entry && all(entry, "author").map((author) => textOf(author, "name"))).toEqual([["WG21"]]);
  });

  it("has the newest first, and the same ids whenever it is written", () => {
    const matches = Object.entries({ P1000R0: 5, P1001R0: 1, P1002R0: 9 }).map(([id, seconds]) => ({ ...MATCH, id, foundAt: NOW - seconds * 1000 }));
    const ids = (now: number, of: Match[]) => all(parse(atomFeed(of, "all", now, TEXTS)), "entry").flatMap((entry) => textOf(entry, "id"));
    expect(ids(NOW, matches).map((id) => id.slice(-7))).toEqual(["P1001R0", "P1000R0", "P1002R0"]);
    expect(ids(NOW + 1e9, matches.toReversed())).toEqual(ids(NOW, matches));
    const ofOneMoment = matches.map((match) => ({ ...match, foundAt: NOW }));
    for (const some of [ofOneMoment, ofOneMoment.toReversed()]) expect(ids(NOW, some).map((id) => id.slice(-7))).toEqual(["P1002R0", "P1001R0", "P1000R0"]);
  });

  it.each([
    ["javascript:alert(1)", []],
    ["https://wg21.link/a?b=1&c=\"<'>", ["https://wg21.link/a?b=1&c=%22%3C%27%3E"]],
    ["https://", []],
  ])("links %j only where https leads", (link, links) => {
    const [entry] = all(parse(atomFeed([{ ...MATCH, paper: { ...MATCH.paper, link } }], "all", NOW, TEXTS)), "entry");
    expect(entry && all(entry, "link").map(({ attributes }) => attributes.href)).toEqual(links);
  });

  it("stays a feed, whatever its texts are", () => {
    const text = fc.oneof(anyText(), fc.constantFrom("]]>", "<!--", "&amp;", "\u0000\u0008\ufffe", "\ud800", "</title><script>", "a\r\n\tb", "\u202e"));
    const time = fc.oneof(fc.double({ min: 0, noNaN: true }), fc.nat());
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), fc.array(text, { maxLength: 3 }), time, (id, title, authors, audience, foundAt) => {
        const xml = atomFeed([{ ...MATCH, id, foundAt, paper: { ...MATCH.paper, title, authors, audience } }], "all", NOW, { ...TEXTS, title });
        expect(xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/);
        expect(xml.isWellFormed()).toBe(true);
        const feed = parse(xml);
        const [entry, ...others] = all(feed, "entry");
        expect(others).toEqual([]);
        const plain = (text: string) => text.replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
        expect(entry && textOf(entry, "title")).toEqual([plain(`${id}: ${title}`).trim()]);
        expect(entry?.children.map(({ name }) => name)).toEqual(expect.arrayContaining(["id", "title", "updated", "author", "link", "summary"]));
        const shown = authors.map((name) => plain(name).trim()).filter((name) => name !== "");
        expect(entry && all(entry, "author").flatMap((author) => textOf(author, "name"))).toEqual(shown.length > 0 ? shown : ["WG21"]);
        for (const updated of [...textOf(feed, "updated"), ...(entry ? textOf(entry, "updated") : [])])
          expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }),
    );
  });
});
