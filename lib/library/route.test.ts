import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { KINDS, SORTS } from "./filters.ts";
import { formatRoute, HOME, INBOX, paperRoute, parseRoute, placeOf, type Route } from "./route.ts";

const search = (text: string, filters = {}, more = {}): Route => ({ page: "search", text, filters, ...more });
const nothing = (text: string): Route => ({ page: "nothing", text });

describe("parseRoute", () => {
  it.each<[hash: string, route: Route]>([
    ["", HOME],
    ["#", HOME],
    ["#/", HOME],
    ["#/search", HOME],
    ["#/search/", HOME],
    ["#/search/executors%20niebler", search("executors niebler")],
    ["#/search/a/b?year=2026", search("a/b", { year: 2026 })],
    ["#/search/100%", search("100%")],
    ["#/search/%E0%A4%A", search("%E0%A4%A")],
    [
      "#/?audience=LEWG&year=2026&mailing=2026-10&kind=n&watched=1&unread=1&sort=title",
      {
        ...search("", { audience: "LEWG", year: 2026, mailing: "2026-10", kind: "n", watched: true, unread: true }, { sort: "title" }),
      },
    ],
    ["#/?author=Eddie+K%C3%BChl", search("", { author: "Eddie Kühl" })],
    ["#/?year=twenty&mailing=2026-13&kind=book&watched=yes&unread=0&sort=random&audience=&author=%20", HOME],
    ["#/?year=20260", HOME],
    ["#/?mailing=2026-10-01", HOME],
    ["#/paper/P2300", { page: "paper", series: "P2300" }],
    ["#/paper/p2300r10", { page: "paper", series: "P2300", document: "P2300R10" }],
    ["#/paper/D2300R11", { page: "paper", series: "P2300", document: "D2300R11" }],
    ["#/paper/2300", { page: "paper", series: "P2300" }],
    ["#/paper/P42", { page: "paper", series: "P0042" }],
    ["#/paper/N4950", { page: "paper", series: "N4950" }],
    ["#/paper/p04116r0", { page: "paper", series: "P04116R0" }],
    ["#/paper/LWG2300", nothing("LWG2300")],
    ["#/paper/", nothing("/paper/")],
    ["#/paper/javascript:alert(1)", nothing("javascript:alert(1)")],
    ["#/P2300/changes", { page: "changes", series: "P2300" }],
    ["#/p2300/changes/", { page: "changes", series: "P2300" }],
    ["#/P2300/changes/R9..R10", { page: "changes", series: "P2300", before: "P2300R9", after: "P2300R10" }],
    ["#/P2300/changes/r10..p2300r9", { page: "changes", series: "P2300", before: "P2300R10", after: "P2300R9" }],
    ["#/P2300/changes/P0443R14..R0", { page: "changes", series: "P2300", before: "P0443R14", after: "P2300R0" }],
    ["#/P2300/changes/D2300R11@before..D2300R11", { page: "changes", series: "P2300", before: "D2300R11@before", after: "D2300R11" }],
    ["#/P2300/changes/N4800..R0", { page: "changes", series: "P2300", before: "N4800", after: "P2300R0" }],
    ["#/P2300/changes/R9", nothing("/P2300/changes/R9")],
    ["#/P2300/changes/R9..R10..R11", nothing("/P2300/changes/R9..R10..R11")],
    ["#/P2300/changes/x..y", nothing("/P2300/changes/x..y")],
    ["#/P2300/else", nothing("/P2300/else")],
    ["#/author/Eric%20Niebler", { page: "author", name: "Eric Niebler" }],
    ["#/author/%F0%9F%99%82", nothing("🙂")],
    ["#/author/", nothing("/author/")],
    ["#/mailing/2026-10", { page: "mailing", mailing: "2026-10" }],
    ["#/mailing/2026-10x", nothing("2026-10x")],
    ["#/mailing/2026-13", nothing("2026-13")],
    ["#/mailing/2026-10?audience=LEWG", { page: "mailing", mailing: "2026-10", audience: "LEWG" }],
    ["#/mailings", { page: "mailings" }],
    ["#/inbox", INBOX],
    ["#/inbox?view=later&by=mailing", { page: "inbox", view: "later", by: "mailing" }],
    ["#/inbox?view=old&by=colour", INBOX],
    ["#/inbox/P2300", nothing("P2300")],
    ["#/mailings/2026", nothing("2026")],
    ["#/constructor", nothing("/constructor")],
    ["#nonsense", nothing("nonsense")],
    ["#javascript:alert(1)", nothing("javascript:alert(1)")],
  ])("reads %j", (hash, route) => expect(parseRoute(hash)).toEqual(route));

  it("keeps no more of a long text than a control holds", () => {
    const long = "x".repeat(5_000);
    for (const hash of [`#/search/${long}`, `#/paper/${long}`, `#/author/${long}`, `#${long}`, `#/?author=${long}`]) {
      expect(JSON.stringify(parseRoute(hash)).length).toBeLessThan(300);
    }
  });

  it("never throws, and gives a route whose address is harmless", () => {
    const hash = fc.oneof(
      anyText(),
      fc.tuple(fc.constantFrom("search", "paper", "author", "mailing", "mailings", "x"), anyText()).map(([page, rest]) => `#/${page}/${rest}`),
      anyText().map((query) => `#/?${query}`),
    );
    fc.assert(
      fc.property(hash, (hash) => {
        expect(formatRoute(parseRoute(hash))).toMatch(/^#\/[\w%.!~*'()\-/?=&+@]*$/);
      }),
    );
  });
});

describe("formatRoute", () => {
  const text = anyText({ maxLength: 20 }).map((text) => text.toWellFormed().trim());
  const filters = fc.record(
    {
      audience: text.filter((text) => text !== ""),
      year: fc.integer({ min: 1900, max: 2199 }),
      mailing: fc.constantFrom("1998-01", "2026-10", "2026-12"),
      author: text.filter((text) => text !== ""),
      kind: fc.constantFrom(...KINDS),
      watched: fc.constant(true as const),
      unread: fc.constant(true as const),
    },
    { requiredKeys: [] },
  );
  const id = fc
    .tuple(fc.constantFrom("P", "D"), fc.nat(99_999), fc.nat(99))
    .map(([prefix, number, revision]) => `${prefix}${String(number).padStart(4, "0")}R${revision}`);
  const route = fc.oneof<fc.Arbitrary<Route>[]>(
    fc.record({ page: fc.constant("search" as const), text, filters }),
    fc.record({ page: fc.constant("search" as const), text, filters, sort: fc.constantFrom(...SORTS) }),
    id.map((id) => paperRoute(id) ?? HOME),
    fc.nat(9_999).map((number) => paperRoute(`N${number}`) ?? HOME),
    fc.tuple(id, id, fc.boolean()).map(([before, after, isFormer]) => ({
      page: "changes" as const,
      series: "P2300",
      before: isFormer ? `${before}@before` : before,
      after,
    })),
    fc.constantFrom("Eric Niebler", "Kühl", "J/K%2F ?#&", "van der Berg").map((name) => ({ page: "author" as const, name })),
    fc.constantFrom("2026-10", "1994-01").map((mailing) => ({ page: "mailing" as const, mailing })),
    fc.constant({ page: "mailings" as const }),
  );

  it("is read back as the same route", () => {
    fc.assert(
      fc.property(route, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it("writes addresses that people can read", () => {
    expect(formatRoute(HOME)).toBe("#/");
    expect(formatRoute(search("executors", { audience: "LEWG", watched: true }, { sort: "number" }))).toBe(
      "#/search/executors?audience=LEWG&watched=1&sort=number",
    );
    expect(formatRoute({ page: "paper", series: "P2300", document: "P2300R10" })).toBe("#/paper/P2300R10");
    expect(formatRoute({ page: "author", name: "Eric Niebler" })).toBe("#/author/Eric%20Niebler");
    expect(formatRoute(nothing("\ud800"))).toBe("#/nothing/%EF%BF%BD");
  });
});

it("typing, filters, order and what is compared stay in one place; everything else is another", () => {
  expect(placeOf(search("a", { year: 2026 }))).toBe(placeOf(HOME));
  expect(placeOf({ page: "changes", series: "P1", before: "P1R0", after: "P1R1" })).toBe(placeOf({ page: "changes", series: "P1" }));
  expect(placeOf({ page: "changes", series: "P1" })).not.toBe(placeOf({ page: "changes", series: "P2" }));
  expect(placeOf({ page: "paper", series: "P1", document: "P1R0" })).not.toBe(placeOf({ page: "paper", series: "P1" }));
});
