import { readFileSync } from "node:fs";
import { escapeText } from "entities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { cpuMs } from "../../test/cpu-ms.ts";
import { indexesAtHand, saySampleStandsIn, sharedData } from "../../test/data.ts";
import { readIndex } from "../papers/index/read-index.ts";
import { type ListedPaper, paperOfListing } from "../papers/listing.ts";
import { isPaper } from "../papers/paper.ts";
import { listingUrl } from "./open-std/listing-url.ts";
import { readListing } from "./open-std/read-listing.ts";
import { fetchListing, yearsToAsk } from "./open-std.ts";

const YEAR = 2026;
const PAPERS = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers";
const HEADER =
  "<tr ><th >WG21 Number </th><th >Title <th >Author <th >Document Date <th >Mailing Date <th >Previous Version <th >Subgroup <th >Disposition </tr>";
const encode = (text: string) => new TextEncoder().encode(text);

describe("the listing of a year", () => {
  it("has its address", () => expect(listingUrl(2026)).toBe(`${PAPERS}/2026/`));

  it.each<[at: string, years: number[]]>([
    ["2026-01-01T00:00:00Z", [2026, 2025]],
    ["2026-01-31T23:59:59Z", [2026, 2025]],
    ["2026-02-01T00:00:00Z", [2026]],
    ["2026-12-31T23:59:59Z", [2026]],
    ["2027-01-01T00:30:00+01:00", [2026]],
  ])("is asked for at %s for %j", (at, years) => expect(yearsToAsk(Date.parse(at))).toEqual(years));

  const fetchFrom = (answer: (request: Request) => Response, known = {}) =>
    fetchListing({ fetch: async (input, init) => answer(new Request(input, init)), isOnline: () => true }, { year: 2026, known, maxMegabytes: 1 }, () => 0);

  it("is given as it was sent, unread", async () => {
    const headers = { "last-modified": "Sun, 22 Nov 2026 05:00:00 GMT", "content-type": "text/html" };
    expect(await fetchFrom(() => new Response("no page", { headers }))).toEqual({
      kind: "listing",
      body: encode("no page"),
      contentType: "text/html",
      lastModified: "Sun, 22 Nov 2026 05:00:00 GMT",
    });
  });

  it("is asked for only where it has changed since the one that is known", async () => {
    let asked: Request | undefined;
    const answer = await fetchFrom(
      (request) => {
        asked = request;
        return new Response(null, { status: 304 });
      },
      { etag: '"1"', lastModified: "Sun, 22 Nov 2026 05:00:00 GMT" },
    );
    expect(answer).toEqual({ kind: "unchanged" });
    expect(asked?.url).toBe(`${PAPERS}/2026/`);
    expect(asked?.headers.get("if-none-match")).toBe('"1"');
    expect(asked?.headers.get("if-modified-since")).toBe("Sun, 22 Nov 2026 05:00:00 GMT");
  });

  it.each<[name: string, response: Response, failure: object]>([
    [
      "the host does",
      new Response("no", { status: 503, headers: { "retry-after": "60" } }),
      { failure: { kind: "server-error", status: 503 }, retryAfterMs: 60_000 },
    ],
    ["there is none yet", new Response("no", { status: 404 }), { failure: { kind: "not-found" } }],
    ["it is larger than is allowed", new Response("x".repeat(1_000_001)), { failure: { kind: "too-large", megabytes: 1 } }],
  ])("fails where %s", async (_name, response, failure) => {
    expect(await fetchFrom(() => response)).toEqual({ kind: "failed", ...failure });
  });
});

