import { describe, expect, it } from "vitest";
import type { FirstPage } from "../first-page.ts";
import { readHtmlPage } from "./read-html-page.ts";

type Form = [form: string, html: string, expected: Partial<FirstPage>];

function read(html: string): FirstPage {
  const outcome = readHtmlPage(new TextEncoder().encode(`<!doctype html><meta charset=utf-8>${html}<h2>Introduction</h2><p>We thank Di Ferro.`), "text/html");
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.page;
}

const TWO = ["Ada Vogel", "Bo Lund"];

const BELOW_ANOTHER_FIELD: Form[] = [
  [
    "below the number",
    `<address>Document number: D9001<br><br><a href="mailto:ada@x.org">Ada Vogel</a><br><a href="mailto:bo@x.org">Bo Lund</a><br>2026-01-05</address><h1>Rings</h1>`,
    { authors: TWO, audience: [], date: "2026-01-05" },
  ],
  [
    "below the audience",
    `<p>Document number: P9001R0<br>Audience: EWG<br>Ada Vogel &lt;ada@x.org&gt;<br>Bo Lund &lt;bo@x.org&gt;<br>2026-02-03</p><h1>Rings</h1>`,
    { authors: TWO, audience: ["EWG"], date: "2026-02-03" },
  ],
  [
    "below more groups than one, without addresses",
    `<p>Audience: Evolution Working Group<br>Library Evolution Working Group<br>Ada Vogel (Acme)<br>Bo Lund (Acme)</p><h1>Rings</h1>`,
    { authors: TWO, audience: ["EWG", "LEWG"] },
  ],
  [
    "below the project",
    `<p>Project: Programming Language C++<br>Ada Vogel &lt;ada@x.org&gt;<br>Bo Lund<br>Audience: LWG</p><h1>Rings</h1>`,
    { authors: TWO, audience: ["LWG"] },
  ],
  ["below the date", `<p>Doc: P9001R0<br>Date: 2024-05-21<br>Ada Vogel<br>ada@x.org<br></p><h1>Rings</h1>`, { authors: ["Ada Vogel"], date: "2024-05-21" }],
  [
    "in rows without a label",
    `<table><tr><td>Audience<td>EWG<tr><td><td>Ada Vogel &lt;ada@x.org&gt;<tr><td><td>Bo Lund &lt;bo@x.org&gt;</table><h1>Rings</h1>`,
    { authors: TWO, audience: ["EWG"] },
  ],
  [
    "below the project, with a company behind a comma",
    `<p>Project: Programming Language C++, Library Evolution Working Group<br>Ada Vogel, Acme<br>Bo Lund, Mill<br>2024-05-21</p><h1>Rings</h1>`,
    { authors: TWO, audience: ["LEWG"], date: "2024-05-21" },
  ],
  [
    "with whom they speak for",
    `<address>Audience: LEWG, SG1<br><br><a href="mailto:ada@x.org">Ada Vogel</a><br>On behalf of NB (Atlantis)<br>2026-01-05</address><h1>Rings</h1>`,
    { authors: ["Ada Vogel"], audience: ["LEWG", "SG1"], date: "2026-01-05" },
  ],
];

