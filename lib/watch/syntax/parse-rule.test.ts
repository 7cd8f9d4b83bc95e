import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWatch } from "../matching/match-watch.ts";
import { samplePaper } from "../sample-paper.ts";
import { formatWatch } from "./format-watch.ts";
import { parseWatch } from "./parse-watch.ts";

const rule = (text: string) => ({ ok: true, watch: { kind: "rule", text } });

describe("a rule", () => {
  it.each([
    ["author:Niebler title:executor -audience:SG1", "author:Niebler title:executor -audience:SG1"],
    [" -audience:sg1   title:executor AUTHOR: Niebler ", "author:Niebler title:executor -audience:SG1"],
    ["author:Eric Niebler title:std::execution", "author:Eric Niebler title:std::execution"],
    ['title:"two words" -author:"Kühl, Maurer"', "title:two words -author:Kühl | Maurer"],
    ["title:“two words” −SG1", "title:two words -audience:SG1"],
    ["p2300 -kind:Drafts", "paper:P2300 -kind:draft"],
    ["LEWG title:ranges -SG9", "title:ranges audience:LEWG -audience:SG9"],
    ["author:Niebler author:Niebler kind:draft", "author:Niebler kind:draft"],
    ["kind:draft", "kind:draft"],
    ['title:"by author:Niebler" -LEWG', 'title:"by author:Niebler" -audience:LEWG'],
    ['author:Niebler audience:"Niebler paper:: | SG1"', 'author:Niebler audience:"Niebler paper:: | SG1"'],
    ["paper:https://wg21.link/p2300r1 -kind:draft", "paper:P2300R1 -kind:draft"],
  ])("%j is kept as %j", (typed, canonical) => expect(parseWatch(typed)).toEqual(rule(canonical)));

  it.each([
    ["author:Niebler author:Niebler", "author", "Niebler"],
    ["SG1 audience:SG1", "audience", "SG1"],
    ['title:"by author:Niebler"', "title", "by author:Niebler"],
    ["title:Papers: a guide", "title", "Papers: a guide"],
    ["title:C++26: what: is new", "title", "C++26: what: is new"],
    ['title:"-x"', "title", "-x"],
  ])("with one thing to look for, %j, is that watch", (typed, kind, text) => expect(parseWatch(typed)).toEqual({ ok: true, watch: { kind, text } }));

  it.each<[typed: string, flaw: string, term: string, suggestion?: string]>([
    ["-", "no-value", "-"],
    ["author:Niebler -", "no-value", "-"],
    ["author:Niebler title:", "no-value", "title:"],
    ["kind:", "no-value", "kind:"],
    ["author:Niebler -audience:", "no-value", "-audience:"],
    ["author:Niebler audience:SG1 –", "no-value", "-"],
    ["autor:Niebler", "unknown-prefix", "autor:", "author"],
    ["Autor: Niebler", "unknown-prefix", "Autor:", "author"],
    ["title:executor autor:Niebler", "unknown-prefix", "autor:", "author"],
    ["title:executor -zielgruppe:SG1", "unknown-prefix", "zielgruppe:", "audience"],
    ["author:Niebler foo:bar", "unknown-prefix", "foo:"],
    ["title:executor -foo:bar", "unknown-prefix", "foo:"],
    ["executor author:Niebler", "no-prefix", "executor"],
    ["author:Niebler -ranges", "no-prefix", "ranges"],
    ["-audience:SG1", "only-not", "-audience:SG1"],
    ["-SG1 -kind:draft", "only-not", "-audience:SG1 -kind:draft"],
    ["audience:SG1 -SG1", "contradiction", "-audience:SG1"],
    ["kind:draft kind:paper", "contradiction", "kind:paper"],
    [Array.from({ length: 13 }, (_, place) => `title:word${place}`).join(" "), "too-long", expect.stringContaining("title:word12")],
    ["title:x ".repeat(1_000), "too-long", expect.anything()],
  ])("%j is refused for %s of %j", (typed, flaw, term, suggestion) =>
    expect(parseWatch(typed)).toEqual({ ok: false, problem: "bad-rule", flaw, term, ...(suggestion && { suggestion }) }),
  );

  it.each<[typed: string, kind: string, text: string]>([
    ["author:42 title:executor", "author", "42"],
    ["title:executor -audience:LEWG, EWG", "audience", "LEWG, EWG"],
    ["title:executor kind:issue", "kind", "issue"],
    [`title:${"x".repeat(201)} -LEWG`, "title", "x".repeat(201)],
  ])("%j names the term that cannot be read", (typed, kind, text) => {
    expect(parseWatch(typed)).toEqual({ ok: false, problem: "bad-value", kind, text });
  });

  it("says that an issue is no paper", () => expect(parseWatch("title:executor paper:LWG12")).toEqual({ ok: false, problem: "not-a-paper", text: "LWG12" }));
});

