import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { createSearch } from "../../search/search.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import { plainDescription, suggestionOf } from "./suggestion.ts";

/** The one suggestion for a query among papers of which there is one. */
function suggest(query: string, about: { title: string; authors?: string[] }, markup = true) {
  const [hit] = createSearch([samplePaper("P2300R10", about)]).find(query, 1);
  if (!hit) throw new Error(`nothing found for ${query}`);
  return suggestionOf(hit, markup);
}

describe("a suggestion of the address bar", () => {
  it.each([
    ["2300", { title: "std::execution", authors: ["Eric Niebler"] }, "<url>P<match>2300</match>R10</url> · std::execution · <dim>Eric Niebler</dim>"],
    [
      "niebler exec",
      { title: "std::execution", authors: ["Eric Niebler"] },
      "<url>P2300R10</url> · std::<match>exec</match>ution · <dim>Eric <match>Niebler</match></dim>",
    ],
    ["mdspan", { title: "`mdspan` of `T" }, "<url>P2300R10</url> · <match>mdspan</match> of `T"],
    ["array", { title: `<b>array</b> & "more"` }, "<url>P2300R10</url> · &lt;b&gt;<match>array</match>&lt;/b&gt; &amp; &quot;more&quot;"],
    ["odwyer", { title: "", authors: ["Arthur O'Dwyer"] }, "<url>P2300R10</url> · <dim>Arthur <match>O&apos;Dwyer</match></dim>"],
    ["p2300", { title: "", authors: ["A", "B", "C", "D", "E"] }, "<url><match>P2300</match>R10</url> · <dim>A, B, C, D, …</dim>"],
    ["lone", { title: "lone \ud800 \u0001 \uffff 😀" }, "<url>P2300R10</url> · <match>lone</match> \ufffd \ufffd \ufffd 😀"],
  ])("for %j of %j", (query, about, description) => expect(suggest(query, about)).toEqual({ content: "P2300", description }));

  it("is plain text where the browser has no markup", () => {
    expect(suggest("niebler", { title: `<b> & "x"`, authors: ["Eric Niebler"] }, false).description).toBe(`P2300R10 · <b> & "x" · Eric Niebler`);
  });

  it("does not show thousands of characters", () => {
    expect(suggest("2300", { title: "word ".repeat(1_000) }).description.length).toBeLessThan(250);
  });

  it("is well-formed markup whatever the paper says", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 400 }), anyText(), (title, author) => {
        const { description } = suggest("2300", { title, authors: [author] });
        expect(description.isWellFormed()).toBe(true);
        expect(description).not.toMatch(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        const text = description.replace(/<\/?(?:url|match|dim)>/g, "");
        expect(text).not.toMatch(/[<>"']/);
        expect(text.replace(/&(?:amp|lt|gt|quot|apos);/g, "")).not.toContain("&");
        const open = [...description.matchAll(/<(\/?)(\w+)>/g)].reduce<string[]>((stack, [, end, name = ""]) => {
          if (end) expect(stack.pop()).toBe(name);
          else stack.push(name);
          return stack;
        }, []);
        expect(open).toEqual([]);
      }),
    );
  });

  it("escapes our own texts, too", () => {
    expect([plainDescription("A & B", true), plainDescription("A & B", false)]).toEqual(["A &amp; B", "A & B"]);
  });
});
