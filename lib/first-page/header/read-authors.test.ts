import { describe, expect, it } from "vitest";
import { MAX_AUTHORS } from "../limits.ts";
import { findAuthors, readAuthors } from "./read-authors.ts";

describe("readAuthors takes the names and leaves what goes with them", () => {
  it.each<[lines: string[], names: string[]]>([
    [["Ada Lovelace"], ["Ada Lovelace"]],
    [["Ada Lovelace <ada@example.org>"], ["Ada Lovelace"]],
    [["Ada Lovelace (ada@example.org)"], ["Ada Lovelace"]],
    [["Ada Lovelace [ada@example.org]"], ["Ada Lovelace"]],
    [["Ada Lovelace, ada@example.org"], ["Ada Lovelace"]],
    [["Ada Lovelace ada@example.org"], ["Ada Lovelace"]],
    [["Ada Lovelace, ada dot lovelace at example dot org"], ["Ada Lovelace"]],
    [["Ada Lovelace <ada (at) example (dot) org>"], ["Ada Lovelace"]],
    [["Ada Lovelace ada[at]example.org"], ["Ada Lovelace"]],
    [["Ada Lovelace (Analytical Engines, Inc.) <ada@example.org>"], ["Ada Lovelace"]],
    [["Ada Lovelace (Analytical Engines (London)), Alan Turing"], ["Ada Lovelace", "Alan Turing"]],
    [["Ada Lovelace, Some Engines, ada@example.org"], ["Ada Lovelace"]],
    [
      ["Ada Lovelace", "Some Engines", "ada@example.org", "Alan Turing", "Bletchley Park", "at@example.org"],
      ["Ada Lovelace", "Alan Turing"],
    ],
    [["Ada Lovelace, Red Hat, countess@redhat.com"], ["Ada Lovelace"]],
    [
      ["Ada Lovelace, Google", "Alan Turing, IBM"],
      ["Ada Lovelace", "Alan Turing"],
    ],
    [
      ["Ada Lovelace - Some Engines", "Alan Turing – NPL"],
      ["Ada Lovelace", "Alan Turing"],
    ],
    [["Ada Lovelace, Example University, Alan Turing, Example Inc"], ["Ada Lovelace", "Alan Turing"]],
    [["Ada Lovelace and Alan Turing"], ["Ada Lovelace", "Alan Turing"]],
    [["Ada Lovelace, Alan Turing <alan@example.org>"], ["Ada Lovelace", "Alan Turing"]],
    [["Ada Lovelace ada@example.org, Alan Turing at@example.org, Kurt Gödel kurt@example.org"], ["Ada Lovelace", "Alan Turing", "Kurt Gödel"]],
    [["Ada Lovelace, Alan Turing {ada,alan}@example.org"], ["Ada Lovelace", "Alan Turing"]],
    [
      ["Ada Lovelace\tAlan Turing", "Some Engines\tBletchley Park", "ada@example.org\talan@example.org"],
      ["Ada Lovelace", "Alan Turing"],
    ],
    [["Ada Lovelace*, Alan Turing†, Kurt Gödel1"], ["Ada Lovelace", "Alan Turing", "Kurt Gödel"]],
    [["Ada Lovelace <a@x.org>", "Ada Lovelace <b@y.org>"], ["Ada Lovelace"]],
    [["Ada Lovelace, @engines", "https://example.org/~ada", "+44 20 1234"], ["Ada Lovelace"]],
    [["Sammy Davis, Jr."], ["Sammy Davis, Jr."]],
    [["H.S.M. Coxeter, J.F. Ritt"], ["H.S.M. Coxeter", "J.F. Ritt"]],
    [
      ["Joop van der Berg", "Jean-Louis Koszul", "Seán O’Casey", "王 明"],
      ["Joop van der Berg", "Jean-Louis Koszul", "Seán O’Casey", "王 明"],
    ],
    [["Hilbert"], ["Hilbert"]],
    [["Joop van Eerd. joop at example.com"], ["Joop van Eerd"]],
    [["Working Group"], []],
    [["by Ada Lovelace et al."], ["Ada Lovelace"]],
    [["ada@example.org"], []],
    [["1234"], []],
    [["see below"], []],
    [[""], []],
    [[], []],
  ])("%j", (lines, names) => {
    expect(readAuthors(lines)).toEqual(names);
  });

  it("keeps to the bound", () => {
    const many = Array.from({ length: 100 }, (_, at) => `Kurt ${String.fromCharCode(65 + (at % 26))}${"abcd"[at % 4]}${"xyzw"[Math.floor(at / 26)]}`);
    expect(readAuthors([many.join(", ")])).toHaveLength(MAX_AUTHORS);
    expect(readAuthors([`Kurt ${"x".repeat(200)}`])).toEqual([]);
  });
});

describe("findAuthors, where no label says that these are authors", () => {
  it.each<[lines: string[], names: string[]]>([
    [["Ada Lovelace ada@example.org"], ["Ada Lovelace"]],
    [["Ada Lovelace", "Some Engines", "countess@example.org"], ["Ada Lovelace"]],
    [
      ["Ada Lovelace <ada@example.org>", "Kurt Gödel", "Alan Turing <alan@example.org>"],
      ["Ada Lovelace", "Kurt Gödel", "Alan Turing"],
    ],
    [["Ada Lovelace, Alan Turing"], ["Ada Lovelace", "Alan Turing"]],
    [
      ["Ada Lovelace", "Alan Turing"],
      ["Ada Lovelace", "Alan Turing"],
    ],
    [["Feature Test <wg21@example.org>"], []],
    [["Library Evolution", "Ada Lovelace"], []],
    [["This paper is by Ada Lovelace"], []],
    [["Programming Language C++"], []],
    [["ISO/IEC JTC1 SC22 WG21"], []],
    [["LEWG Review"], []],
    [["2026-01-02"], []],
  ])("%j", (lines, names) => {
    expect(findAuthors(lines)).toEqual(names);
  });
});