const WITHOUT_A_LABEL: Form[] = [
  [
    "a block above the title",
    `Ada Vogel, Bo Lund<br>2026-01-05<br>Audience: Core, Library<h1>P9001R2: Rings</h1>`,
    { title: "Rings", authors: TWO, audience: ["CWG", "LWG"], date: "2026-01-05" },
  ],
  [
    "one name above the title",
    `<div>Ada Vogel<br>2026-02-03<br>Audience: Core</div><h1>Rings</h1><p>This paper gives wording.</p>`,
    { authors: ["Ada Vogel"], date: "2026-02-03" },
  ],
  [
    "paragraphs above the title",
    `<p><i>Ada Vogel</i></p><p><i>Bo Lund</i></p><p>2024-05-21</p><h1>Rings</h1>`,
    { title: "Rings", authors: TWO, date: "2024-05-21" },
  ],
  ["headings below the title", `<h1>Rings</h1><h3>Ada Vogel, Bo Lund</h3><h3>2024-05-21</h3>`, { title: "Rings", authors: TWO, date: "2024-05-21" }],
  ["headings with addresses", `<h1>Rings</h1><h3>Ada Vogel (ada@x.org)</h3><h3>Bo Lund (bo@x.org)</h3>`, { authors: TWO }],
  [
    "a subtitle of several names",
    `<p class=title>Rings</p><p class=subtitle>Ada Vogel, Bo Lund</p><p>P9001R0, 2024-05-21</p>`,
    { title: "Rings", authors: TWO, date: "2024-05-21" },
  ],
  [
    "a subtitle that is one",
    `<p class=title>Rings</p><p class=subtitle>Pattern Matching</p><p>Document number: P9001R0</p>`,
    { title: "Rings: Pattern Matching", authors: [] },
  ],
  [
    "below a line that says more of the title",
    `<h1>Rings</h1><p>A second look</p><p>Ada Vogel</p><p>Bo Lund</p><p>2024-05-21</p>`,
    { title: "Rings", authors: TWO, date: "2024-05-21" },
  ],
  ["no names behind a sentence", `<h1>Rings</h1><p>A second look</p><p>Pattern Matching</p><p>It has rings.</p>`, { authors: [] }],
  [
    "above where they work and an address",
    `<h1>Rings</h1><p>Ada Vogel</p><p>Quiet Rivers<br>ada@x.org</p><p>Bo Lund</p><p>Old Mill<br>bo@x.org</p>`,
    { authors: TWO },
  ],
  ["points", `<h1>Rings</h1><ul><li>P9001R0</li><li>2024-05-21</li><li>Ada Vogel</li><li>Bo Lund</li></ul>`, { authors: TWO, date: "2024-05-21" }],
  ["a line with by", `<h1>Rings</h1><p>Written by Ada Vogel and Bo Lund, May 21st, 2024</p>`, { authors: TWO, date: "2024-05-21" }],
  [
    "who contributed in a line of its own",
    `<h1>p9001r0 - Rings</h1><p>Ada Vogel and Bo Lund<br>with contributions by Cy Dunn,<br>Ed Gray</p><p>2026-02-03</p>`,
    { title: "Rings", authors: TWO, date: "2026-02-03" },
  ],
];

const IN_TABLES_AND_SECTIONS: Form[] = [
  [
    "a section of points",
    `<h1>Rings</h1><h2>Authors</h2><ul><li>Ada Vogel (ada@x.org) (Acme)</li><li>B. Lund (IAS)</li></ul><h2>Date: 2026-01-05</h2>`,
    { authors: ["Ada Vogel", "B. Lund"], date: "2026-01-05" },
  ],
  [
    "a section of paragraphs",
    `<h1>Rings</h1><h2>Authors</h2><p>Ada Vogel, Acme</p><p>Bo Lund, IAS</p><p>This paper proposes rings, which Cy Dunn has.</p>`,
    { authors: TWO },
  ],
  [
    "a section behind the first parts",
    `<h1>Rings</h1><h2>Abstract</h2><p>Words.</p><h2>Authors</h2><p>Ada Vogel (ada@x.org)</p><p>Bo Lund (bo@x.org)</p>`,
    { authors: TWO },
  ],
  [
    "points below a label",
    `<h1>Rings</h1><p><b>Authors:</b></p><ul><li>Ada Vogel, Acme</li><li>Bo Lund &lt;b@x.org&gt;</li></ul><p>Date: 2024-May-21</p>`,
    { authors: TWO, date: "2024-05-21" },
  ],
  [
    "paragraphs behind a label",
    `<h1>Rings</h1><p>Reply-to: Ada Vogel &lt;ada@x.org&gt;</p><p>Bo Lund &lt;bo@x.org&gt;</p><p>This paper proposes rings.</p>`,
    { authors: TWO },
  ],
  [
    "a table with heads",
    `<h1>Rings</h1><table><tr><th>Name<th>Affiliation<th>Email<tr><td>Ada Vogel<td>Acme Works<td>av@x.org<tr><td>Bo Lund<td>Other Works<td>contact@y.org</table>`,
    { authors: TWO },
  ],
  ["a table below a heading", `<h1>Rings</h1><h2>Authors</h2><table><tr><td>Ada Vogel<td>Acme<tr><td>Bo Lund<td>Other</table>`, { authors: TWO }],
  [
    "rows of names and addresses",
    `<table><tr><td>P9001R0<tr><td>Ada Vogel<td>ada@x.org<tr><td>Bo Lund<td>z@y.org<tr><td>2024-05-21</table><h1>Rings</h1>`,
    { authors: TWO, date: "2024-05-21" },
  ],
  ["no rows of other things", `<h1>Rings</h1><table><tr><td>Issue Tracking<td>bugs@x.org<tr><td>Author<td>Ada Vogel</table>`, { authors: ["Ada Vogel"] }],
];