describe("a page", () => {
  it("is read row by row, table by table, whatever end tags it lacks", () => {
    const page = `<html><head><title>Papers 2026</title><body><TABLE>${HEADER}
      <tr ><td ><a href="sd-1.htm">SD-1</a> </td><td >The list <td >Ada <td >2026-12-18 <td >2026-18 <td ><td ><td ></tr></TABLE>
      <h2><a id="mailing2026-11">November</a></h2><table>
      <tr ><td ><a href="n5050.pdf">N5050</a> </td>
<td >A <i>working</i> draft &amp; more </td>
<td >Thomas K&ouml;ppe </td>
<td >2026-11-20 </td>
<td > </td>
<td > </td>
<td >All of WG21 </td>
<td > </td>
</tr>
      <tr><td>P0001R1<td>Info: a pledge<td>Ada Lovelace<br>Kurt Gödel<td><td>missing<td><a href="../2025/p0001r0.html">P0001R0</a><td>SG1 Concurrency,LEWG Library Evolution<td>Adopted 2026-11
      <h2><a name="mailing2026-10">October</a></h2><table>
      <TR><TD><A HREF="../2025/P0002R0.MD">p0002r0<TD>Ask: may we?<TD>Emmy Noether<TD>2026-10-01<TD>2026-10<TD><TD><TD>
      <tr><td><a href="p0001r1.html">P0001R1</a><td>A pledge of old<td>Ada Lovelace<td><td>2026-10<td><td><td>
      <tr><td colspan="8">2026-09 mid-meeting </td></tr>
      <tr><td>2026-08<td>has no papers</tr>
      <tr><td><a href="p0003r0.txt">P0003R0</a><td>A vow<td>Emmy Noether<td>2026-09-01<td>&nbsp;<td><td><td>
      <tr><td>&nbsp;<td>to be announced<td>`;
    expect(read(page)).toEqual({
      papers: [
        {
          id: "N5050",
          title: "A working draft & more",
          authors: ["Thomas Köppe"],
          audience: ["WG21"],
          date: "2026-11-20",
          mailing: "2026-11",
          link: `${PAPERS}/2026/n5050.pdf`,
        },
        {
          id: "P0001R1",
          title: "Info: a pledge",
          authors: ["Ada Lovelace", "Kurt Gödel"],
          audience: ["SG1", "LEWG"],
          previous: "P0001R0",
          disposition: "Adopted 2026-11",
        },
        {
          id: "P0002R0",
          title: "Ask: may we?",
          authors: ["Emmy Noether"],
          audience: [],
          date: "2026-10-01",
          mailing: "2026-10",
          link: `${PAPERS}/2025/P0002R0.MD`,
        },
        { id: "P0003R0", title: "A vow", authors: ["Emmy Noether"], audience: [], date: "2026-09-01", mailing: "2026-09", link: `${PAPERS}/2026/p0003r0.txt` },
      ],
      skipped: 2,
    });
  });

  it.each<[name: string, page: string]>([
    ["by a header of its own", "<table><tr><td>Title<td>Audience<td>Paper<tr><td>A pledge<td>SG1<td>P0001R0</table>"],
    ["by the header of an earlier table", "<table><tr><th>Title<th>Audience<th>Paper</table><table><tr><td>A pledge<td>SG1<td>P0001R0</table>"],
    ["by its own where an earlier one differs", `<table>${HEADER}</table><table><tr><th>Title<th>Audience<th>Paper<tr><td>A pledge<td>SG1<td>P0001R0</table>`],
    ["by count where the header of an earlier table is wider", `<table>${HEADER}</table><table><tr><td>P0001R0<td>A pledge<td><td>SG1</table>`],
    ["by its own where its row is shorter", `<table>${HEADER}<tr><td>P0001R0<td>A pledge<td><td><td><td><td>SG1</table>`],
    ["by its own of another order where its row is shorter", "<table><tr><th>Title<th>Audience<th>Paper<th>Author<tr><td>A pledge<td>SG1<td>P0001R0</table>"],
    ["by the first of two alike", "<table><tr><th>Paper<th>Title<th>Audience<th>Old Number<tr><td>P0001R0<td>A pledge<td>SG1<td>N4971</table>"],
    ["by count: 4", "<table><tr><td>P0001R0<td>A pledge<td><td>SG1</table>"],
    ["by count: 5", "<table><tr><td>P0001R0<td>A pledge<td><td><td>SG1</table>"],
    ["by count: 8", "<table><tr><td>P0001R0<td>A pledge<td><td><td><td><td>SG1<td></table>"],
    ["past the American number", "<table><tr><td>P0001R0<td>11-0012<td>A pledge<td><td><td><td><td>SG1<td></table>"],
    [
      "past the American number that a header names",
      "<table><tr><th>WG21 Number<th>PL22.16 Number<th>Title<th>Subgroup<tr><td>P0001R0<td>11-0012<td>A pledge<td>SG1</table>",
    ],
    [
      "past a list of files",
      "<table><tr><th>Name<th>Modified<th>Size<th>About<tr><td>n1.pdf<td>x<td>2K<td></table><table><tr><td>P0001R0<td>A pledge<td><td>SG1</table>",
    ],
  ])("has its columns named %s", (_name, page) => {
    expect(read(page)).toEqual({ papers: [{ id: "P0001R0", title: "A pledge", authors: [], audience: ["SG1"] }], skipped: 0 });
  });

  it.each<[href: string, link: string | undefined]>([
    ["p0001r0.html", `${PAPERS}/2026/p0001r0.html`],
    ["../2025/p0001r0.pdf", `${PAPERS}/2025/p0001r0.pdf`],
    ["/jtc1/sc22/wg21/docs/papers/2025/p0001r0.pdf", `${PAPERS}/2025/p0001r0.pdf`],
    ["http://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026/p0001r0.html", `${PAPERS}/2026/p0001r0.html`],
    ["//www.open-std.org/p1.html#x", "https://www.open-std.org/p1.html#x"],
    ["p 1&amp;2.html", `${PAPERS}/2026/p%201&2.html`],
    ["", undefined],
    ["#top", undefined],
    ["./", undefined],
    ["../2025/?a=b.html", undefined],
    ["https://example.org/p0001r0.html", undefined],
    ["//example.org/p0001r0.html", undefined],
    ["\\\\example.org\\p0001r0.html", undefined],
    ["https://www.open-std.org.example.org/p0001r0.html", undefined],
    ["https://www.open-std.org:8443/p0001r0.html", undefined],
    ["https://ada@www.open-std.org/p0001r0.html", undefined],
    ["ftp://www.open-std.org/p0001r0.html", undefined],
    ["javascript:alert(1)//x.html", undefined],
    ["data:text/html,x", undefined],
    ["http://[", undefined],
    [`${"p".repeat(500)}.html`, undefined],
  ])("with a number that links to %j leads to %j", (href, link) => {
    const page = `<table><tr><td><a href="${href}">P0001R0</a><td>A pledge<td>Ada<td>2026<td>2026-11<td><td><td></table>`;
    expect(read(page).papers[0]?.link).toBe(link);
  });

  it("may be UTF-8 or not, and say nothing of it", () => {
    const page = "<table><tr><td>P0001R0<td>A pledge<td>Thomas Köppe<td></table>";
    const latin1 = Uint8Array.from(page, (letter) => letter.charCodeAt(0));
    expect(readListing(latin1, "text/html", YEAR)).toEqual(readListing(encode(page), "text/html", YEAR));
    expect(read(page).papers[0]?.authors).toEqual(["Thomas Köppe"]);
  });
});

