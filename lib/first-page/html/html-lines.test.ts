import { describe, expect, it } from "vitest";
import { readHtmlLines } from "./html-lines.ts";

/** "group.column: text" of each line, groups numbered from 0 as they come, with what it is marked as. */
function shown(html: string): string[] {
  const { lines } = readHtmlLines(html);
  const groups = [...new Set(lines.map(({ group }) => group))];
  return lines.map(
    ({ text, group, column, heading, part }) =>
      `${groups.indexOf(group)}${column === undefined ? "" : `.${column}`}: ${text}${heading === undefined ? "" : ` h${heading}`}${part ? ` ${part}` : ""}`,
  );
}

describe("the lines of a document", () => {
  it.each<[string, string, string[]]>([
    ["a paragraph", "<p>a <b>b</b>c</p>", ["0: a bc"]],
    ["two paragraphs", "<p>a</p><p>b</p>", ["0: a", "1: b"]],
    ["lines of a paragraph", "<p>a<br>b</p>c", ["0: a", "0: b", "1: c"]],
    ["what stands before and behind a block", "a<div>b</div>c", ["0: a", "1: b", "2: c"]],
    ["headings", "<h1>a</h1><h6>b</h6><hr>c", ["0: a h1", "1: b h6", "2: c"]],
    ["parts", '<p class="author">a <i>b</i></p><p>c <b class="date">d</b></p>', ["0: a b author", "1: c d date"]],
    ["typed lines", "<pre>a\nb\n\nc</pre>", ["0: a", "0: b", "1: c"]],
    ["rows", "<table><tr><td>a<td>b<tr><td>c<td>d</table>e", ["0.0: a", "0.1: b", "1.0: c", "1.1: d", "2: e"]],
    ["rows without a label", "<table><tr><td>a<td>b<tr><td><td>c</table>", ["0.0: a", "0.1: b", "0.1: c"]],
    [
      "a label beside three rows",
      "<table><tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d<tr><td>e<td>f</table>",
      ["0.0: a", "0.1: b", "0.1: c", "0.1: d", "1.0: e", "1.1: f"],
    ],
    ["a label beside two rows", "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>", ["0.0: a", "0.1: b", "0.1: c", "1.0: d"]],
    ["a label beside one row", "<table><tr><td rowspan=1>a<td>b<tr><td>c</table>", ["0.0: a", "0.1: b", "1.0: c"]],
    ["a value beside two rows", "<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", ["0.0: a", "0.1: b", "1.0: c"]],
    ["a table within a table", "<table><tr><td>a<td><table><tr><td>b</table></table>", ["0.0: a", "1.0: b"]],
    ["terms", "<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>f", ["0.0: a", "0.1: b", "0.1: c", "1.0: d", "1.1: e", "2: f"]],
    ["cells outside of tables", "<dl><dt>a</dl><p>b", ["0.0: a", "1: b"]],
    ["addresses of links", '<p><a href="mailto:a@b.org">Ada</a> <a href="mailto:c@d.org">c@d.org</a></p>', ["0: Ada <a@b.org> c@d.org"]],
    ["an address behind another", '<p>x@y.org <a href="mailto:a@b.org">Ada</a></p>', ["0: x@y.org Ada <a@b.org>"]],
    ["what nobody reads", "<p>a<script>b</script><svg><title>c</title></svg>d</p>", ["0: ad"]],
  ])("%s", (_, html, expected) => expect(shown(html)).toEqual(expected));
});

describe("the head of a document", () => {
  it.each([
    ["its title", "<title>a\n b</title>", { title: "a b" }],
    ["no title of a picture", "<svg><title>a</title></svg>", { title: "" }],
    ["its date", '<meta name=date content="2026">', { date: "2026" }],
    ["the first of its dates, by any of its names", '<meta name="DCterms.date" content="1"><meta name="dc.date" content="2">', { date: "1" }],
    ["no other date", '<meta name="xdate" content="1"><meta name="dates" content="2">', { date: "" }],
    ["40 letters of a date", `<meta name=date content="${"1".repeat(41)}">`, { date: "1".repeat(40) }],
    [
      "its authors",
      '<meta name=author content=" a "><meta name="DC.creator" content="b"><meta name="dcterms.creator" content="c">',
      { authors: ["a", "b", "c"] },
    ],
    ["no other authors", '<meta name="authors" content="a"><meta name="x-author" content="b">', { authors: [] }],
    ["40 authors", "<meta name=author content=a>".repeat(41), { authors: Array(40).fill("a") }],
    ["2,000 letters of an author", `<meta name=author content="${"a".repeat(2_001)}">`, { authors: ["a".repeat(2_000)] }],
    ["2,000 letters of a title", `<title>${"a".repeat(2_001)}</title>`, { title: "a".repeat(2_000) }],
  ])("gives %s", (_, html, expected) => expect(readHtmlLines(html)).toMatchObject(expected));
});

describe("it reads no more than", () => {
  const pieces = (count: number, piece: (at: number) => string) => Array.from({ length: count }, (_, at) => piece(at)).join("");

  it.each<[string, string, number]>([
    ["2,000 letters of a line", `<p>${"a".repeat(2_001)}</p>`, 2_000],
    ["2,000 of a line in pieces", `<p>${"<b>aaaaaaaaaaaaaaaa</b>".repeat(200)}</p>`, 2_000],
  ])("%s", (_, html, length) => expect(readHtmlLines(html).lines.map(({ text }) => text.length)).toEqual([length]));

  it("the piece of the document in which 20,000 letters are full", () => {
    // Each piece of 8,192 characters has 1,024 lines of one letter.
    const { lines } = readHtmlLines(pieces(10_000, () => "<p>a</p>"));
    expect(lines).toHaveLength(3 * 1_024);
    const long = readHtmlLines(pieces(20, () => `<p>${"a".repeat(2_000 - 7)}</p>`)).lines;
    expect(long.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(20_000);
    expect(long.length).toBeLessThanOrEqual(13);
  });

  it("500 elements within each other", () => {
    const nested = (depth: number) => readHtmlLines(`${"<i>".repeat(depth)}a${"</i>".repeat(depth)}${" ".repeat(9_000)}<p>b`).lines.map(({ text }) => text);
    expect(nested(500)).toEqual(["a", "b"]);
    expect(nested(501)).toEqual(["a"]);
  });
});