const WHO_IS_NONE: Form[] = [
  ["a company", `<table><tr><td>Editor:<td>Käthe Müller<br>Acme RocketWorks<br>kmueller@acme.example</table><h1>Rings</h1>`, { authors: ["Käthe Müller"] }],
  [
    "a company behind an address",
    `<h1>Rings</h1><p>Authors: Ada Vogel &lt;ada@x.org&gt; Grand Foundry<br>Bo Lund &lt;bo@y.org&gt; Other Foundry</p>`,
    { authors: TWO },
  ],
  ["but who has the address's host for a name", `<h1>Rings</h1><p>Reply-to: Ada Vogel &lt;cpp@adavogel.org&gt;</p>`, { authors: ["Ada Vogel"] }],
  [
    "a former author",
    `<dl><dt>Authors:<dd>Ada Vogel<dd>Bo Lund<dt>Former Author:<dd>Cy Dunn<dt>Audience:<dd>SG7</dl><h1>Rings</h1>`,
    { authors: TWO, audience: ["SG7"] },
  ],
  [
    "a former author in the same line",
    `<h1>Rings</h1><p>Author: Ada Vogel Former Author: Cy Dunn Audience: EWG</p>`,
    { authors: ["Ada Vogel"], audience: ["EWG"] },
  ],
  [
    "the words around those who have contributed",
    `<h1>Rings</h1><p>Authors: Ada Vogel, with contributions from Bo Lund, additional edits by Cy Dunn</p>`,
    { authors: [...TWO, "Cy Dunn"] },
  ],
  ["on whose work a paper is based", `<h1>Rings</h1><p>Author: Ada Vogel<br>Based on earlier work by Cy Dunn</p>`, { authors: ["Ada Vogel"] }],
  ["a body", `<h1>Rings</h1><p>Author: Ada Vogel, on behalf of the Body of Atlantis<br>Audience: EWG</p>`, { authors: ["Ada Vogel"], audience: ["EWG"] }],
];

const MANY: Form[] = [
  [
    "names first and addresses after",
    `<h1>Rings</h1><p>Authors: Ada Vogel, Bo Lund, Cy Dunn</p><p>Email: ada.vogel@x.org, maintainer@x.net, cydunn@x.com</p>`,
    { authors: [...TWO, "Cy Dunn"] },
  ],
  [
    "the same line by line",
    `<h1>Rings</h1><p>Authors:<br>Ada Vogel<br>Bo Lund<br>Cy Dunn<br>ada@x.org<br>blund@x.org<br>c2@x.org</p>`,
    { authors: [...TWO, "Cy Dunn"] },
  ],
  ["the same without a label", `<h1>Rings</h1><p>Ada Vogel, Bo Lund, Cy Dunn<br>ada@x.org, hello@x.org, cy@x.org</p>`, { authors: [...TWO, "Cy Dunn"] }],
  ["names and one address", `<h1>Rings</h1><p>Authors: Ada Vogel, Bo Lund<br>Reply-to: ada@x.org</p>`, { authors: TWO }],
  ["a slash between them", `<h1>Rings</h1><p>Reply-to: Ada J. Vogel (av@x.org) / Bo K. Lund (bo.lund@y.org)</p>`, { authors: ["Ada J. Vogel", "Bo K. Lund"] }],
  ["a slash without blanks", `<h1>Rings</h1><p>Reply-to: Ada Vogel/Bo Lund<br>Audience: LEWG</p>`, { authors: TWO, audience: ["LEWG"] }],
  [
    "paragraphs of names and of addresses in turn",
    `<h1>Rings</h1><p><b>Authors:</b></p><p>Ada Vogel</p><p>ada@x.org</p><p>Bo Lund</p><p>info@y.org</p><p><b>Date:</b> 2024-05-21</p>`,
    { authors: TWO, date: "2024-05-21" },
  ],
  ["in quotes, as mail programs write them", `<h1>Rings</h1><p>Authors: "Ada Vogel" &lt;ada@x.org&gt;, "Lund, Bo" &lt;bo@x.org&gt;</p>`, { authors: TWO }],
  ["the family name first", `<h1>Rings</h1><p>Author(s): Vogel, Ada; Lund, Bo</p>`, { authors: TWO }],
];

