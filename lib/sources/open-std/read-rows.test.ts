import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { readRows } from "./read-rows.ts";

describe("the cells of a row", () => {
  it.each<[name: string, html: string, rows: string[][]]>([
    ["with all their end tags", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", [["a", "b"], ["c"]]],
    ["without any", "<table><tr><td>a<td>b<tr><td>c", [["a", "b"], ["c"]]],
    ["in capitals", "<TABLE><TR><TD>a<TH>b</TR></TABLE>", [["a", "b"]]],
    ["with blanks in the tags", "<tr ><td >a </td >\n<td\n>b </td></tr >", [["a", "b"]]],
    ["with a tag left open", "<tr><td><a href=x>a<td><b>b<td><p>c<tr><td>d", [["a", "b", "c"], ["d"]]],
    ["with crossed tags", "<tr><td><b><i>a</b></i></td></b><td>b", [["a", "b"]]],
    ["in head and body", "<table><thead><tr><th>a</thead><tbody><tr><td>b</tbody>", [["a"], ["b"]]],
    ["without the tag of their row", "<table><td>a<td>b</tr><td>c", [["a", "b"], ["c"]]],
    ["that are empty", "<tr><td><td> <td>&nbsp;<td>\n</tr>", [["", "", "", ""]]],
    ["of a table in a table", "<table><tr><td>x<table><tr><td>a</table></td></tr></table>", [["x"], ["a"]]],
    ["ended by a heading", "<tr><td>a<h2>not a cell</h2><tr><td>b", [["a"], ["b"]]],
    ["that span columns", "<tr><td colspan=3>a<td>b<td COLSPAN='0'>c<td colspan=x>d", [["a", "", "", "b", "c", "d"]]],
    ["with lines", "<tr><td>a<br>b<BR/>c<p>d</p><div>e</div><td>f<i>g</i>h", [["a\nb\nc\nd\ne", "fgh"]]],
    ["with white space of the source", "<tr><td>\n a\n\tb  c <!-- no --> d", [["a b c d"]]],
    ["with entities", "<tr><td>&lt;chrono&gt; K&uuml;hl &amp;amp; T&lt", [["<chrono> Kühl &amp; T&lt"]]],
    ["with signs that are none", "<tr><td>a < b && c <= d <3", [["a < b && c <= d <3"]]],
    ["with scripts", "<tr><td>a<script>if (a<b) '<td>x'</script>b<style>td{}</style>c<title>t</title>d", [["abcd"]]],
    ["with comments", "<tr><td>a<!-- <td>x --><td>b<![CDATA[x]]><?x?>", [["a", "b"]]],
    ["outside of which text stands", "x<table>y<tr>z<td>a</td>b</tr>c</table>d", [["a"]]],
    ["of no row", "<table></table><tr></tr>a</td></tr></table>", []],
    ["cut off in a tag", "<tr><td>a<td>b<td cl", [["a", "b"]]],
    ["cut off in a comment", "<tr><td>a<td>b<!-- <td>c", [["a", "b"]]],
  ])("%s", (_name, html, rows) => {
    expect(read(html).rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(rows);
  });

  it("know their first link, and whether they are headers", () => {
    const html = `<tr><td><a name=x>n</a> <a HREF="p1.html?a=1&amp;b=2" href=second>P1</a><a href=no>x</a><th><a href='../2025/p2.pdf'>P2<td>none<a>`;
    expect(read(html).rows[0]?.cells).toEqual([
      { text: "n P1x", isHeader: false, href: "p1.html?a=1&b=2" },
      { text: "P2", isHeader: true, href: "../2025/p2.pdf" },
      { text: "none", isHeader: false },
    ]);
  });

  it("are those of one table or another", () => {
    const html = "<table><tr><td>a<tr><td>b</table><table><tr><td>c";
    expect(read(html).rows.map(({ table }) => table)).toEqual([1, 1, 2]);
  });

  it("are cut short where no real row is as long", () => {
    const [row] = read(`<tr><td>${"x".repeat(1_000_000)}<td><a href=${"y".repeat(1001)}>a</a>${"<td>z".repeat(100)}`).rows;
    expect(row?.cells).toHaveLength(20);
    expect(row?.cells[0]?.text).toHaveLength(5000);
    expect(row?.cells[1]).toEqual({ text: "a", isHeader: false });
    expect(read(`<tr><td>${"x".repeat(4_999)}<b>${"y".repeat(5_000)}`).rows[0]?.cells[0]?.text).toHaveLength(5000);
  });
});

describe("the mailing", () => {
  it.each<[name: string, html: string, said: (string | string[])[]]>([
    ["an anchor before the table", '<a id="mailing2026-04">April</a><table><tr><td>a', ["2026-04", ["a"]]],
    ["an anchor of the old kind", "<A NAME=mailing2026-04></A><table><tr><td>a", ["2026-04", ["a"]]],
    ["a heading", "<h2 id='x' name='mailing2026-04'>April</h2><table><tr><td>a", ["2026-04", ["a"]]],
    ["the table", "<tr><td>a<td>b<table id=mailing2026-04><tr><td>c", [["a", "b"], "2026-04", ["c"]]],
    ["the row", "<tr><td>a<td>b<tr id=mailing2026-04><td>c", [["a", "b"], "2026-04", ["c"]]],
    ["the first cell's anchor", "<tr><td>a<td>b<tr><td><a name=mailing2026-04>c<td>d", [["a", "b"], "2026-04", ["c", "d"]]],
    ["an anchor after a row without end", "<tr><td>a<td>b<a name=mailing2026-04>x</a><table><tr><td>c", [["a", "b"], "2026-04", ["c"]]],
    ["no link to one", "<a href='#mailing2026-04'>April</a><tr><td>a", [["a"]]],
    ["no other name", "<a name=mailing></a><a name=mailings>x</a><a id=top></a><tr><td>a", ["s", ["a"]]],
  ])("is named by %s", (_name, html, said) => {
    expect(read(html).said).toEqual(said);
  });
});

it("takes any text for a page", () => {
  const tag = fc.constantFrom(
    "<table>",
    "<tr>",
    "<td>",
    "<th",
    " colspan=2",
    ">",
    "</td",
    "</table>",
    "<a href='",
    "'",
    "<!--",
    "-->",
    "<br>",
    "&",
    "<script>",
    "</",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, anyText({ maxLength: 5 }))), (parts) => {
      for (const { table, cells } of read(parts.join("")).rows) {
        expect(table).toBeGreaterThanOrEqual(0);
        expect(cells.length).toBeGreaterThan(0);
        for (const { text } of cells) expect(text).not.toMatch(/^\n|\n\n|\n$|[^\n\P{Cc}]/u);
      }
    }),
  );
});

function read(html: string) {
  const rows: Parameters<Parameters<typeof readRows>[1]["onRow"]>[0][] = [];
  const said: (string | string[])[] = [];
  readRows(html, {
    onRow(row) {
      rows.push(row);
      said.push(row.cells.map(({ text }) => text));
    },
    onMailing: (text) => said.push(text),
  });
  return { rows, said };
}
