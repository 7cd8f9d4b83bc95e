import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { cpuMs } from "../../../test/cpu-ms.ts";
import type { FirstPage } from "../first-page.ts";
import { MAX_AUTHORS, MAX_HTML_BYTES, MAX_NAME, MAX_TEXT, MAX_TITLE } from "../limits.ts";
import { readHtmlPage } from "./read-html-page.ts";

const MPARK = `<!DOCTYPE html><html><head><meta charset="utf-8" /><meta name="generator" content="mpark/wg21" /><meta name="dcterms.date" content="2026-11-02" />
<title>A walk through &lt;ranges&gt;</title><style>body { font: 12px/1 "Author: Nobody"; } ${"p > a { color: red; } ".repeat(900)}</style></head>
<body><div class="wrapper"><header id="title-block-header"><h1 class="title" style="text-align:center">A walk through <code>&lt;ranges&gt;</code></h1>
<h3 class="subtitle">Part two</h3>
<table><tr><td>Document #: </td><td>D4455R0</td></tr><tr><td>Date: </td><td>2026-11-02</td></tr>
<tr><td style="vertical-align:top">Project: </td><td>Programming Language C++</td></tr>
<tr><td>Audience: </td><td>LEWG<br>SG9<br></td></tr>
<tr><td>Reply-to: </td><td>Emmy Noether<br>&lt;<a href="mailto:emmy@example.org" class="email">emmy@example.org</a>&gt;<br>Kurt G&ouml;del<br>&lt;<a href="mailto:kurt@example.org">kurt@example.org</a>&gt;<br></td></tr>
</table></header><div id="TOC" role="doc-toc"><h1 id="toctitle">Contents</h1><ul><li>Hidden Contents</li></ul></div>
<h1 data-number="1">Introduction</h1><p>We thank Ada Lovelace.</p></div></body></html>`;

const BIKESHED = `<!doctype html><html lang="en"><head><meta content="text/html; charset=utf-8" http-equiv="Content-Type"><title>D4456R2: Clocks</title><style>x{}</style></head>
<body class="h-entry"><div class="head"><p data-fill-with="logo"></p><h1 class="p-name no-ref" id="title">D4456R2<br>Clocks that <code><c- k>co_await</c-></code></h1>
<h2 class="no-num no-toc" id="subtitle"><span class="content">Published Proposal, <time class="dt-updated" datetime="2026-10-05">2026-10-05</time></span></h2>
<div data-fill-with="spec-metadata"><dl><dt>This version:<dd><a class="u-url" href="x">https://example.org/clocks.html</a>
<dt class="editor">Authors:
<dd class="editor p-author h-card vcard"><a class="p-name fn u-email email" href="mailto:ada@example.com">Ada Lovelace</a> (<span class="p-org org">Analytical Engines</span>)
<dd><dd class="editor p-author h-card vcard"><a class="p-name" href="mailto:c@example.com">Charles Babbage</a>
<dt>Audience:<dd>SG1, LEWG
<dt>Project:<dd>ISO/IEC 14882 Programming Languages — C++, ISO/IEC JTC1/SC22/WG21
<dt>Issue Tracking:<dd><a href="y">GitHub</a></dl></div><hr title="Separator for header"></div>
<div class="p-summary"><h2>Abstract</h2><p>Time passes.</p></div>`;

