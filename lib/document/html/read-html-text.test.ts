import { describe, expect, it } from "vitest";
import { cpuMs } from "../../../test/cpu-ms.ts";
import { MAX_CHARACTERS, MAX_SECTIONS } from "../limits.ts";
import { readHtmlText } from "./read-html-text.ts";

const read = (html: string, isOver?: () => boolean) => readHtmlText(new TextEncoder().encode(html), "", isOver);

/** "title" of each section, then "kind: text" of its blocks. */
function shown(html: string): string[] {
  const reading = read(html);
  if (!reading.ok) return [reading.problem];
  return reading.text.sections.flatMap(({ level, title, blocks }) => [
    ...(title === "" ? [] : [`h${level} ${title}`]),
    ...blocks.map(({ kind, text }) => `${kind}: ${text}`),
  ]);
}

describe("the blocks of a document", () => {
  it.each<[string, string, string[]]>([
    ["headings and paragraphs", "<h1>T</h1>a<p>b <b>c</b></p>d<h2>U</h2><p>e", ["h1 T", "text: a", "text: b c", "text: d", "h2 U", "text: e"]],
    ["a heading of two lines", "<h1>P9001R2<br>Rings</h1>", ["h1 P9001R2 Rings"]],
    ["lines of a paragraph", "<p>a<br>b", ["text: a\nb"]],
    ["items, with paragraphs and lists in them", "<ul><li>a<li><p>b<p>c<ul><li>d</ul>e</ul>", ["item: a", "item: b", "item: c", "item: d", "item: e"]],
    ["terms", "<dl><dt>a<dd>b<dd>c</dl>", ["term: a", "text: b", "text: c"]],
    ["quotations", "<blockquote>a<p>b</blockquote>c", ["quote: a", "quote: b", "text: c"]],
    ["code, as it was typed", "<pre>int f() {\n  return <b>0</b>;\n\n}\n</pre>", ["code: int f() {\n  return 0;\n}"]],
    ["tables row by row", "<table><tr><th>a<th>b<tr><td>c<td><p>d</p></table>e", ["row: a\tb", "row: c\td", "text: e"]],
    [
      "cells in their columns, also beside empty ones",
      "<table><tr><td>a<td><td>b<tr><td>a<td>b<td><tr><td> <td>a<td>b</table>",
      ["row: a\t\tb", "row: a\tb", "row: \ta\tb"],
    ],
    ["cells of a row whose label stands above", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", ["row: a\tb", "row: \tc"]],
    [
      "raised digits, and a sign before raised letters",
      "<h2>10<sup>6</sup> rings</h2><p>10<sup>64</sup>, x<sup><b>2</b></sup>, 1<sup>st</sup>, x<sub>1</sub>, a<sup>n</sup><pre>  x<sup>3</sup></pre>",
      ["h2 10⁶ rings", "text: 10⁶⁴, x², 1st, x1, a^n", "code:   x³"],
    ],
    [
      "what is raised and no part of a formula",
      "<p>a ring<sup>a</sup>, Ring<sup>TM</sup>, 2<sup>nd</sup>, rings<sup>[P9001R1]</sup>, x<sup>*</sup>, x <sup>n</sup>, x<sup>which goes on and on</sup>",
      ["text: a ringa, RingTM, 2nd, rings[P9001R1], x*, x n, xwhich goes on and on"],
    ],
    [
      "exponents of several letters, and with exponents",
      "<p>A<sup><em>T</em></sup>, 2<sup>n-1</sup>, 10<sup>-6</sup>, x<sup>n<sup>2</sup></sup>",
      ["text: A^T, 2^n-1, 10^-6, x^n²"],
    ],
    [
      "formulas, without what is said again in them",
      "<p>O(<math><semantics><msup> <mi>N</mi> <mn>2</mn> </msup><annotation>N^2</annotation></semantics></math>), <math><msubsup><mi>x</mi><mi>i</mi><mi>n</mi></msubsup></math>, <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <math><mi>a</mi>\n<mo>+</mo>\n<mi>b</mi></math> x",
      ["text: O(N²), xi^n, 1/2 of a+b x"],
    ],
    ["code in cells", "<table><tr><td><pre>a\n b</pre><td><pre>c</pre></table>", ["row: a\n b\tc"]],
    ["a table that lays out a page", "<table><tr><td><p>a<p>b<td>c</table>", ["text: a", "text: b", "text: c"]],
    ["headings in a table", "<table><tr><td><h2>a</h2>b</table>", ["h2 a", "row: b"]],
    ["a table of contents", "<p>a<nav id=toc><h2>Contents</h2><ul><li>b</ul></nav><h2>Contents</h2><ul><li>b</ul><h2>b</h2>", ["text: a", "h2 b"]],
    ["what is not read", "<style>a</style><script>b</script><p>c<!-- d --><svg>e</svg>", ["text: c"]],
    ["links to headings", '<h2>a<a class="self-link" href="#a">¶</a></h2>', ["h2 a"]],
    ["markup that is text", "<p>&lt;img src=x onerror=alert(1)&gt;", ["text: <img src=x onerror=alert(1)>"]],
    ["what would turn the direction or be half a character", "<p>a\u202eb\u2066c &#xd800;", ["text: abc �"]],
  ])("%s", (_, html, blocks) => expect(shown(html)).toEqual(blocks));

  it.each([
    ["no bytes", "", "empty"],
    ["a text", "Dear all", "not-a-document"],
    ["pictures only", "<html><body><img src=a.png>", "no-text"],
  ])("%s", (_, html, problem) => expect(read(html)).toEqual({ ok: false, problem }));
});

describe("documents that are no papers end soon, with what was read and why there is no more", () => {
  it.each<[string, () => string, string | undefined, ms?: number]>([
    ["20 MB of paragraphs", () => "<p>Rings are for everyone, everywhere.</p>\n".repeat(480_000), "characters"],
    ["10 MB of text in a few paragraphs", () => `<p>${"Rings for all. ".repeat(6_000)}</p>`.repeat(110), "characters"],
    ["a table of 50,000 rows", () => `<table>${"<tr><td>a<td>b</tr>".repeat(50_000)}</table>`, undefined],
    ["one pre of 5 MB", () => `<pre>${"int rings = 0; // of all\n".repeat(210_000)}</pre>`, "characters"],
    ["one line of 5 MB", () => `<pre>${"ring ".repeat(1_048_576)}</pre>`, "characters"],
    ["inline elements without an end", () => `<p>${"<b>ring <i>".repeat(50_000)}`, "depth"],
    ["blocks without an end", () => "<div><p>ring<ul><li>one<table><tr><td>two".repeat(50_000), "depth"],
    ["paragraphs, items and rows without an end", () => `<p>a<p>b<ul>${"<li>c".repeat(5_000)}</ul><table>${"<tr><td>d<td>e".repeat(5_000)}`, undefined],
    ["two thousand headings", () => "<h2>Rings</h2><p>a".repeat(2_000), undefined],
    ["more headings than are kept", () => `<p>a${"<h2>Rings</h2>".repeat(MAX_SECTIONS + 1)}`, "blocks"],
    ["closing tags of nothing", () => `<p>a${"</div></b>".repeat(200_000)}b`, undefined],
  ])("%s", (_, html, cut) => {
    const bytes = new TextEncoder().encode(html());
    let reading: ReturnType<typeof read> | undefined;
    const ms = cpuMs(() => {
      reading = readHtmlText(bytes, "text/html");
    });
    expect(reading).toMatchObject({ ok: true });
    if (!reading?.ok) return;
    expect(reading.text.cut).toBe(cut);
    const characters = reading.text.sections.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0);
    expect(characters).toBeGreaterThan(0);
    expect(characters).toBeLessThan(MAX_CHARACTERS * 1.1);
    expect(ms).toBeLessThan(10_000);
  });

  it("ends when it is told to, with what it has", () => {
    let asked = 0;
    const reading = read("<p>Rings are for everyone.</p>".repeat(10_000), () => ++asked > 3);
    expect(reading).toMatchObject({ ok: true, text: { cut: "time" } });
    expect(reading.ok && reading.text.sections[0]?.blocks.length).toBeLessThan(2_000);
  });
});
