import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEntry } from "./index/read-entry.ts";
import { diffListing, type ListedPaper, paperOfListing, withListing } from "./listing.ts";
import type { Paper } from "./paper.ts";
import { paperLink } from "./paper-link.ts";

const LINK = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026/p1r0.html";
const LISTED: ListedPaper = {
  id: "P0001R0",
  title: "A pledge",
  authors: ["Ada Lovelace", "Kurt Gödel"],
  audience: ["SG1", "LEWG"],
  date: "2026-11-16",
  mailing: "2026-11",
  previous: "N0001",
  disposition: "Adopted 2026-11",
  link: LINK,
};
const BARE: ListedPaper = { id: "P0001R0", title: "", authors: [], audience: [] };
const STUB: Paper = { id: "P0001R0", type: "paper", prefix: "P", number: 1, revision: 0, title: "", authors: [], audience: [] };
const SHORT_LINK = "https://wg21.link/p0001r0";

describe("a paper of the index with what the listing adds", () => {
  it.each<[name: string, silent: Partial<Paper>, added: Partial<Paper>]>([
    ["title", { title: "A vow" }, { title: "A pledge" }],
    ["authors", { authors: ["Sophie Germain"] }, { authors: ["Ada Lovelace", "Kurt Gödel"] }],
    ["audience", { audience: ["EWG"] }, { audience: ["SG1", "LEWG"] }],
    ["date", { date: "2026" }, { date: "2026-11-16" }],
    ["longLink", { longLink: "https://example.org/p1" }, { longLink: LINK }],
  ])("has its own %s, and the listing's only where it has none", (name, spoken, added) => {
    expect(withListing({ ...STUB, ...spoken }, LISTED)).toMatchObject(spoken);
    expect(withListing(STUB, LISTED)).toMatchObject(added);
    expect(withListing({ ...STUB, ...spoken }, BARE)).toEqual({ ...STUB, ...spoken });
    expect(name in added).toBe(true);
  });

  it("keeps what no listing has, and its short link", () => {
    const own = { link: SHORT_LINK, githubUrl: "https://github.com/cplusplus/papers/issues/1" };
    expect(withListing({ ...STUB, ...own }, LISTED)).toEqual({ ...paperOfListing(LISTED), ...own });
  });

  it("stays as it is where neither knows more", () => {
    expect(withListing(STUB, BARE)).toEqual(STUB);
  });
});

describe("a paper that the index lacks", () => {
  it("leads to its document, since wg21.link may not know it", () => {
    expect(paperLink(paperOfListing(LISTED))).toBe(LINK);
    expect(paperLink(paperOfListing(BARE))).toBe(SHORT_LINK);
  });

  const id = fc.constantFrom("P0001R0", "P2300R10", "P3141", "N0082", "N4971", "D3980R0", "P04116R0");
  const name = fc.constantFrom("Ada Lovelace", "Kurt Gödel", "Johann von Neumann");
  const listed = fc.record<ListedPaper>(
    {
      id,
      title: fc.constantFrom("", "A pledge", "Info: C++ & you"),
      authors: fc.uniqueArray(name),
      audience: fc.uniqueArray(fc.constantFrom("SG1", "LEWG", "WG21")),
      date: fc.constantFrom("2026-11-16", "2026-11", "2026"),
      link: fc.constant(LINK),
    },
    { requiredKeys: ["id", "title", "authors", "audience"] },
  );

  it("is as the index would have it", () => {
    fc.assert(
      fc.property(listed, (row) => {
        const entry = { ...row, type: "paper", author: row.authors.join(", "), subgroup: row.audience.join(", "), long_link: row.link, link: undefined };
        expect(readEntry(row.id, entry)).toEqual({ paper: paperOfListing(row), repairs: [] });
      }),
    );
  });
});

describe("diffListing", () => {
  it.each<[field: string, changed: ListedPaper]>([
    ["title", { ...LISTED, title: "A vow" }],
    ["authors", { ...LISTED, authors: ["Kurt Gödel", "Ada Lovelace"] }],
    ["authors run together", { ...LISTED, authors: ["Ada Lovelace,Kurt Gödel"] }],
    ["audience", { ...LISTED, audience: ["SG1"] }],
    ["date", { ...LISTED, date: "2026-11-17" }],
    ["mailing", { ...LISTED, mailing: "2026-12" }],
    ["previous", { ...LISTED, previous: "N0002" }],
    ["disposition", { ...LISTED, disposition: "Adopted 2026-12" }],
    ["link", { ...LISTED, link: `${LINK}x` }],
  ])("tells of another value: %s", (_field, changed) => {
    expect(diffListing(rows(LISTED), rows(changed))).toEqual({ added: [], changed: [{ listed: changed, before: LISTED }], vanished: [] });
  });

  it("sees no change where the fields stand in another order, and one where a value has moved to its neighbour", () => {
    const { id, ...rest } = LISTED;
    expect(diffListing(rows(LISTED), rows({ ...rest, id }))).toEqual({ added: [], changed: [], vanished: [] });
    const [one, other] = [
      { ...BARE, mailing: "x" },
      { ...BARE, previous: "x" },
    ];
    expect(diffListing(rows(one), rows(other)).changed).toHaveLength(1);
  });

  const row = fc.record<ListedPaper>(
    {
      id: fc.constantFrom("P0001R0", "P0001R1", "N4971", "D0002R0"),
      title: fc.constantFrom("", "A pledge", "A vow"),
      authors: fc.uniqueArray(fc.constantFrom("Ada Lovelace", "Kurt Gödel")),
      audience: fc.uniqueArray(fc.constantFrom("SG1", "LEWG")),
      date: fc.constantFrom("2026-11-16", "2026-11-17"),
      mailing: fc.constant("2026-11"),
      disposition: fc.constant("Adopted"),
    },
    { requiredKeys: ["id", "title", "authors", "audience"] },
  );
  const listing = fc.uniqueArray(row, { selector: ({ id }) => id }).map((papers) => rows(...papers));

  it("leads from one state to the other", () => {
    fc.assert(
      fc.property(listing, listing, (before, after) => {
        const { added, changed, vanished } = diffListing(before, after);
        const state = new Map(before);
        for (const id of vanished) expect(state.delete(id)).toBe(true);
        for (const { listed, before: old } of changed) {
          expect(state.get(listed.id)).toBe(old);
          expect(listed).not.toEqual(old);
        }
        for (const { id } of added) expect(state.has(id)).toBe(false);
        for (const paper of [...added, ...changed.map(({ listed }) => listed)]) state.set(paper.id, paper);
        expect(state).toEqual(after);
      }),
    );
  });
});

function rows(...papers: ListedPaper[]): Map<string, ListedPaper> {
  return new Map(papers.map((paper) => [paper.id, paper]));
}
