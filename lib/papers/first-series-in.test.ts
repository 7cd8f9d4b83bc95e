import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSeriesIn } from "./first-series-in.ts";

describe("firstSeriesIn", () => {
  it.each<[text: string, series: string | undefined]>([
    ["P1234R5", "P1234"],
    ["p1234", "P1234"],
    ["D1234", "P1234"],
    ["N4950", "N4950"],
    ["n950", "N0950"],
    ["P0019R8", "P0019"],
    ["P-2300", "P2300"],
    ["  (P2300R10, std::execution)", "P2300"],
    ["see LWG1234, CWG2300 and then P2300", "P2300"],
    ["both P2300R1 and P2999", "P2300"],
    ["https://wg21.link/p1234r5", "P1234"],
    ["https://wg21.link/P1234/github", "P1234"],
    ["https://isocpp.org/files/papers/D1234R0.pdf", "P1234"],
    ["https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p1234r0.html#abstract", "P1234"],
    ["http://open-std.org/JTC1/SC22/WG21/docs/papers/2023/n4950.pdf", "N4950"],
    ["[P2300R10]", "P2300"],
    ["P 2300 R10", "P2300"],
    ["https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3804.txt", undefined],
    ["https://www.open-std.org/jtc1/sc22/WG14/www/docs/n3804.txt and N4950", "N4950"],
    ["https://www.open-std.org/jtc1/sc2/wg2/docs/n4020.pdf", undefined],
    ["https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2013/n3804.html", "N3804"],
    ["P2300R10’s", "P2300"],
    ["„P2300“", "P2300"],
    ["P04116R0 or P4116R0", "P4116"],
    ["P04116R0", undefined],
    ["P2300R", undefined],
    ["P2300R1x", undefined],
    ["XP2300", undefined],
    ["P1 and D3 and N95", undefined],
    ["LWG2300", undefined],
    ["2300", undefined],
    ["", undefined],
    [`${"x".repeat(20_000)} P2300`, undefined],
  ])("in %j is %j", (text, series) => expect(firstSeriesIn(text)).toBe(series));

  it("finds an id between any words that hold none, and is quick on whatever is selected", () => {
    const word = fc.constantFrom("the", "P", "R0", "LWG2300", "paper-", "(", "n", "-", "SD6", "П", "٣");
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 1000, max: 9999 }), fc.array(word), (before, number, after) => {
        expect(firstSeriesIn([...before, `d${number}r3`, ...after].join(" "))).toBe(`P${number}`);
      }),
    );
    expect(firstSeriesIn("P1234R".repeat(100_000))).toBeUndefined();
  });
});
