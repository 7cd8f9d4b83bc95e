import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { NOW, OLD, PLAIN, RICH } from "../../../test/feed/sample-facts.ts";
import { bytesOf, signerOf } from "../../../test/feed/signers.ts";
import type { Paper } from "../../papers/paper.ts";
import type { DraftFact } from "../fact.ts";
import { readHead } from "../head.ts";
import type { AboutFeed } from "./about.ts";
import { atom } from "./atom.ts";
import { indexPage } from "./index-page.ts";
import { jsonFeed } from "./json-feed.ts";
import { newsOf } from "./news.ts";
import { publication } from "./publication.ts";

const HOUR = 60 * 60_000;
const FOLDER = "https://scout.example/paperscout/";
const ABOUT: AboutFeed = {
  publisher: "Finds & more",
  folder: FOLDER,
  subscription: `${FOLDER}#ed25519=iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w`,
  at: NOW,
  expires: NOW + 2 * HOUR,
  waitMinutes: 15,
};
const PAPER: Paper = { id: "P4345R0", type: "paper", prefix: "P", number: 4345, revision: 0, title: "A paper", authors: ["Ada Lovelace"], audience: ["LEWG"] };
const ITEMS = newsOf([RICH, PLAIN, OLD], [{ paper: PAPER, at: NOW - 3 * HOUR }], NOW - 45 * 24 * HOUR);
/** Directions of writing can be turned around, and these are none of a text's own. */
const DISGUISES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("the news of a feed", () => {
  it("is what was found, changed and published, the newest first, but not what was there at first", () => {
    expect(ITEMS.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      "found D4200R0",
      "changed D4123R1: Contracts that cannot be proved",
      "added P4345R0: A paper",
      "found D4123R1: Contracts that cannot be proved",
    ]);
  });

  it.each<[string, Partial<DraftFact>, string[]]>([
    ["is gone", { files: [{ at: NOW, extension: ".pdf", gone: true }] }, ["gone", "found"]],
    ["was published", { published: { at: NOW, as: "P4200R0" } }, ["published", "found"]],
    ["was there at first and was published", { found: { at: 0, baseline: true }, published: { at: NOW, as: "P4200R0" } }, ["published", "changed"]],
    ["was found before", { found: { at: 0 }, files: [{ at: 0, extension: ".pdf" }] }, []],
  ])("of a draft that %s", (_, change, kinds) => {
    expect(newsOf([{ ...PLAIN, ...change }], [], NOW - 24 * HOUR).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("leads to isocpp.org and to the paper, by addresses that are built here", () => {
    expect(ITEMS.map(({ link }) => link)).toEqual([
      "https://isocpp.org/files/papers/D4200R0.pdf",
      "https://isocpp.org/files/papers/D4123R1.html",
      "https://wg21.link/p4345r0",
      "https://isocpp.org/files/papers/D4123R1.html",
    ]);
  });

  it("is at most 200 things", () => {
    const many = Array.from({ length: 500 }, (_, place) => ({ ...PLAIN, id: `D${5000 + place}R0` }));
    expect(newsOf(many, [], 0)).toHaveLength(200);
  });
});

/** The rules of jsonfeed.org/version/1.1 that a feed can break. */
function expectJsonFeed(text: string): Record<string, unknown>[] {
  const feed = JSON.parse(text);
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(typeof feed.title).toBe("string");
  for (const item of feed.items) {
    expect(typeof item.id === "string" && item.id !== "").toBe(true);
    expect(typeof item.content_text).toBe("string");
    expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    if (item.url !== undefined) expect(new URL(item.url).protocol).toBe("https:");
    if (item.authors !== undefined) for (const author of item.authors) expect(author.name).toBeTruthy();
    for (const tag of item.tags) expect(typeof tag).toBe("string");
    for (const own of Object.keys(item).filter((key) => key.startsWith("_"))) expect(item[own]).toBeTypeOf("object");
  }
  expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(feed.items.length);
  return feed.items;
}

describe("JSON Feed", () => {
  it("keeps its rules, and another reader of it finds the same", () => {
    const text = jsonFeed(ITEMS, ABOUT);
    expectJsonFeed(text);
    const feed = parseJsonFeed(text);
    expect(feed).toMatchObject({ title: "Finds & more", home_page_url: FOLDER, feed_url: `${FOLDER}feed.json` });
    expect(feed.items?.[1]).toMatchObject({
      title: "D4123R1: Contracts that cannot be proved",
      url: "https://isocpp.org/files/papers/D4123R1.html",
      authors: [{ name: "Kurt Gödel" }, { name: "Emmy Noether" }],
      content_text: "The draft D4123R1 has changed.\n\nThere are some.\nThey are true.",
    });
  });

  it("carries the facts for programs", () => expect(expectJsonFeed(jsonFeed(ITEMS, ABOUT))[1]).toMatchObject({ _paperscout: { id: "D4123R1" } }));
});

describe("Atom", () => {
  it("is what a reader of Atom finds", () => {
    const feed = parseAtomFeed(atom(ITEMS, ABOUT));
    expect(feed).toMatchObject({ id: FOLDER, title: { value: "Finds & more" }, updated: "2026-11-24T11:00:00.000Z" });
    expect(feed.links).toEqual([
      { rel: "self", href: `${FOLDER}feed.xml` },
      { rel: "alternate", href: FOLDER },
    ]);
    expect(feed.entries?.map(({ id }) => id)).toEqual(ITEMS.map(({ id }) => id));
    expect(feed.entries?.[1]).toMatchObject({
      authors: [{ name: "Kurt Gödel" }, { name: "Emmy Noether" }],
      categories: [{ term: "changed" }, { term: "EWG" }, { term: "SG21" }],
    });
  });

  it("is a feed also without news, and without an address", () => {
    const { folder: _, ...nowhere } = ABOUT;
    expect(parseAtomFeed(atom([], nowhere))).toMatchObject({ id: "tag:paperscout.invalid,2026:news:Finds%20%26%20more", updated: "2026-11-24T12:00:00.000Z" });
  });
});

describe("the page for people", () => {
  it("names the address to subscribe to, when it was written, and what is new", () => {
    const page = indexPage(ITEMS, ABOUT);
    expect(page).toContain(`<code>${ABOUT.subscription}</code>`);
    expect(page).toContain("2026-11-24 12:00 UTC");
    expect(page).toContain('<a href="https://isocpp.org/files/papers/D4123R1.html" rel="noreferrer">D4123R1: Contracts that cannot be proved</a>');
    expect(page).not.toMatch(/<script|javascript:| on\w+=/i);
  });

  it("says that there is nothing", () => expect(indexPage([], ABOUT)).toContain("Nothing yet."));
});

it("whatever a draft and a publisher say of themselves, all files stay what they are", async () => {
  const signer = await signerOf(1);
  const text = fc.oneof(
    anyText({ maxLength: 30 }),
    fc.constantFrom("]]>", "<!--", "&amp;", "\u0000\ufffe", "\ud800", "</title><script>alert(1)</script>", "\u202edne"),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.array(text, { maxLength: 3 }), text, async (title, authors, publisher) => {
      const fact: DraftFact = { ...PLAIN, page: { at: NOW, title, authors, audience: authors, abstract: title } };
      const about = { ...ABOUT, publisher, share: 1, mirrors: [] };
      const { files } = await publication({ drafts: [fact], statuses: [], papers: [] }, about, 0, signer);
      const contentOf = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes);
      for (const name of ["feed.json", "feed.xml", "index.html"]) {
        expect(contentOf(name)).not.toMatch(DISGUISES);
        expect(contentOf(name).isWellFormed()).toBe(true);
      }
      expectJsonFeed(contentOf("feed.json"));
      expect(parseAtomFeed(contentOf("feed.xml")).entries).toHaveLength(1);
      expect(contentOf("feed.xml")).not.toMatch(/[\ufffe\uffff]/);
      expect(contentOf("index.html")).not.toMatch(/<script|<img/i);
      expect(contentOf("index.html").match(/<li>/g)).toHaveLength(1);
      expect(await readHead(bytesOf(contentOf("head.json")), { keys: [signer.key] }, NOW)).toMatchObject({ ok: true });
    }),
  );
});
