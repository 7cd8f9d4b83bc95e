import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWatch } from "./parse-watch.ts";
import { MOST_ENTRIES, splitEntries } from "./split-entries.ts";

describe("splitEntries", () => {
  it.each<[text: string, entries: string[]]>([
    ["", []],
    ["P2300", ["P2300"]],
    ["P2300 P2999R1", ["P2300", "P2999R1"]],
    ["P2300, d2999r1; n4950", ["P2300", "d2999r1", "n4950"]],
    ["2300 2999 3100", ["2300", "2999", "3100"]],
    ["[P2300R10] [P2999]", ["P2300R10", "P2999"]],
    ["P 2300, P 2999", ["P2300", "P2999"]],
    ["P2300\nKühl\r\n\nauthor:Brand", ["P2300", "Kühl", "author:Brand"]],
    ["P2300 ↵ P2999", ["P2300", "P2999"]],
    ["P2300R10 std::execution\nP2999R1 Senders", ["P2300R10", "P2999R1"]],
    ["LEWG, SG1", ["LEWG", "SG1"]],
    ["https://wg21.link/p2300 https://wg21.link/p2999", ["https://wg21.link/p2300", "https://wg21.link/p2999"]],
    ["see P2300R10 and P2999, please", ["P2300R10", "P2999"]],
    ["P2300 P2300", ["P2300"]],
    ["P2300, LWG2300", ["P2300", "LWG2300"]],
    ["P2300 OR P2999", ["P2300", "P2999"]],
    ["P2300 | Kühl", ["P2300", "Kühl"]],
    ["author:Niebler OR title:executor", ["author:Niebler", "title:executor"]],
    ["author:Niebler|title:executor", ["author:Niebler", "title:executor"]],
    ["author:Niebler title:executor OR author:Kühl title:sender", ["author:Niebler title:executor", "author:Kühl title:sender"]],
    ["paper:P2300 OR paper:P2999", ["paper:P2300", "paper:P2999"]],
    ["audience:LEWG OR EWG", ["audience:LEWG", "audience:EWG"]],
    ["audience:LEWG, EWG", ["audience:LEWG", "EWG"]],
    ["audience:LEWG, Library", ["audience:LEWG", "audience:LWG"]],
    ["audience:Ranges, Text", ["audience:SG9", "audience:SG16"]],
    ["audience:LEWG SG1", ["audience:LEWG", "audience:SG1"]],
    ["SG1 and SG14", ["SG1", "SG14"]],
    ["P2300 AND LEWG", ["P2300", "LEWG"]],
    ["WG14 N3220", ["WG14 N3220"]],
    ["P2300, and N3220 of WG14 N3221", ["P2300", "N3220"]],
    ["author:Kühl, P2300", ["author:Kühl", "P2300"]],
    ["P2300, author:Niebler -SG1, title:ranges", ["P2300", "author:Niebler -SG1", "title:ranges"]],
    ["P2300, P2996, author:Niebler -audience:SG1; P2999", ["P2300", "P2996", "author:Niebler -audience:SG1", "P2999"]],
    // What one watch is stays one.
    ["author:Niebler -LEWG, EWG", ["author:Niebler -LEWG, EWG"]],
    ["author:Niebler -paper:P2300, P2999", ["author:Niebler -paper:P2300, P2999"]],
    ["P2300, -SG1", ["P2300, -SG1"]],
    ["author:Kühl, Maurer and Brand", ["author:Kühl, Maurer and Brand"]],
    ["title:executor OR sender", ["title:executor | sender"]],
    ["title:executor, author:Niebler", ["title:executor, author:Niebler"]],
    ["Kühl OR Maurer", ["Kühl | Maurer"]],
    ["P2300 -audience:SG1", ["P2300 -audience:SG1"]],
    ['title:"on ranges, P2300"', ['title:"on ranges, P2300"']],
    ["26 2023", ["26 2023"]],
    ["std::execution", ["std::execution"]],
    ["audience:, P2300 | P2300", ["audience:", "P2300", "audience:P2300"]],
    ['"|kind:draft OR P2300', ['"', "kind:draft", "P2300"]],
    ["| OR |", []],
    // What is not seen, and digits of other scripts.
    ["\u202Eauthor:\u2066Kühl\u200B", ["author:Kühl"]],
    ["\u200EP2300\uFEFF, P\u00AD2301", ["P2300", "P2301"]],
    ["Ｐ２３００ ２３０１ ٢٣٠٢ २३०३", ["P2300", "2301", "2302", "2303"]],
  ])("reads %j as %j", (text, entries) => expect(splitEntries(text)).toEqual(entries));

  it("takes a hundred, and is quick whatever is pasted", () => {
    const numbers = Array.from({ length: 150 }, (_, place) => `P${place + 1000}`);
    expect(splitEntries(numbers.join("\n"))).toEqual(numbers.slice(0, MOST_ENTRIES));
    const began = performance.now();
    for (const piece of ["|", ")", "P2300 ", 'a"', "x/", "author:", " OR ", "- ", "wg14/"]) splitEntries(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("never gives an entry that is several again", () => {
    const piece = fc.constantFrom(
      "P2300",
      " ",
      ",",
      "\n",
      "|",
      " OR ",
      "LEWG",
      "author:",
      "title:",
      "-",
      '"',
      "Kühl",
      "audience:",
      "kind:draft",
      "see",
      "2300",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        for (const entry of splitEntries(pieces.join(""))) expect(parseWatch(entry)).not.toMatchObject({ problem: "several" });
      }),
      { numRuns: 4000 },
    );
  });
});
