import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtmlLines } from "../html/html-lines.ts";
import { MAX_ABSTRACT } from "../limits.ts";
import { findAbstract } from "./find-abstract.ts";

const abstractOf = (html: string) => findAbstract(readHtmlLines(html).lines);
const HEADER = "<h1>Rings</h1><table><tr><td>Date:<td>2026-01-05<tr><td>Audience:<td>LEWG<tr><td>Reply-to:<td>Emmy Noether</table>";
const NEXT = "<h2>Rings and their words</h2><p>Text.";

describe("the abstract of a paper", () => {
  it.each<[form: string, html: string, abstract: string]>([
    ["below its heading", "<h2>Abstract</h2><p>We   propose <code>ring&lt;T></code>.</p><p>And words.</p>", "We propose ring<T>.\nAnd words."],
    ["with a number", "<h1>1 Abstract</h1><p>We propose rings.", "We propose rings."],
    ["in capitals", "<h6>ABSTRACT:</h6><p>We propose rings.", "We propose rings."],
    ["below a bold line", "<p><b>Abstract</b></p><p>We propose rings.</p><p>And words.</p>", "We propose rings.\nAnd words."],
    ["up to another bold line", "<p><b>Abstract</b></p><p>We propose rings.</p><p><b>Impact on the standard</b></p><p>None.</p>", "We propose rings."],
    ["up to a part that has no heading", "<p><b>Abstract</b></p><p>We propose rings.</p><p>1. Introduction</p><p>None.</p>", "We propose rings."],
    ["in the paragraph that says so", "<p><b>Abstract:</b> We propose <i>rings</i>.</p><p>Text.", "We propose rings."],
    ["with a stop", "<p>Abstract. We propose rings.<p>Text.", "We propose rings."],
    ["with a dash", "<p><i>Abstract</i>—We propose rings.<p>Text.", "We propose rings."],
    ["in a row of a table", "<table><tr><td>Abstract:<td>We propose rings.<tr><td>Status:<td>new</table>", "We propose rings."],
    ["in a list of terms", "<dl><dt>Abstract<dd>We propose rings.<dt>Status<dd>new</dl>", "We propose rings."],
    ["in its block", "<div class=abstract><p>We propose rings.</p><ul><li>one<li>two</ul></div><p>Text.", "We propose rings.\none\ntwo"],
    ["in Pandoc's block", "<div class=abstract><div class=abstract-title>Abstract</div><p>We propose rings.</div><p>Text.", "We propose rings."],
    [
      "in Bikeshed's",
      `<h2 class="no-num no-toc" id=abstract><span class=content>Abstract</span></h2><div class=p-summary data-fill-with=abstract><p>We propose rings.</p></div><div data-fill-with=table-of-contents><nav id=toc><p>1 Rings</nav></div><main>${NEXT}`,
      "We propose rings.",
    ],
    ["behind a table of contents", "<p>Abstract<p>Introduction<p>Design<h2>Abstract</h2><p>We propose rings.", "We propose rings."],
    ["before the fields", "<h2>Abstract</h2><p>We propose rings.<p>Document number: P1234R0<p>Date: 2026-01-05", "We propose rings."],
    ["of lines with numbers", "<h2>Abstract</h2><ol><li>One thing.<li>Another.</ol>", "One thing.\nAnother."],
    ["nowhere", "<p>The abstract machine: we propose rings.<p>Abstract syntax<p>Abstract-syntax trees: a thing", ""],
    ["nowhere, with nothing below it", "<h2>Abstract</h2>", ""],
  ])("stands %s", (_, html, abstract) => expect(abstractOf(`${HEADER}${html}${NEXT}`)).toBe(abstract));

  it("is cut between words", () => {
    const cut = abstractOf(`${HEADER}<h2>Abstract</h2><p>${"word, ".repeat(400)}${NEXT}`);
    expect(cut).toMatch(/, word…$/);
    expect(cut.length).toBeLessThanOrEqual(MAX_ABSTRACT);
    expect(cut.length).toBeGreaterThan(MAX_ABSTRACT - 10);
    expect(abstractOf(`<h1>T</h1><h2>Abstract</h2><p>${"x".repeat(1_900)}`)).toBe(`${"x".repeat(MAX_ABSTRACT - 1)}…`);
    const whole = "x".repeat(MAX_ABSTRACT - 4);
    expect(abstractOf(`<h1>T</h1><h2>Abstract</h2><p>${whole} abc`)).toBe(`${whole} abc`);
  });

  it("has no page numbers in it, as a PDF has them", () => {
    const lines = ["Abstract", "We propose", "rings.", "1", "And more.", "Page 2 of 7", "2 Design"].map((text, at) => ({
      text,
      group: [0, 1, 1, 2, 3, 4, 5][at] ?? 0,
    }));
    expect(findAbstract(lines)).toBe("We propose rings.\nAnd more.");
  });

  it("of all lines is bounded and well-formed", () => {
    const text = fc.oneof(fc.constantFrom("Abstract", "Abstract: x", "1 Abstract", "2 Design", "3", "word. ".repeat(200)), fc.string({ unit: "binary" }));
    const line = fc.record(
      {
        text,
        group: fc.nat(5),
        column: fc.nat(2),
        heading: fc.integer({ min: 1, max: 6 }),
        part: fc.constantFrom("title" as const, "abstract" as const),
      },
      { requiredKeys: ["text", "group"] },
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const abstract = findAbstract(lines.map((one) => ({ ...one, text: one.text.toWellFormed() })));
        expect(abstract.length).toBeLessThanOrEqual(MAX_ABSTRACT);
        expect(abstract.isWellFormed()).toBe(true);
        expect(abstract).toBe(abstract.trim());
      }),
    );
  });
});
