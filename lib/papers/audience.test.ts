import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAudienceCode, parseAudience } from "./audience.ts";

describe("parseAudience", () => {
  it.each<[text: string, code: string]>([
    ["Evolution", "EWG"],
    ["EWG Evolution", "EWG"],
    ["Core", "CWG"],
    ["CWG Core", "CWG"],
    ["Library Evolution", "LEWG"],
    ["LEWG Library Evolution", "LEWG"],
    ["Library Evoution", "LEWG"],
    ["Library", "LWG"],
    ["LWG Library", "LWG"],
    ["Library Working Group", "LWG"],
    ["Evolution Incubator", "EWGI"],
    ["EWGI SG17: EWG Incubator", "EWGI"],
    ["EWG-I", "EWGI"],
    ["SG17", "EWGI"],
    ["Library Evolution Incubator", "LEWGI"],
    ["LEWGI SG18: LEWG Incubator", "LEWGI"],
    ["Library Evolution Incubator (LEWG-I)", "LEWGI"],
    ["LEWG-I", "LEWGI"],
    ["SG18", "LEWGI"],
    ["SG18 (incubating)", "LEWGI"],
    ["Direction Group", "DG"],
    ["ARG ABI Review Group", "ARG"],
    ["WG21", "WG21"],
    ["All", "WG21"],
    ["All of WG21", "WG21"],
    ["SG1 Concurrency and Parallelism", "SG1"],
    ["SG1 Concurency and Parallelism", "SG1"],
    ["Concurrency and Parallelism", "SG1"],
    ["SG12 Undefined and Unspecified Behavior", "SG12"],
    ["SG13 I/O", "SG13"],
    ["SG16 Unicode", "SG16"],
    ["Unicode", "SG16"],
    ["Unicode?", "SG16"],
    ["SG22 Compatability", "SG22"],
    ["SG22 C/C++ Liaison", "SG22"],
    ["SG23 Safety and Security", "SG23"],
    ["SG23 Safety & Security", "SG23"],
    ["sg14", "SG14"],
    ["SG-14", "SG14"],
    ["SG 01", "SG1"],
    ["SG24 Something New", "SG24"],
  ])("calls %j %s", (text, code) => expect(parseAudience(text)).toEqual([code]));

  it.each<[text: string, codes: string[]]>([
    ["SG14, Library Evolution, WG21", ["SG14", "LEWG", "WG21"]],
    ["SG14 Low Latency,LEWG Library Evolution,All of WG21", ["SG14", "LEWG", "WG21"]],
    ["EWG/LEWG/SG1", ["EWG", "LEWG", "SG1"]],
    ["SG13 I/O/SG22 C/C++ Liaison", ["SG13", "SG22"]],
    ["LEWG and SG16 Unicode", ["LEWG", "SG16"]],
    ["EWG, Core, and SG1 Concurrency and Parallelism", ["EWG", "CWG", "SG1"]],
    ["EWG. LEWG.", ["EWG", "LEWG"]],
    ["SG16?, LEWG?", ["SG16", "LEWG"]],
    ["Library Evolution, LEWG, EWG, LEWG", ["LEWG", "EWG"]],
    [" ,, / ", []],
    ["", []],
  ])("splits %j", (text, codes) => expect(parseAudience(text)).toEqual(codes));

  it.each<[text: string, codes: string[]]>([
    ["Performance, EWG", ["Performance", "EWG"]],
    [" the  INCITS liaison ", ["the INCITS liaison"]],
    ["WG14", ["WG14"]],
    ["Whoever?", ["Whoever?"]],
    ["Revolution", ["Revolution"]],
    ["MSG1", ["MSG1"]],
    ["Text of the ballot", ["Text of the ballot"]],
    ["LEWG and Friends", ["LEWG", "Friends"]],
  ])("keeps the unknown in %j as it stands", (text, codes) => expect(parseAudience(text)).toEqual(codes));

  it("reads each of its answers as itself", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom("SG", "17", "EWG", "-I", " and ", "/", ".", "?", " ", "I", "O", "C", "++")).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (served) => {
        for (const code of parseAudience(served)) expect(parseAudience(code)).toEqual([code]);
      }),
    );
  });
});

describe("isAudienceCode", () => {
  it.each(["LEWG", "ewg", "SG16", "sg1", "SG-7", "EWGI", "DG", "WG21"])("knows %s", (text) => expect(isAudienceCode(text)).toBe(true));
  it.each(["Library", "Unicode", "SG", "SG123", "constructor", "LEWG!", "", "LEWG SG1"])("leaves %j to others", (text) =>
    expect(isAudienceCode(text)).toBe(false),
  );
});