const ALL: Partial<FirstPage> = { title: "Rings", authors: TWO, audience: ["LEWG"], date: "2024-05-21" };

const WITHOUT_COLONS: Form[] = [
  [
    "labels in bold letters",
    `<h1>Rings</h1><p><b>Document Number</b> P9001R0<br><b>Date</b> 2024-05-21 <b>Audience</b> LEWG<br><b>Authors</b> Ada Vogel &lt;ada@x.org&gt;, Bo Lund</p>`,
    ALL,
  ],
  [
    "points with labels in bold letters and a dash",
    `<h1>Rings</h1><ul><li><strong>Date</strong> – 2024-05-21<li><strong>Audience</strong> – LEWG<li><strong>Authors</strong> – Ada Vogel, Bo Lund</ul>`,
    ALL,
  ],
  ["labels in bold letters that have one", `<h1>Rings</h1><p><b>Date</b>: 2024-05-21<br><b>Audience</b> : LEWG<br><b>Authors:</b> Ada Vogel, Bo Lund</p>`, ALL],
  [
    "a gap in typed text",
    `<pre>\nDate        2024-05-21\nAudience    LEWG\nReply-to    Ada Vogel &lt;ada@x.org&gt;\n            Bo Lund &lt;bo@x.org&gt;</pre><h1>Rings</h1>`,
    ALL,
  ],
  [
    "a gap of blanks that do not break",
    `<p>Date&nbsp;&nbsp; 2024-05-21</p><p>Audience&nbsp; &nbsp;LEWG</p><p>Authors&nbsp;&nbsp;Ada Vogel, Bo Lund</p><h1>Rings</h1>`,
    ALL,
  ],
  ["a wide colon", `<h1>Rings</h1><p>Audience： LEWG<br>Authors： Ada Vogel, Bo Lund<br>Date： 2024-05-21</p>`, ALL],
  ["a dash, an equals sign, a wide blank", `<h1>Rings</h1><p>Date - 2024-05-21<br>Audience = LEWG<br>Authors&emsp;Ada Vogel, Bo Lund</p>`, ALL],
  [
    "labels and values in elements of their own, with no blank between",
    `<h1>Rings</h1><div><span class=l>Date</span><span>2024-05-21</span></div><div><span class=l>Audience</span><span>LEWG</span></div><div><span class=l>Authors</span><span>Ada Vogel, Bo Lund</span></div>`,
    ALL,
  ],
  [
    "labels whose style makes them bold",
    `<h1>Rings</h1><p><span style="font-weight:700">Date</span> 2024-05-21<br><span style="font-weight:700">Audience</span> LEWG<br><font color=navy>Authors</font> Ada Vogel, Bo Lund</p>`,
    ALL,
  ],
  ["a list of all", `<h1>Rings</h1><p>P9001R0, 2024-05-21, Audience: LEWG</p><p>Ada Vogel, Bo Lund</p>`, ALL],
  ["bars between all", `<p>P9001R0 | 2024-05-21 | LEWG | Ada Vogel, Bo Lund</p><h1>Rings</h1>`, ALL],
];