/** Between terms and before them, in either language; in quotes they are words. */
const SIGNS = ["AND", "UND", "and", "und", "&&", "&", "OR", "ODER", "or", "NOT", "NICHT", "not", "!", "(", ")"];
const word = fc.constantFrom(
  "Niebler",
  "Eric",
  "Kühl",
  "|",
  ",",
  "C++",
  "std::x",
  "-",
  "–",
  '"',
  "author:",
  "foo:bar",
  "SG1",
  "LEWG",
  "P2300",
  "draft",
  "42",
  "*",
  ":",
  ...SIGNS,
);
const value = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const term = fc
  .tuple(fc.constantFrom("", "-"), fc.constantFrom("paper:", "author:", "title:", "Audience: ", "kind:", ""), value)
  .map((parts) => parts.join(""));
const line = fc.array(term, { maxLength: 5 }).map((terms) => terms.join(" "));

describe("parseWatch of rules", () => {
  it("never throws; what it makes is canonical, is written down and read again", () => {
    fc.assert(
      fc.property(line, (typed) => {
        const parsed = parseWatch(typed);
        if (parsed.ok) expect(parseWatch(formatWatch(parsed.watch))).toEqual(parsed);
        if (!parsed.ok && parsed.problem === "bad-rule") expect(parsed.term).not.toBe("");
      }),
      { numRuns: 5000 },
    );
  });

  it("written down it is what it was, also with words in quotes that are signs elsewhere", () => {
    const words = fc.array(fc.constantFrom("search", "replace", "Kühl", "|", "|a", "author:", "!author:x", ...SIGNS), { minLength: 1, maxLength: 4 });
    const quoted = fc.tuple(fc.constantFrom("title:", "-title:", "author:", "audience:", "", "LEWG title:"), words, fc.boolean());
    const typed = fc.array(
      quoted.map(([prefix, all, isQuoted]) => prefix + (isQuoted ? `"${all.join(" ")}"` : all.join(" "))),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(typed, (terms) => {
        const parsed = parseWatch(terms.join(" "));
        const watches = parsed.ok ? [parsed.watch] : parsed.problem === "ambiguous" ? parsed.choices : [];
        for (const watch of watches) expect(parseWatch(formatWatch(watch))).toEqual({ ok: true, watch });
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['title:"search AND replace"', "search AND replace"],
    ['title:"C UND D"', "C UND D"],
    ['title:"a && b"', "a && b"],
    ['title:"(a OR b)"', "(a OR b)"],
  ])("%s is itself again", (typed, text) => {
    const parsed = parseWatch(typed);
    expect(parsed).toEqual({ ok: true, watch: { kind: "title", text } });
    expect(parsed.ok && formatWatch(parsed.watch)).toBe(typed);
  });

  it.each(["R and", "R und", "R &", "R &&", "do not", "ring nicht"])('a title that ends in "%s" keeps it before another term', (text) => {
    const parsed = parseWatch(`LEWG title:"${text}"`);
    expect(parsed).toEqual({ ok: true, watch: { kind: "rule", text: `title:"${text}" audience:LEWG` } });
    expect(parsed.ok && parseWatch(formatWatch(parsed.watch))).toEqual(parsed);
  });

  const pick = <T>(...items: T[]) => fc.subarray(items);
  const paper = fc
    .record({
      title: pick("executor", "ranges", "sender").map((words) => words.join(" ")),
      authors: pick("Ada Lovelace", "Grace Hopper"),
      audience: pick("SG1", "LEWG"),
    })
    .chain((about) => fc.constantFrom("P2300R1", "D2300R1", "N4950").map((id) => samplePaper(id, about)));
  const simple = fc.constantFrom("author:Lovelace", "author:Hopper", "title:executor", "title:ranges", "audience:SG1", "audience:LEWG", "paper:P2300");

  it("matches exactly where every term would by itself and none of those that must not", () => {
    fc.assert(
      fc.property(fc.uniqueArray(simple, { minLength: 2, maxLength: 5 }), fc.nat(4), paper, (terms, refused, paper) => {
        const split = Math.max(1, terms.length - refused);
        const [wanted, unwanted] = [terms.slice(0, split), terms.slice(split)];
        const holds = (text: string) => {
          const parsed = parseWatch(text);
          return parsed.ok && compileWatch(parsed.watch)(paper) !== undefined;
        };
        expect(holds([...wanted, ...unwanted.map((term) => `-${term}`)].join(" "))).toBe(wanted.every(holds) && !unwanted.some(holds));
      }),
      { numRuns: 1000 },
    );
  });
});
