import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-ms.ts";
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
    ["LowLatency", "SG14"],
    ["MachineLearning", "SG19"],
    ["lowlatency", "SG14"],
    ["LibraryEvolutionWorkingGroup", "LEWG"],
    ["SG14LowLatency", "SG14"],
    ["Reflection Working Group", "SG7"],
    ["Library Evolution WG", "LEWG"],
    ["Core Language Working Group", "CWG"],
    ["Numerics SG", "SG6"],
    ["Unicode Study Group", "SG16"],
    ["Study Group 16", "SG16"],
    ["SG16 Unicode Study Group", "SG16"],
    ["Library Evolution Working Group Incubator", "LEWGI"],
    ["Undefined Behaviour", "SG12"],
    ["Undefined and Unspecified Behaviour", "SG12"],
    ["Direction", "DG"],
    ["Direction Group of WG21", "DG"],
    ["WG21 SG1 (Concurrency and Parallelism)", "SG1"],
    ["WG21: Evolution Working Group", "EWG"],
    ["ISO/IEC JTC1/SC22/WG21/SG14", "SG14"],
    ["SG7 (Reflection and Compile-time Programming)", "SG7"],
    ["SG7 Reflection and Compile-time Programming", "SG7"],
    ["SG7: Reflection", "SG7"],
    ["SG14 Low Latency/Games/Embedded/Financial/Simulation", "SG14"],
    ["SG14 (Games, Low Latency)", "SG14"],
    ["SG14, Low Latency, Games", "SG14"],
    ["SG24 Something/New and Other", "SG24"],
    ["SG1 Concurency/Parallelism", "SG1"],
    ["Undefined behaviour (SG12)", "SG12"],
    ["LWG (approved by LEWG)", "LWG"],
    ["C++ Evolution Working Group", "EWG"],
    ["All groups", "WG21"],
    ["EWG¹", "EWG"],
    ["Security", "SG23"],
    ["Tools", "SG15"],
    ["SG7 Reflection & Metaprogramming", "SG7"],
    ["Reflection and Metaprogramming", "SG7"],
    ["LEWG(I)", "LEWGI"],
    ["Evolution Working Group (Incubator)", "EWGI"],
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
    ["->", []],
    ["EWG CWG", ["EWG", "CWG"]],
    ["EWG Evolution CWG Core", ["EWG", "CWG"]],
    ["SG1 SG 2 SG-3", ["SG1", "SG2", "SG3"]],
    ["EWG -> CWG", ["EWG", "CWG"]],
    ["Evolution→Core", ["EWG", "CWG"]],
    ["LEWG => LWG", ["LEWG", "LWG"]],
    ["LEWG > LWG", ["LEWG", "LWG"]],
    ["EWG | Library Evolution", ["EWG", "LEWG"]],
    ["LEWG + SG1", ["LEWG", "SG1"]],
    ["SG22 C/C++ Liaison+LEWG", ["SG22", "LEWG"]],
    ["Evolution & Library", ["EWG", "LWG"]],
    ["Library/Evolution", ["LWG", "EWG"]],
    ["SG16 then LEWG", ["SG16", "LEWG"]],
    ["LEWG (SG1, SG9)", ["LEWG", "SG1", "SG9"]],
    ["WG21 - Library Evolution and SG22 (C++/C-Liaison), WG14", ["LEWG", "SG22", "WG14"]],
    ["Library Evolution WG, SG14", ["LEWG", "SG14"]],
    ["SG12 Undefined and Unspecified Behavior,CWG Core", ["SG12", "CWG"]],
    ["SG15 (Tooling) / SG2 (Modules)", ["SG15", "SG2"]],
    ["(Library Evolution, Core)", ["LEWG", "CWG"]],
    ["WG21 and WG14", ["WG21", "WG14"]],
    ["SG1, 6, 14", ["SG1", "SG6", "SG14"]],
    ["SG1/6 and 14, LEWG", ["SG1", "SG6", "SG14", "LEWG"]],
    ["SGs 1 & 14", ["SG1", "SG14"]],
    ["SG1, 2024-05-21", ["SG1", "2024-05-21"]],
    ["None", []],
    ["N/A", []],
    ["TBD", []],
    ["", []],
  ])("splits %j", (text, codes) => expect(parseAudience(text)).toEqual(codes));

  it.each<[text: string, codes: string[]]>([
    ["Performance, EWG", ["Performance", "EWG"]],
    [" the  INCITS liaison ", ["the INCITS liaison"]],
    ["WG14", ["WG14"]],
    ["Whoever?", ["Whoever?"]],
    ["Whoever.", ["Whoever"]],
    ["somebody@example.org", ["somebody@example.org"]],
    ["Revolution", ["Revolution"]],
    ["MSG1", ["MSG1"]],
    ["Text of the ballot", ["Text of the ballot"]],
    ["LEWG and Friends", ["LEWG", "Friends"]],
    ["Library Evolution/Friends", ["LEWG", "Friends"]],
    ["Users of <vector> (or arrays)", ["Users of <vector> (or arrays)"]],
    ["Robots Inc.-> Cats etc.+", ["Robots Inc", "Cats etc"]],
  ])("keeps the unknown in %j as it stands", (text, codes) => expect(parseAudience(text)).toEqual(codes));

  it("takes time that grows with the length only", () => {
    expect(cpuMs(() => parseAudience("a ".repeat(50_000)))).toBeLessThan(1_500);
  });

  it("reads each of its answers as itself", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("SG", "17", "EWG", "-I", " and ", "/", ".", "?", " ", "I", "O", "C", "++", "(", ")", " > ", "->", "Low", "Text", "x"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (served) => {
        for (const code of parseAudience(served)) expect(parseAudience(code)).toEqual([code]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isAudienceCode", () => {
  it.each(["LEWG", "ewg", "SG16", "sg1", "SG-7", "EWGI", "DG", "WG21"])("knows %s", (text) => expect(isAudienceCode(text)).toBe(true));
  it.each(["Library", "Unicode", "SG", "SG123", "constructor", "LEWG!", "", "LEWG SG1"])("leaves %j to others", (text) =>
    expect(isAudienceCode(text)).toBe(false),
  );
});
