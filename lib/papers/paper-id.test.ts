import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PREFIXES, type Prefix } from "./paper.ts";
import { formatPaperId, type PaperId, parsePaperId } from "./paper-id.ts";

describe("parsePaperId", () => {
  it.each<[text: string, prefix: Prefix, number: number, revision?: number]>([
    ["P2300R10", "P", 2300, 10],
    ["p2300r10", "P", 2300, 10],
    ["P0019R8", "P", 19, 8],
    ["P3141", "P", 3141],
    ["D1459R1", "D", 1459, 1],
    ["D0019", "D", 19],
    ["N4950", "N", 4950],
    ["N1", "N", 1],
    ["CWG1234", "CWG", 1234],
    ["LWG4310", "LWG", 4310],
    ["EWG12", "EWG", 12],
    ["LEWG123", "LEWG", 123],
    ["FS12", "FS", 12],
    ["EDIT8095", "EDIT", 8095],
    ["SD6", "SD", 6],
    ["SD-7", "SD", 7],
    ["P10000R0", "P", 10000, 0],
  ])("reads %s", (text, prefix, number, revision) =>
    expect(parsePaperId(text)).toEqual({ prefix, number, regular: true, ...(revision !== undefined && { revision }) }),
  );

  it.each(["P04116R0", "D00019", "p00001r1"])("reads %s, whose padding no paper has, as irregular", (text) => expect(parsePaperId(text)?.regular).toBe(false));

  it.each([
    ["draft"],
    ["standard"],
    ["P2300R"],
    ["EWG1R1"],
    ["N4950R1"],
    ["P"],
    ["2300"],
    ["SD"],
    ["CH6"],
    ["PP1R0"],
    ["P--1"],
    ["P2300 R10"],
    [" P2300R10"],
    ["P2300R10\n"],
    ["P2300R10.pdf"],
    ["P1234567R0"],
    ["P2300R1000"],
    ["Ｐ2300"],
    ["P٢٣٠٠"],
    ["ſD6"],
    ["__proto__"],
    ["constructor"],
    [""],
  ])("knows that %j is no id", (text) => expect(parsePaperId(text)).toBeUndefined());
});

describe("formatPaperId", () => {
  it.each<[written: string, id: Omit<PaperId, "regular">]>([
    ["P2300R10", { prefix: "P", number: 2300, revision: 10 }],
    ["P0019R8", { prefix: "P", number: 19, revision: 8 }],
    ["D0019", { prefix: "D", number: 19 }],
    ["N0007", { prefix: "N", number: 7 }],
    ["P10000R0", { prefix: "P", number: 10000, revision: 0 }],
    ["LWG7", { prefix: "LWG", number: 7 }],
    ["SD-7", { prefix: "SD", number: 7 }],
  ])("writes %s", (written, id) => expect(formatPaperId(id)).toBe(written));

  it("is undone by parsePaperId", () => {
    const unrevised = fc.record({ prefix: fc.constantFrom(...PREFIXES), number: fc.nat(999_999) });
    const revised = fc.record({ prefix: fc.constantFrom<Prefix>("P", "D"), number: fc.nat(999_999), revision: fc.nat(999) });
    fc.assert(
      fc.property(fc.oneof(unrevised, revised), (id) => {
        expect(parsePaperId(formatPaperId(id))).toEqual({ ...id, regular: true });
        expect(parsePaperId(formatPaperId(id).toLowerCase())).toEqual({ ...id, regular: true });
      }),
    );
  });
});
