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
    [
      ["Ada Vogel, Bo Lund, Cy Dunn", "ada.vogel@x.org, maintainer@x.org, cydunn@x.org"],
      ["Ada Vogel", "Bo Lund", "Cy Dunn"],
    ],
    [
      ["Ada Vogel, Bo Lund, Cy Dunn, Di Ferro", "contact@x.org"],
      ["Ada Vogel", "Bo Lund", "Cy Dunn", "Di Ferro"],
    ],
    [
      ["Ada Vogel and Bo Lund", "ada@x.org"],
      ["Ada Vogel", "Bo Lund"],
    ],
    [["Ada Vogel, Some Engines", "ada@x.org"], ["Ada Vogel"]],
    [["Ada Vogel", "Some Engines", "ada@x.org", "ada@home.org"], ["Ada Vogel"]],
    [["Ada Vogel (av@x.org) / Bo Lund (bl@x.org)"], ["Ada Vogel", "Bo Lund"]],
    [["Ada Vogel/Bo Lund"], ["Ada Vogel", "Bo Lund"]],
    [["Vogel, Ada; Lund, Bo"], ["Ada Vogel", "Bo Lund"]],
    [["Vogel, Ada <ada@x.org>; van der Berg, Joop K. <jb@x.org>"], ["Ada Vogel", "Joop K. van der Berg"]],
    [["Ada Vogel, Acme; Bo Lund, IAS"], ["Ada Vogel", "Bo Lund"]],
    [["Ada Vogel <cpp@adavogel.org>"], ["Ada Vogel"]],
    [["Bo Lund <bo@x.org>, Ada Vogel <cpp@adavogel.org>"], ["Bo Lund", "Ada Vogel"]],
    [["Käthe Müller", "Acme RocketWorks", "kmueller@acme.example"], ["Käthe Müller"]],
    [["Ada Vogel", "Grand Foundry", "editor@x.org"], ["Ada Vogel"]],
    [["Ada Vogel <ada@x.org> Grand Foundry"], ["Ada Vogel"]],
    [["Ada Vogel <ada@x.org>, Bo Lund"], ["Ada Vogel", "Bo Lund"]],
    [["Ada Vogel, with contributions from Bo Lund, additional edits by Cy Dunn"], ["Ada Vogel", "Bo Lund", "Cy Dunn"]],
    [
      ["Ada Vogel", "with contributions by Bo Lund,", "Cy Dunn", "Di Ferro"],
      ["Ada Vogel", "Di Ferro"],
    ],
    [["Ada Vogel", "On behalf of NB (Atlantis)"], ["Ada Vogel"]],
    [["Ada Vogel for the Direction Group"], ["Ada Vogel"]],
    [["Ada Vogel, 21 May 2024"], ["Ada Vogel"]],
    [["Written by Ada Vogel"], ["Ada Vogel"]],
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