describe("a page that lists no paper is not taken for a listing without papers", () => {
  it.each<[name: string, kind: string, page: string]>([
    ["nothing", "html", ""],
    ["blanks", "html", " \n "],
    ["JSON", "html", '{"P0001R0":{"title":"<td>"}}'],
    ["words", "html", "<html><body><h1>Papers 2026</h1><p>P0001R0 A pledge</body></html>"],
    ["a login", "html", "<form><table><tr><td>User<td><input name=user><td>or<tr><td>Password<td><input><td>P0001R0</table></form>"],
    ["a menu", "html", "<table><tr><td><a href=n4950.pdf>N4950</a><td>Working draft</table>"],
    [
      "a list of files",
      "html",
      "<h1>Index of /papers/2026</h1><table><tr><th><img></th><th><a href='?C=N'>Name</a></th><th>Last modified</th><th>Size</th></tr>" +
        "<tr><td><img><td><a href='p0001r0.html'>p0001r0.html</a><td>2026-11-16 10:00<td>12K</tr></table>",
    ],
    [
      "a list of files without pictures",
      "html",
      "<table><tr><th>Name<th>Last modified<th>Size<th>Description<tr><th colspan=5><hr><tr><td><a href='p0001r0.html'>p0001r0.html</a><td>2026-11-16 10:00<td>12K<td></table>",
    ],
    ["a list of files in one piece", "html", "<pre><a href='p0001r0.html'>p0001r0.html</a> 2026-11-16 10:00 12K\n</pre>"],
    ["a comment", "html", `<!-- <table>${HEADER}<tr><td>P0001R0<td>x<td>x<td>x</table> -->`],
    ["a header alone", "no-papers", `<table>${HEADER}</table>`],
    ["a standing document alone, as a year begins", "no-papers", `<table>${HEADER}<tr><td><a href=sd-1.htm>SD-1</a><td>List<td><td><td><td><td><td></table>`],
    ["numbers alone", "no-papers", `<table>${HEADER}<tr><td>P0001R0<td><td><td><td><td><td><td></table>`],
  ])("%s: %s", (_name, kind, page) => {
    expect(readListing(encode(page), "text/html", YEAR)).toEqual({ failure: { kind } });
  });

  it("bytes of another kind", () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, n) => (n * n * 31) % 256);
    expect(readListing(bytes, "application/pdf", YEAR)).toEqual({ failure: { kind: "html" } });
  });
});