const HEADERS: [form: string, html: string, expected: Partial<FirstPage>][] = [
  ["mpark/wg21", MPARK, { title: "A walk through <ranges>: Part two", authors: ["Emmy Noether", "Kurt Gödel"], audience: ["LEWG", "SG9"], date: "2026-11-02" }],
  ["Bikeshed", BIKESHED, { title: "Clocks that co_await", authors: ["Ada Lovelace", "Charles Babbage"], audience: ["SG1", "LEWG"], date: "2026-10-05" }],
  [
    "Bikeshed with a short name and several fields of authors",
    `<h1 class="p-name" id="title">[time.travel]R3<br>Time travel</h1><h2 id="subtitle">Draft Proposal, 1970-01-01</h2>
     <dl><dt>Author:<dd><a href="mailto:a@x.org">Alonzo Church</a><dt>Editor:<dd>Haskell Curry<dt>Target:<dd>C++29<dt>Reply To:<dd><a href="mailto:a@x.org">Alonzo Church</a>, <a href="https://x.org">@lambda</a></dl>`,
    { title: "Time travel", authors: ["Alonzo Church", "Haskell Curry"], audience: [] },
  ],
  [
    "a table with heads, and addresses that are spelled out",
    `<style>pre { margin: 0 }</style><table><tbody><tr><th>Doc. no.:</th> <td>Dnnnn</td></tr><tr><th>Date:</th><td>2014-1-9</td></tr>
     <tr><th>Project:</th><td>Programming Language C++, Library Evolution Working Group</td></tr>
     <tr><th>Reply-to:</th><td>Grace Hopper &lt;grace dot hopper at example dot org&gt;<br>Alan Turing, alan (at) example.org</td></tr></tbody></table>
     <h1 id="x">Nanoseconds</h1><h2>Overview</h2><p>Text.</p>`,
    { title: "Nanoseconds", authors: ["Grace Hopper", "Alan Turing"], audience: ["LEWG"], date: "2014-01-09" },
  ],
  [
    "a table without colons, whose first row is its head",
    `<table><thead><tr><th>Document Number</th><th>P4000R1</th></tr></thead><tbody><tr><td>Date</td><td>3 March 2025</td></tr>
     <tr><td>Audience</td><td>Evolution Working Group</td></tr><tr><td>Author(s)</td><td>Emmy Noether<br>David Hilbert</td></tr></tbody></table><h1>Rings</h1>`,
    { title: "Rings", authors: ["Emmy Noether", "David Hilbert"], audience: ["EWG"], date: "2025-03-03" },
  ],
  [
    "a table in which each author has a row",
    `<h1>Sets</h1><table><tr><td>Authors:</td><td>Georg Cantor, Halle</td></tr><tr><td></td><td>Felix Hausdorff</td></tr><tr><td>Audience:</td><td>LWG</td></tr></table>`,
    { title: "Sets", authors: ["Georg Cantor", "Felix Hausdorff"], audience: ["LWG"] },
  ],
  [
    "a label beside two rows",
    `<h1>Sets</h1><table><tr><td rowspan=2>Authors:</td><td>Georg Cantor</td></tr><tr><td>Felix Hausdorff</td></tr><tr><td>Date</td><td>2014</td></tr></table>`,
    { title: "Sets", authors: ["Georg Cantor", "Felix Hausdorff"], date: "2014" },
  ],
  [
    "lines of a block, by hand",
    `<body><address align=right>Document Number: D4001R0 <br />Date: 2026-03-11 <br />Audience/Target: EWG, CWG <br />
     Reply-To: Emil Post, emil dot post at example dot com <br /></address><hr /><h1 align=center><p>Words <br /> and more <code>&lt;=&gt;</code></p></h1><h2>Contents</h2>`,
    { title: "Words and more <=>", authors: ["Emil Post"], audience: ["EWG", "CWG"], date: "2026-03-11" },
  ],
  [
    "paragraphs, each with a bold label and a full stop",
    `<h1>fixed_vector</h1><blockquote><p>A vector that cannot grow (revision 2)</p></blockquote><p><strong>Document number</strong>: P4002r3.</p><p><strong>Date</strong>: 2025-06-25.</p>
     <p><strong>Audience</strong>: LWG.</p><p><strong>Reply-to</strong>: Sofia Kovalevskaya &lt;sofia.k at example-uni dot de&gt;.</p><h1>Table of contents</h1>`,
    { title: "fixed_vector", authors: ["Sofia Kovalevskaya"], audience: ["LWG"], date: "2025-06-25" },
  ],
  [
    "a list of points",
    `<h1>Quick characters</h1><ul><li>Document Number: NXXXX</li><li>Date: 2014-08-20</li><li>Programming Language C++, Library Working Group</li>
     <li>Reply-to: Rózsa Péter &lt;<a href="&#109;&#97;ilto:rozsa@example.org">rozsa@example.org</a>&gt;</li></ul><p>The latest draft lies elsewhere.</p><h1>Introduction</h1>`,
    { title: "Quick characters", authors: ["Rózsa Péter"], date: "2014-08-20" },
  ],
  [
    "typed as on a typewriter, 2016",
    `<html><head><title>Ordinals</title></head><body><pre>
Document Number:  P0999R0
Date:             2016-02-11
Project:          Programming Language C++, Library Evolution Working Group
Reply-to:         Gerhard Gentzen &lt;gerhard@example.org&gt;,
                  Wilhelm Ackermann &lt;wa@example.org&gt;
                  (both of somewhere)
</pre><h2>Ordinals</h2><h3>I. Introduction</h3></body></html>`,
    { title: "Ordinals", authors: ["Gerhard Gentzen", "Wilhelm Ackermann"], date: "2016-02-11" },
  ],
  [
    "names and addresses in a row, without a label",
    `<h1>C++ Green Streams</h1><p>ISO/IEC JTC1 SC22 WG21 p4003r3 - 2016-11-14</p><p>Stephen Kleene &lt;<a href="mailto:Stephen@Kleene.example">Stephen@Kleene.example</a>&gt;<br/>
     Barkley Rosser<br/>Julia Robinson &lt<a href="mailto:jrobinson@example.com">jrobinson@example.com</a>&gt;<br/></p>
     <p><a href="#Solution">Solution</a><br/><a href="#Feature">Feature Matrix</a><br/>Green Streams</p><h2>Introduction</h2>`,
    { title: "C++ Green Streams", authors: ["Stephen Kleene", "Barkley Rosser", "Julia Robinson"], date: "2016-11-14" },
  ],
  [
    "a paragraph of each author, emphasised",
    `<h1><code>onlooker</code>: Quiet observers</h1><p>ISO/IEC JTC1 SC22 WG21 Programming Language C++</p><p>D4004R0</p><p>Working Group: Library Evolution, Library</p><p>Date: 2026-03-25</p>
     <p><em>Hedy Lamarr &lt;<a href="mailto:h.lamarr@example.com">h.lamarr@example.com</a>&gt;</em></p><p><em>George Antheil &lt;<a href="mailto:ga@example.com">ga@example.com</a>&gt;</em></p><h2>Abstract</h2>`,
    { title: "onlooker: Quiet observers", authors: ["Hedy Lamarr", "George Antheil"], audience: ["LEWG", "LWG"], date: "2026-03-25" },
  ],
  [
    "names with addresses in brackets, in a block of code",
    `<h1>Overload sets</h1><p>ISO/IEC JTC1 SC22 WG21 P4005R1</p><pre><code>JULIA Anne Robinson  (julia@recursive.example)
Martin Davis         (martin.davis@example.com)
</code></pre><h2>Abstract</h2>`,
    { title: "Overload sets", authors: ["JULIA Anne Robinson", "Martin Davis"], audience: [] },
  ],
  [
    "pandoc's own template",
    `<header><h1 class="title">Trees</h1><p class="subtitle">and forests</p><p class="author">Axel Thue</p><p class="author">Thoralf Skolem</p><p class="date">January 5, 2026</p></header><h1>Roots</h1>`,
    { title: "Trees: and forests", authors: ["Axel Thue", "Thoralf Skolem"], date: "2026-01-05" },
  ],
  [
    "pandoc's older template, with the address in a script",
    `<div id="header"><h1 class="title">P4010r0 | Smiles in programs</h1><h2 class="author">Tullio Levi <script>document.write("l@example.org")</script><noscript>l at example dot org</noscript></h2>
     <h3 class="date">2016-04-01 | Target audience: Evolution Working Group (EWG)</h3></div><h1><span class="header-section-number">1</span> Frowns</h1>`,
    { title: "Smiles in programs", authors: ["Tullio Levi"], audience: ["EWG"], date: "2016-04-01" },
  ],
  [
    "bare lines, in which a number looks like the value of a label",
    `LEWG, SG14: D4011R0<br>\n11-9-2015<br>\nEmil Artin<br>\nemil@example.com\n<h1>Braids</h1>\n<h2>I. Summary</h2>`,
    { title: "Braids", authors: ["Emil Artin"] },
  ],
  [
    "small letters before the title",
    `<HTML><HEAD><TITLE>Raw braids</TITLE></HEAD><BODY><FONT size=-1>Emil Artin &lt;emil@example.com&gt; <BR>15 August 2015\n<BR>No doc number</FONT><H1>Raw braids</H1><H2>I. Motivation</H2>`,
    { title: "Raw braids", authors: ["Emil Artin"], date: "2015-08-15" },
  ],
  [
    "a list of points, the first of which is the title",
    `<ul><li>Flat braids (DRAFT)</li><li>Document number: D4012R0</li><li>Date: 2016-10-12</li><li>Reply-to: Emil Artin &lt;emil@example.com&gt;</li>
     <li>Project: ISO JTC1/SC22/WG21: Programming Language C++</li><li>Audience: Library Evolution Working Group</li></ul><h1>Summary</h1><p>Braids are flat.</p>`,
    { title: "Flat braids (DRAFT)", authors: ["Emil Artin"], audience: ["LEWG"], date: "2016-10-12" },
  ],
  [
    "a label whose value is the next paragraph",
    `<h1>Direction</h1><p>Doc. no.: P4013R0</p><p>Date: 2026-02-18</p><p>Programming Language C++</p><p>Audience: All WG21</p><p>Reply to:</p><p>E. Artin (emil@example.com)</p><p>Author: Some Group</p>`,
    { title: "Direction", authors: ["E. Artin"], audience: ["WG21"], date: "2026-02-18" },
  ],
  [
    "reStructuredText",
    `<div class="document" id="packs"><h1 class="title">Packs</h1><table class="docinfo"><tbody class="docinfo">
     <tr class="field"><th class="docinfo-name">Document:</th><td class="field-body">D4006R0</td></tr><tr><th class="docinfo-name">Date:</th><td>2017-02-03</td></tr>
     <tr><th class="docinfo-name">Project:</th><td>ISO/IEC JTC1 SC22 WG21 Programming Language C++</td></tr><tr><th>Audience:</th><td>Evolution Working Group</td></tr>
     <tr><th>Author:</th><td>Maria Reiche (<a href="mailto:mreiche.lines@example.com">mreiche.lines@example.com</a>)</td></tr></tbody></table>
     <div class="section"><h1>Abstract</h1></div></div>`,
    { title: "Packs", authors: ["Maria Reiche"], audience: ["EWG"], date: "2017-02-03" },
  ],
  [
    "AsciiDoc",
    `<div id="header"><h1>Gates</h1><div class="details"><span id="author" class="author">Claude Shannon</span><br><span id="email" class="email"><a href="mailto:c@example.org">c@example.org</a></span><br>
     <span id="revdate">2026-02-03</span></div><div id="toc" class="toc"><div id="toctitle">Table of Contents</div></div></div><div id="content"><h2>1. Bits</h2></div>`,
    { title: "Gates", authors: ["Claude Shannon"], date: "2026-02-03" },
  ],
  [
    "Word's HTML, where every line is a paragraph",
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>Microsoft Word - draft7.docx</title></head>
     <body lang=EN-US><div class=WordSection1><p class=MsoNormal><b><span style='font-size:12.0pt'>Document Number:<o:p></o:p></span></b> P4007R0</p><p class=MsoNormal>Date: 2018-05-07</p>
     <p class=MsoNormal>Authors:</p><p class=MsoNormal>Ernst Zermelo, Abraham Fraenkel</p><p class=MsoNormal>Audience: SG1</p><p class=MsoTitle><b>Choice and its axioms</b></p><h1>1. Motivation</h1></div></body></html>`,
    { title: "Choice and its axioms", authors: ["Ernst Zermelo", "Abraham Fraenkel"], audience: ["SG1"], date: "2018-05-07" },
  ],
  [
    "all fields in one line",
    `<h2>Loops</h2><p>Document number: P4008R1 Date: 2019-06-17 Project: C++ Audience: LEWG Reply-to: Noam Chomsky (noam@example.org), Marcel-Paul Schützenberger</p><h3>Abstract</h3>`,
    { title: "Loops", authors: ["Noam Chomsky", "Marcel-Paul Schützenberger"], audience: ["LEWG"], date: "2019-06-17" },
  ],
  [
    "how each author is reached between them",
    `<h1>Posts</h1><p>Author: Emil Post<br>Email: emil@example.org<br>Author: Rolf Nevanlinna<br>E-mail: rolf@example.fi<br>Affiliation: Some University<br>Phone: +1 23 45</p>`,
    { title: "Posts", authors: ["Emil Post", "Rolf Nevanlinna"] },
  ],
  [
    "the number of the committee as a heading before the title",
    `<h1>ISO/IEC JTC1/SC22/WG21 N4999</h1><h2>Date: 2021-02-03</h2><h2>Proxies reconsidered</h2><p>Reply-to: Hao Wang</p><h2>Introduction</h2>`,
    { title: "Proxies reconsidered", authors: ["Hao Wang"], date: "2021-02-03" },
  ],
  [
    "a title that only the head has",
    `<title>P4009R0: Proofs of nothing</title><p align=center><b>Proofs of nothing</b></p><p>Author: Kurt Gödel</p><h2>Background and other things</h2>`,
    { title: "Proofs of nothing", authors: ["Kurt Gödel"] },
  ],
  ["a title alone", `<h1>No author</h1><p>Text without names.</p>`, { title: "No author", authors: [], audience: [] }],
  ["an author alone", `<p>Reply-to: Kurt Gödel</p>`, { title: "", authors: ["Kurt Gödel"] }],
  [
    "authors in the head alone",
    `<head><title>Quiet</title><meta name=author content="Ada Lovelace and Emmy Noether"></head><p>Text.</p>`,
    { authors: ["Ada Lovelace", "Emmy Noether"] },
  ],
  ["inline tags inside a name", `<h1>Pr<b>oo</b>fs</h1><p>Author: <b>E</b>mmy N<i>oeth</i>er</p>`, { title: "Proofs", authors: ["Emmy Noether"] }],
];

describe("the header of a paper in HTML", () => {
  it.each(HEADERS)("%s", (_, html, expected) => {
    expect(read(html)).toMatchObject(expected);
    // No date where none is expected.
    expect(read(html).date).toBe(expected.date);
  });
});

it("gives the words of the page, without styles, scripts, pictures and the table of contents", () => {
  const { text } = read(MPARK);
  expect(text).toContain("We thank Ada Lovelace.");
  expect(text).toContain("Emmy Noether");
  expect(text).not.toMatch(/Nobody|color|Hidden/);
  expect(read(`<h1>A b</h1><script>"x"</script><svg><text>y</text></svg><nav>z</nav>c<p>d`).text).toBe("A b\nc\nd");
});

describe("the encoding", () => {
  const html = (charset: string) => `<html><head>${charset}<title>Gödel’s theorem</title></head><body><h1>Gödel’s theorem</h1><p>Author: Łukasz Gödel`;
  const latin = (text: string) => Uint8Array.from(text.replaceAll("’", "\u0092").replaceAll("Ł", "L"), (letter) => letter.charCodeAt(0));
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), !isBig);
    return new Uint8Array(bytes.buffer);
  };
  const iso = '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">';
  it.each<[what: string, bytes: Uint8Array, contentType: string, author: string]>([
    ["UTF-8, as the answer says", utf8(html("")), "text/html; charset=utf-8", "Łukasz Gödel"],
    ["UTF-8 that nothing says", utf8(html("")), "text/html", "Łukasz Gödel"],
    ["UTF-8 that says it is Latin", utf8(html(iso)), "text/html; charset=ISO-8859-1", "Łukasz Gödel"],
    ["UTF-8 with a mark", utf8(`\ufeff${html(iso)}`), "", "Łukasz Gödel"],
    ["UTF-8, cut off within a letter", utf8(`${html("")}ö`).slice(0, -1), "", "Łukasz Gödel"],
    ["Windows-1252, as its head says", latin(html('<meta charset="windows-1252">')), "text/html", "Lukasz Gödel"],
    ["Windows-1252 that nothing says", latin(html("")), "text/html", "Lukasz Gödel"],
    ["Windows-1252 that says it is UTF-8", latin(html('<meta charset="utf-8">')), "text/html; charset=utf-8", "Lukasz Gödel"],
    ["Windows-1252 in an encoding that nobody knows", latin(html('<meta charset="x-klingon">')), "text/html; charset=x-klingon", "Lukasz Gödel"],
    ["UTF-16 with a mark", utf16(`\ufeff${html("")}`, false), "", "Łukasz Gödel"],
    ["UTF-16 without a mark", utf16(html(iso), false), "", "Łukasz Gödel"],
    ["UTF-16, the other way round", utf16(html('<meta charset="utf-8">'), true), "text/html; charset=utf-8", "Łukasz Gödel"],
  ])("%s", (_, bytes, contentType, author) => {
    expect(readHtmlPage(bytes, contentType)).toMatchObject({ ok: true, page: { title: "Gödel’s theorem", authors: [author] } });
  });

  it("of Cyrillic is believed", () => {
    const bytes = Uint8Array.from([...latin('<meta charset="koi8-r"><h1>Maps</h1><p>Author: '), 0xe1, 0xce, 0xc4, 0xd2, 0xc5, 0xca]);
    expect(readHtmlPage(bytes, "")).toMatchObject({ page: { authors: ["Андрей"] } });
  });

  it("keeps the names of a text that is UTF-8 but for a byte", () => {
    const bytes = utf8(`${html("")}<p>x`);
    bytes[bytes.length - 1] = 0xff;
    expect(readHtmlPage(bytes, "")).toMatchObject({ page: { authors: ["Łukasz Gödel"] } });
  });
});

describe("hostile documents have an outcome, soon", () => {
  const header = "<h1>Proofs</h1><p>Author: Kurt Gödel</p>";
  const soon = (work: () => unknown) => {
    let outcome: unknown;
    // A twentieth of it; this is to notice what has become square.
    expect(
      cpuMs(() => {
        outcome = work();
      }),
    ).toBeLessThan(3_000);
    return outcome;
  };
  const proofs = { ok: true, page: { title: "Proofs", authors: ["Kurt Gödel"] } };
  it.each<[what: string, html: string, expected: object]>([
    ["nothing", "", { ok: false, problem: "empty" }],
    ["plain text", "Dear committee, this is no HTML.", { ok: false, problem: "not-a-document" }],
    ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", { ok: false, problem: "not-a-document" }],
    ["no text", `<html><head><script>document.write("<h1>Title</h1>")</script></head><body><img src=x></body></html>`, { ok: false, problem: "no-text" }],
    ["a script without an end", `<html><script>${"var author = 'Author: X Y'; ".repeat(30_000)}`, { ok: false, problem: "no-text" }],
    ["neither title nor author", `<p>${"Lorem ipsum dolor sit amet ".repeat(20)}</p>`, { ok: false, problem: "no-title" }],
    ["a script without an end behind a title", `<title>Proofs</title><meta name=author content="Kurt Gödel"><script>${"x".repeat(20_000_000)}`, proofs],
    ["100 megabytes", header + "<p>x</p>".repeat(12_500_000), { ok: true, page: { authors: ["Kurt Gödel"] } }],
    ["100,000 open elements", header + "<div>".repeat(100_000), { ok: true, page: { authors: ["Kurt Gödel"] } }],
    ["100,000 open elements before the header", "<div>".repeat(100_000) + header, { ok: false, problem: "no-text" }],
    ["100,000 open links", `<p>${"<a href=mailto:x@y.org><b>".repeat(100_000)}${header}`, { ok: false }],
    ["100,000 closed elements", header + "</p></div>".repeat(100_000), { ok: true, page: { title: "Proofs" } }],
    ["attributes without an end", `<p${Array.from({ length: 120_000 }, (_, at) => ` a${at}`).join("")}>${header}`, { ok: true, page: { title: "Proofs" } }],
    ["an attribute without an end", `${header}<p title="${"x".repeat(MAX_HTML_BYTES)}`, { ok: true, page: { title: "Proofs" } }],
    ["a comment without an end", `${header}<!-- ${"- ".repeat(MAX_HTML_BYTES)}`, { ok: true, page: { title: "Proofs" } }],
    ["a tag without an end", `${header}<${"x".repeat(MAX_HTML_BYTES)}`, { ok: true, page: { title: "Proofs" } }],
    ["a word without an end", `${header}<p>${"x".repeat(MAX_HTML_BYTES)}`, { ok: true, page: { authors: ["Kurt Gödel"] } }],
    ["a title without an end", `<h1>${"Gödel ".repeat(MAX_HTML_BYTES / 8)}`, { ok: true, page: { authors: [] } }],
    ["an author without an end", `<h1>T</h1><p>Author: ${"Kurt ".repeat(MAX_HTML_BYTES / 8)}`, { ok: true, page: { authors: [] } }],
    ["authors without an end", `<h1>Title</h1><p>Authors: ${Array.from({ length: 999 }, (_, at) => `Kurt ${letters(at)}`).join("<br>")}`, { ok: true }],
    ["zeros", `\0<h1>\0P\0roofs</h1>\0<p>Auth\0or: Kurt\0 Gödel`, { ok: true, page: { title: "Proofs", authors: ["Kurt Gödel"] } }],
    ["entities without an end", `${header}${"&amp".repeat(200_000)}`, { ok: true, page: { title: "Proofs" } }],
    ["tables in tables", header + "<table><tr><td>".repeat(30_000), { ok: true, page: { title: "Proofs" } }],
    ["rows without an end", `${header}<table>${"<tr><td rowspan=999999999>Authors:<td>".repeat(20_000)}`, { ok: true, page: { title: "Proofs" } }],
    ["terms without an end", `${header}<dl>${"<dt><dd>".repeat(100_000)}`, { ok: true, page: { title: "Proofs" } }],
    ["overrides of direction", `<h1>\u202eeltiT\u202c</h1><p>Author: Kurt\u200f Gödel`, { ok: true, page: { title: "eltiT", authors: ["Kurt Gödel"] } }],
  ])("%s", (_, html, expected) => {
    const bytes = new TextEncoder().encode(html);
    const outcome = soon(() => readHtmlPage(bytes, "text/html"));
    expect(outcome).toMatchObject(expected);
    expectBounded(outcome);
  });

  const long = "QUJD".repeat(600_000);
  it.each<[what: string, head: string]>([
    ["fonts in a style", `<style>@font-face { src: url(data:font/woff2;base64,${long}) }</style>`],
    ["a style in a link", `<link rel=stylesheet href="data:text/css;base64,${long}">`],
    ["a script", `<script>const word = "${long}</h1>";</script>`],
    ["a script in an address", `<script src=data:text/javascript;base64,${long}></script>`],
    ["a comment", `<!--[if gte mso 9]><style>${long}<![endif]-->`],
    ["all of it, of 20 kB each", `<style>${long.slice(-20_000)}</style><script>${long.slice(-20_000)}</script>`.repeat(60)],
  ])("a head of 2.4 megabytes, most of it %s, hides nothing", (_, head) => {
    const bytes = new TextEncoder().encode(`<!doctype html><html><head><title>Proofs</title>${head}</head><body>${header}</body></html>`);
    expect(soon(() => readHtmlPage(bytes, "text/html"))).toMatchObject(proofs);
  });

  it.each([
    ["brackets", "(".repeat(50_000)],
    ["addresses", "a@".repeat(30_000)],
    ["spelled addresses", "a dot ".repeat(20_000)],
    ["spelled addresses, half", "a at b dot ".repeat(10_000)],
    ["dashes", " - ".repeat(30_000)],
    ["blanks", " \t\u00a0".repeat(30_000)],
    ["labels", "Author: ".repeat(15_000)],
    ["colons", ":".repeat(60_000)],
    ["commas", ", ".repeat(30_000)],
    ["ands", " and".repeat(30_000)],
    ["digits", "2".repeat(60_000)],
    ["dates", "2020-".repeat(20_000)],
    ["papers", "[D1234R1".repeat(10_000)],
    ["capitals", "A".repeat(60_000)],
    ["initials", "A.".repeat(40_000)],
    ["words", "Aa ".repeat(40_000)],
    ["hyphens", "Aa-".repeat(40_000)],
    ["accents", "´`¨".repeat(20_000)],
    ["braces", "{a,".repeat(20_000)],
    ["boilerplate", "ISO/IEC JTC1 SC22 WG21 ".repeat(4_000)],
    ["tables", "| ".repeat(30_000)],
  ])("%s without an end, wherever they stand", (_, text) => {
    for (const html of [
      `<h1>${text}</h1>`,
      `<p>${text}`,
      `<h1>T</h1><p>Author: ${text}`,
      `<h1>T</h1><p>Audience: ${text}`,
      `<h1>T</h1><p>Date: ${text}`,
      `<title>${text}</title>x`,
    ]) {
      expectBounded(soon(() => readHtmlPage(new TextEncoder().encode(html), "")));
      expectBounded(soon(() => readHtmlPage(new TextEncoder().encode(html.replaceAll(/(.{900})/gs, "$1<br>")), "")));
    }
  });
});