const TABLES_OF_FORMS: Form[] = [
  [
    "labels in one cell and values in the next",
    `<table><tr><td>Document:<br>Reply-to:<br>Date:<br>Audience:<td>P9001R0<br>Ada Vogel &lt;ada@x.org&gt;<br>Bo Lund &lt;bo@x.org&gt;<br>2024-05-21<br>LEWG</table><h1>Rings</h1>`,
    ALL,
  ],
  [
    "labels in the first row",
    `<h1>Rings</h1><table><tr><th>Document<th>Date<th>Audience<th>Reply-to<tr><td>P9001R0<td>2024-05-21<td>LEWG<td>Ada Vogel &lt;ada@x.org&gt;<br>Bo Lund</table>`,
    ALL,
  ],
  [
    "a row of the abstract among others",
    `<h1>Rings</h1><table><tr><td>Audience<td>LEWG<tr><td>Abstract<td>We propose rings.<tr><td>Authors<td>Ada Vogel, Bo Lund<tr><td>Date<td>2024-05-21</table>`,
    { ...ALL, abstract: "We propose rings." },
  ],
];

const COMPANIES: Form[] = [
  ["behind a comma", `<h1>Rings</h1><p>Author: Ada Vogel, Grand Foundry<br>Audience: LEWG</p>`, { authors: ["Ada Vogel"] }],
  ["behind a comma in each line", `<h1>Rings</h1><p>Authors:<br>Ada Vogel, Quiet Rivers<br>Bo Lund, Old Mill</p>`, { authors: TWO }],
  ["but two people in a line", `<h1>Rings</h1><p>Authors: Ada Vogel, Bo Lund,<br>Cy Dunn, Ed Gray</p>`, { authors: [...TWO, "Cy Dunn", "Ed Gray"] }],
  ["in each line with an address", `<h1>Rings</h1><p>Reply-to: Ada Vogel, Quiet Rivers, ada@x.org<br>Bo Lund, Old Mill, bo@x.org</p>`, { authors: TWO }],
  ["in a heading", `<h1>Rings</h1><h4>Ada Vogel, Grand Foundry</h4><h4>May 21, 2024</h4>`, { authors: ["Ada Vogel"], date: "2024-05-21" }],
  ["of which one is, or at which", `<h1>Rings</h1><p>Authors: Ada Vogel of Grand Foundry, Bo Lund @ Mill</p>`, { authors: TWO }],
  ["none, but many with one address", `<h1>Rings</h1><p>Authors: Ada Vogel, Bo Lund, Cy Dunn (ada@x.org)</p>`, { authors: [...TWO, "Cy Dunn"] }],
];

