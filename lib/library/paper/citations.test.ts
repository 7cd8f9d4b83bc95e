import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { cite, escapeLatex, escapeMarkdown } from "./citations.ts";
import { documentOfDraft } from "./document.ts";
import { sampleDocument, sampleDraft } from "./sample-document.ts";

describe("a citation", () => {
  it("of a revision", () => {
    const document = sampleDocument("P2300R10", {
      title: "`std::execution`",
      authors: ["Michał Dominiak", "Eric Niebler"],
      date: "2024-06-28",
      link: "https://wg21.link/p2300r10",
    });
    expect(cite(document)).toEqual({
      link: "https://wg21.link/P2300R10",
      id: "[P2300R10]",
      markdown: "[P2300R10](https://wg21.link/P2300R10) \\`std::execution\\`",
      bibtex: [
        "@techreport{P2300R10,",
        "  author = {Michał Dominiak and Eric Niebler},",
        "  title = {{\\texttt{std::execution}}},",
        "  institution = {ISO/IEC JTC1/SC22/WG21},",
        "  type = {Paper},",
        "  number = {P2300R10},",
        "  year = {2024},",
        "  month = jun,",
        "  url = {https://wg21.link/P2300R10},",
        "}",
      ].join("\n"),
    });
  });

  it("of a draft leads to its file, since wg21.link knows none", () => {
    const { link, markdown, bibtex } = cite(documentOfDraft(sampleDraft(2300, 11)));
    expect(link).toBe("https://isocpp.org/files/papers/D2300R11.html");
    expect(markdown).toBe("[D2300R11](https://isocpp.org/files/papers/D2300R11.html)");
    expect(bibtex).toContain("type = {Draft}");
    expect(bibtex).toContain("title = {{D2300R11}}");
  });

  it("of a stub leaves out what is not known", () => {
    const { bibtex } = cite(sampleDocument("P4200R0", { title: "Rings", date: "2026" }));
    expect(bibtex).not.toMatch(/author|month/);
    expect(bibtex).toContain("year = {2026}");
  });

  it("keeps a name in one piece", () => {
    const { bibtex } = cite(sampleDocument("P1R0", { authors: ["John Smith, Jr.", "Sons and Daughters"] }));
    expect(bibtex).toContain("author = {{John Smith, Jr.} and {Sons and Daughters}}");
  });

  it("is one entry with balanced braces, whatever stands in it", () => {
    const document = fc.record({ title: anyText(), authors: fc.array(anyText(), { maxLength: 4 }) }).map((fields) => sampleDocument("P1R0", fields));
    fc.assert(
      fc.property(document, (document) => {
        const { bibtex, markdown } = cite(document);
        let depth = 0;
        for (const [place, character] of [...bibtex].entries()) {
          depth += character === "{" ? 1 : character === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(place === [...bibtex].length - 1 || place < 11 ? 0 : 1);
        }
        expect(depth).toBe(0);
        expect(markdown).not.toMatch(/\n/);
      }),
    );
  });
});

it("Markdown shows the text as it stands", () => {
  expect(escapeMarkdown("a*b_c`d[e](f)<g>&amp;\\|~h")).toBe("a\\*b\\_c\\`d\\[e\\](f)\\<g\\>\\&amp;\\\\\\|\\~h");
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(text);
    }),
  );
});

it("LaTeX leaves no character with a meaning of its own", () => {
  expect(escapeLatex('50% of C# & C_x^2 ~ {a} $1 <T> | \\ "q" `c`')).toBe(
    "50\\% of C\\# \\& C\\_x\\textasciicircum{}2 \\textasciitilde{} \\textbraceleft{}a\\textbraceright{} \\$1 \\textless{}T\\textgreater{} \\textbar{} \\textbackslash{} \\textquotedbl{}q\\textquotedbl{} \\textasciigrave{}c\\textasciigrave{}",
  );
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(escapeLatex(text).replace(/\\(?:text[a-z]+\{\}|[$&#_%])/g, "")).not.toMatch(/[\\{}~^<>|`"$&#_%]/);
    }),
  );
});