describe("for all bytes", () => {
  it("there is an outcome, and it is bounded", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, contentType) => {
        expectBounded(readHtmlPage(bytes, contentType));
      }),
    );
  });

  it("of any tags around any text", () => {
    const pieces = fc.constantFrom(
      ..."<h1> </h1> <h2> <p> </p> <br> <table> <tr> <td> </td> </tr> </table> <dl> <dt> <dd> </dl> <pre> </pre> <b> </b> <script> </script> <title> </title> <a\u00a0href=mailto:a@b.org> </a> <td\u00a0rowspan=2> <div\u00a0class=title> <span\u00a0class=author> <p\u00a0class=subtitle>"
        .split(" ")
        .map((tag) => tag.replace("\u00a0", " ")),
      ..."Author: Authors Audience: Date: Reply-to:,Kurt Gödel,LEWG,SG1,2020-01-02,<a@b.org>,a@b.org,\n,\t,Introduction,1 Scope,D1234R5: ,(,),[,and, | ,é,😀".split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, anyText({ maxLength: 12 })), { maxLength: 60 }), (parts) => {
        expectBounded(readHtmlPage(new TextEncoder().encode(`<p>${parts.join("")}`), ""));
      }),
      { numRuns: 2_000 },
    );
  });

  it("an author with an address is found under every label, in every kind of row", () => {
    const names = fc.uniqueArray(fc.constantFrom("Emmy Noether", "Kurt Gödel", "J.F. Ritt", "Jean-Louis Koszul", "Joop van der Berg", "Ève Ö'Hara"), {
      minLength: 1,
      maxLength: 6,
    });
    const labels = fc.constantFrom("Author:", "Authors:", "Author(s):", "Reply-to:", "Reply to:", "Editor:", "AUTHORS", "Author/Reply-to:");
    const rows = fc.constantFrom(
      (label: string, lines: string[]) => `<table><tr><td>Date:<td>2020-01-02<tr><td>${label}<td>${lines.join("<br>")}<tr><td>Audience:<td>LEWG</table>`,
      (label: string, lines: string[]) => `<dl><dt>Date:<dd>2020-01-02<dt>${label}${lines.map((line) => `<dd>${line}`).join("")}<dt>Audience:<dd>LEWG</dl>`,
      (label: string, lines: string[]) => `<p>Date: 2020-01-02<br>${label.replace(/:?$/, ":")} ${lines.join("<br>")}<br>Audience: LEWG</p>`,
      (label: string, lines: string[]) => `<ul><li>Date: 2020-01-02<li>${label.replace(/:?$/, ":")} ${lines.join(", ")}<li>Audience: LEWG</ul>`,
    );
    const styles = fc.constantFrom(
      (name: string) => name,
      (name: string) => `${name} &lt;${mailOf(name)}&gt;`,
      (name: string) => `<a href="mailto:${mailOf(name)}">${name}</a> (Some Company)`,
      (name: string) => `${name} (${mailOf(name)})`,
    );
    fc.assert(
      fc.property(names, labels, rows, styles, (people, label, row, style) => {
        const page = read(`<h1>Rows</h1>${row(label, people.map(style))}<h2>Introduction</h2><p>Thanks to Ada Lovelace`);
        expect(page).toMatchObject({ title: "Rows", authors: people, audience: ["LEWG"], date: "2020-01-02" });
      }),
    );
  });
});

function mailOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`;
}

function letters(number: number): string {
  return `G${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
}

function read(html: string): FirstPage {
  const outcome = readHtmlPage(new TextEncoder().encode(html), "text/html; charset=utf-8");
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.page;
}

function expectBounded(outcome: unknown): void {
  const { ok, page } = outcome as { ok: boolean; page: FirstPage };
  if (!ok) return;
  expect(page.title.length).toBeLessThanOrEqual(MAX_TITLE);
  expect(page.authors.length).toBeLessThanOrEqual(MAX_AUTHORS);
  expect(page.text.length).toBeLessThanOrEqual(MAX_TEXT);
  for (const name of page.authors) expect(name.length).toBeLessThanOrEqual(MAX_NAME);
  for (const text of [page.title, page.text, ...page.authors, ...page.audience]) {
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f]/);
  }
  expect(page.audience.length).toBeLessThanOrEqual(40);
}