const OTHERS: Form[] = [
  ["a name to call one by", `<h1>Rings</h1><p>Authors: Ada "Birdy" Vogel, Bo Lund</p>`, { authors: TWO }],
  ["names in brackets behind addresses", `<h1>Rings</h1><p>Authors: ada@x.org (Ada Vogel), bo@x.org (Bo Lund)</p>`, { authors: TWO }],
  ["no label in a sentence", `<h1>Rings</h1><p>Author: Ada Vogel</p><p><em>From</em> the beginning, Cy Dunn wanted rings.</p>`, { authors: ["Ada Vogel"] }],
  [
    "no label in a sentence that begins with a word in letters of its own, or a dash",
    `<h1>Rings</h1><p>Author: Ada Vogel</p><p><span>Target</span> platforms of the EWG, LEWG and others</p><p>Audience - all who know the SG1 by name</p>`,
    { authors: ["Ada Vogel"], audience: [] },
  ],
  ["no label in a title with a dash", `<h1>Audience - LEWG</h1><p>Author: Ada Vogel</p>`, { title: "Audience - LEWG", authors: ["Ada Vogel"], audience: [] }],
  [
    "letters of footnotes",
    `<h1>Rings</h1><p>Authors: Ada Vogel<sup>a</sup>, Bo Lund<sup>a,b</sup><br>Date: 21<sup>st</sup> May 2024</p>`,
    { authors: TWO, date: "2024-05-21" },
  ],
  [
    "the numbers of researchers, in words and in links",
    `<h1>Rings</h1><p>Authors: Ada Vogel ORCID: 0000-0002-1825-0097 &lt;ada@x.org&gt;<br>Bo Lund (https://orcid.org/0000-0002-1825-009X)</p>`,
    { authors: TWO },
  ],
  ["signs of other scripts between names", `<h1>Rings</h1><p>Authors：Ada Vogel、王明，Bo Lund 田中太郎</p>`, { authors: ["Ada Vogel", "王明", "Bo Lund"] }],
  ["marks of footnotes", `<h1>Rings</h1><p>Authors: Ada Vogel<sup>1,2</sup>, Bo Lund <sup>2</sup></p>`, { authors: TWO }],
  ["a study group in a line of its own", `<h1>Rings</h1><table><tr><td>Audience<td>Library Evolution,<br>Study Group 1</table>`, { audience: ["LEWG", "SG1"] }],
  ["a place and a month", `<h1>Rings</h1><p>Ada Vogel<br>St. Louis – June 2024</p>`, { authors: ["Ada Vogel"], date: "2024-06" }],
  ["to whom it is presented", `<h1>Rings</h1><p>Presented to LEWG by Ada Vogel</p>`, { authors: ["Ada Vogel"] }],
  [
    "points of groups below a label",
    `<h1>Rings</h1><p>Author: Ada Vogel</p><p>Audience:</p><ul><li>SG1</li><li>Library Evolution</li></ul><p>Rings are round.</p>`,
    { authors: ["Ada Vogel"], audience: ["SG1", "LEWG"] },
  ],
  [
    "a group behind the project",
    `<h1>Rings</h1><p>Project: Programming Language C++, Evolution Working Group<br>Reply-to: Ada Vogel</p>`,
    { audience: ["EWG"] },
  ],
  [
    "a group below the project",
    `<pre>Project: Programming Language C++,\n         Library Working Group\nReply-to: Ada Vogel</pre><h1>Rings</h1>`,
    { audience: ["LWG"], authors: ["Ada Vogel"] },
  ],
  [
    "a title of signs",
    `<title>&lt;=&gt; != &amp;&amp;</title><h1>&lt;=&gt; != &amp;&amp;</h1><p>Document: P9103R0<br>Reply-to: Ada Vogel</p>`,
    { title: "<=> != &&" },
  ],
  [
    "the own number before the title",
    `<p>Document number: P9001R2<br>Reply to: Ada Vogel</p><h1>P9001R2 Rings for everyone</h1>`,
    { title: "Rings for everyone" },
  ],
  ["another's number in the title", `<p>Document number: P9001R2<br>Reply to: Ada Vogel</p><h1>P9002R6 is not viable</h1>`, { title: "P9002R6 is not viable" }],
  ["blocks in the title", `<h1><span>Rings</span><div>with fields</div></h1><p>Author: Ada Vogel</p>`, { title: "Rings with fields" }],
  ["a date that could be two", `<h1>Rings</h1><p>Author: Ada Vogel<br>Date: 5/6/2024</p>`, { title: "Rings" }],
  ["a date behind the audience", `<h1>Rings</h1><p>Author: Ada Vogel<br>Audience: LEWG, 21.05.2024</p>`, { audience: ["LEWG"], date: "2024-05-21" }],
];

describe.each([
  ["authors below another field", BELOW_ANOTHER_FIELD],
  ["authors without a label", WITHOUT_A_LABEL],
  ["authors in tables and sections of their own", IN_TABLES_AND_SECTIONS],
  ["what stands beside an author and is none", WHO_IS_NONE],
  ["several authors", MANY],
  ["labels without a colon", WITHOUT_COLONS],
  ["tables", TABLES_OF_FORMS],
  ["companies", COMPANIES],
  ["other forms", OTHERS],
])("%s", (_, forms) => {
  it.each(forms)("%s", (_, html, expected) => {
    expect(read(html)).toMatchObject(expected);
    expect(read(html).date).toBe(expected.date);
  });
});