describe("whatever was sent", () => {
  const piece = fc.constantFrom(
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th>",
    "<a href=",
    "'x'>",
    "P0001R0",
    "N4971",
    "Title",
    "WG21 Number",
    "2026-11",
    "<a id=mailing2026-10>",
  );

  it("is a listing with papers in it, or not one", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, anyText({ maxLength: 8 })), { maxLength: 60 }), (pieces) => {
        const found = readListing(encode(pieces.join("")), "", YEAR);
        if ("failure" in found) return;
        expect(found.papers.size).toBeGreaterThan(0);
        for (const [id, listed] of found.papers) {
          expect(listed.id).toBe(id);
          expect(isPaper(paperOfListing(listed))).toBe(true);
          expect(listed.link ?? PAPERS).toMatch(/^https:\/\/www\.open-std\.org\//);
        }
      }),
    );
  });

  const word = fc.constantFrom("C++", "std::hive", "<chrono>", "a & b", "T&lt", "&amp;", "größer", "–", "ł", "x");
  const listed = fc.record<ListedPaper>(
    {
      id: fc.oneof(
        fc
          .tuple(fc.constantFrom("P", "D"), fc.integer({ min: 1, max: 12_000 }), fc.nat(30))
          .map(([letter, number, revision]) => `${letter}${String(number).padStart(4, "0")}R${revision}`),
        fc.integer({ min: 1, max: 9999 }).map((number) => `N${String(number).padStart(4, "0")}`),
      ),
      title: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")),
      authors: fc.array(fc.constantFrom("Ada Lovelace", "Kurt Gödel", "Stanisław Ulam", "J. Doe, Jr.")),
      audience: fc.uniqueArray(fc.constantFrom("SG1", "LEWG", "WG21", "the queen")),
      date: fc.constantFrom("2026-11-16", "2026-01-01"),
      mailing: fc.constantFrom("2026-11", "2027-01"),
      previous: fc.constantFrom("P0001R0", "N4971"),
      disposition: fc.constantFrom("Adopted 2026-11", "x & y"),
      link: fc.constantFrom(`${PAPERS}/2026/p1.html`, `${PAPERS}/2025/n1.pdf`),
    },
    { requiredKeys: ["id", "title", "authors", "audience"] },
  );
  const papers = fc.uniqueArray(listed, { selector: ({ id }) => id, minLength: 1 });

  it("reads as what was written, end tags or none, header or none", () => {
    fc.assert(
      fc.property(papers, fc.boolean(), fc.boolean(), (rows, hasEndTags, hasHeader) => {
        const page = `<table>${hasHeader ? HEADER : ""}${rows.map((row) => render(row, hasEndTags ? " </td>\n" : "")).join("")}</table>`;
        expect(read(page)).toEqual({ papers: rows, skipped: 0 });
      }),
    );
  });
});

describe("a page of any size takes time in proportion", () => {
  it("5,000 papers", () => {
    const row = (n: number): ListedPaper => ({
      id: `P${n}R0`,
      title: "A vow of Gödel & Curry",
      authors: ["Kurt Gödel"],
      audience: ["LEWG", "SG1"],
      date: "2026-11-16",
    });
    const page = encode(`<table>${Array.from({ length: 5000 }, (_, n) => render(row(n + 1000), " </td>\n")).join("")}</table>`);
    // 110 ms on a slow machine once it is warm, three times that at first.
    expect(cpuMs(() => expect(readListing(page, "text/html", YEAR)).toMatchObject({ papers: { size: 5000 }, skipped: 0 }))).toBeLessThan(2_000);
  });

  it.each(["<b>", "<table>", "<tr><td>", "<td>", "<td><a href='", "<p>", "<br>", "<svg>", "x", "\n", " ", "<", "&", "<!--", "<td colspan=99>", ", and"])(
    "1 MB of %j after the cell of a paper",
    (piece) => {
      const page = encode(`<table><tr><td><a href=p0001r0.html>P0001R0</a><td>A vow<td>${piece.repeat(1_000_000 / piece.length)}`);
      page[page.length - 1] = 0xff;
      // Half a second at most on a slow machine; what is quadratic takes a minute.
      expect(cpuMs(() => expect(readListing(page, "text/html", YEAR)).toMatchObject({ papers: { size: 1 } }))).toBeLessThan(10_000);
    },
  );
});

const sample = sharedData("openstd-listing.sample.html");
if (sample) {
  it("reads the rows of real papers", () => {
    const found = readListing(readFileSync(sample), "text/html", 2023);
    const { papers, skipped } = "failure" in found ? { papers: new Map<string, ListedPaper>(), skipped: 0 } : found;
    expect([...papers.keys()]).toEqual(["N4971", "P0447R26", "P0952R2", "P0792R12"]);
    expect(skipped).toBe(0);
    expect(papers.get("P0447R26")).toMatchObject({
      authors: ["Matt Bentley"],
      audience: ["SG14", "LEWG", "WG21"],
      date: "2023-12-17",
      mailing: "2023-12",
      previous: "P0447R25",
    });
    expect(papers.get("N4971")?.authors).toEqual(["Thomas Köppe"]);
    expect(papers.get("P0952R2")).toMatchObject({ disposition: "Adopted 2023-11", link: `${PAPERS}/2023/p0952r2.html` });
    expect(papers.get("P0792R12")).toMatchObject({ mailing: "2023-01", authors: ["Vittorio Romeo", "Zhihao Yuan", "Jarrad Waterloo"] });
  });
} else saySampleStandsIn("openstd-listing.sample.html");

it.each(indexesAtHand(["index.json", "index-2021-07-15.json"]))("reads every paper of %s back from a listing of it", (_name, path) => {
  const { entries } = readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8"))));
  const papers = [...entries.values()].filter((paper) => isPaper(paper) && paper.longLink?.startsWith(`${PAPERS}/`));
  expect(papers.length).toBeGreaterThan(0);
  const page = papers.map(({ longLink, ...paper }) => render({ ...paper, ...(longLink && { link: longLink }) }, " </td>\n")).join("");
  const found = readListing(encode(`<table>${HEADER}${page}</table>`), "text/html", YEAR);
  const read = "failure" in found ? [] : [...found.papers.values()].map(paperOfListing);
  expect(read).toEqual(papers.map(({ link, githubUrl, ...paper }) => paper));
});

function read(page: string) {
  const found = readListing(encode(page), "text/html", YEAR);
  return "failure" in found ? { ...found, papers: [] } : { ...found, papers: [...found.papers.values()] };
}

/** A row as the host writes it, the columns in its order. */
function render(
  { id, title, authors, audience, date, mailing, previous, disposition, link }: Omit<ListedPaper, "link"> & { link?: string },
  end: string,
): string {
  const number = link ? `<a href="${escapeText(link.replace(`${PAPERS}/`, "../"))}">${id}</a>` : id;
  const texts = [title, authors.join(", "), date, mailing, previous, audience.join(","), disposition].map((text = "") => escapeText(text));
  return `<tr >${[number, ...texts].map((text) => `<td >${text}${end}`).join("")}${end && "</tr>\n"}`;
}
