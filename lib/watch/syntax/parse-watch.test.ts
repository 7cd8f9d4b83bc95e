import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WatchKind } from "../watch.ts";
import { formatWatch } from "./format-watch.ts";
import { parseWatch } from "./parse-watch.ts";

describe("parseWatch", () => {
  it.each<[entry: string, kind: WatchKind, text: string]>([
    ["2300", "paper", "P2300"],
    [" D3980R0\n", "paper", "P3980R0"],
    ["paper:P2300", "paper", "P2300"],
    ["Paper: 2300", "paper", "P2300"],
    ["paper:https://wg21.link/n4950", "paper", "N4950"],
    ["https://wg21.link/p2300r10", "paper", "P2300R10"],
    ["author:Eddie Kühl", "author", "Eddie Kühl"],
    ["AUTHOR:  Eddie   Ku\u0308hl ", "author", "Eddie Kühl"],
    ["author:Sy Brand|Simon Brand | Sy Brand", "author", "Sy Brand | Simon Brand"],
    ["author:Kühl, Maurer and Brand", "author", "Kühl | Maurer | Brand"],
    ["author:Guy Steele, Jr.", "author", "Guy Steele, Jr."],
    ["author:LEWG", "author", "LEWG"],
    ["author:王明", "author", "王明"],
    ["title:executor", "title", "executor"],
    ["Title: std::execution  sender*", "title", "std::execution sender*"],
    ["title:2300", "title", "2300"],
    ["audience:LEWG", "audience", "LEWG"],
    ["Audience: library evolution", "audience", "LEWG"],
    ["audience:SG1 Concurrency and Parallelism", "audience", "SG1"],
    ["audience:Performance", "audience", "Performance"],
    ["LEWG", "audience", "LEWG"],
    ["sg16", "audience", "SG16"],
    ["SG17", "audience", "EWGI"],
    ["execut*", "title", "execut*"],
    ["26 2023", "title", "26 2023"],
    ["[P2300R10]", "paper", "P2300R10"],
    ["p2300r10.html", "paper", "P2300R10"],
    ["see P2300R10.", "paper", "P2300R10"],
    ["P 2300", "paper", "P2300"],
    ["P2300R10 std::execution", "paper", "P2300R10"],
    ["author:Sy Brand OR Simon Brand", "author", "Sy Brand | Simon Brand"],
    ["author:Sy Brand OR author:Simon Brand", "author", "Sy Brand | Simon Brand"],
    ["title:executor OR sender", "title", "executor | sender"],
    ["title:executor|title:sender", "title", "executor | sender"],
    ["title:executor OR", "title", "executor"],
    ["title:=executor", "title", "=executor"],
    ["=executor", "title", "=executor"],
    ["title:operator or", "title", "operator or"],
    ['title:"this OR that"', "title", "this OR that"],
    // As other searches have it.
    ["author:Kühl AND title:executor", "rule", "author:Kühl title:executor"],
    ["author:Kühl NOT title:executor", "rule", "author:Kühl -title:executor"],
    ["author:Kühl AND NOT title:executor", "rule", "author:Kühl -title:executor"],
    ["author:Kühl !title:executor", "rule", "author:Kühl -title:executor"],
    ["author:(Kühl OR Brand)", "author", "Kühl | Brand"],
    ['author:("Eddie Kühl" OR "Sy Brand")', "author", "Eddie Kühl | Sy Brand"],
    ["(author:Kühl OR author:Brand) title:executor", "rule", "author:Kühl | Brand title:executor"],
    ["title:executor -audience:(SG1 OR EWG)", "rule", "title:executor -audience:SG1 | EWG"],
    ["author:Kühl AND Brand", "author", "Kühl | Brand"],
    ["author:Kühl or Brand", "author", "Kühl | Brand"],
    ["title:senders AND receivers", "title", "senders & receivers"],
    ['title:"READ AND WRITE"', "title", "READ AND WRITE"],
    ["title:operator (or bit)", "title", "operator (or bit)"],
    ["Author : Kühl", "author", "Kühl"],
    ["author:«Eddie Kühl»", "author", "Eddie Kühl"],
    // Out of a mail.
    ["Eddie Kühl <eddie@example.org>", "author", "Eddie Kühl"],
    ["author:Eddie Kühl (eddie@example.org), Sy Brand <mailto:sy@example.org>", "author", "Eddie Kühl | Sy Brand"],
    ["[P2300R10] std::execution https://wg21.link/p2300r10", "paper", "P2300R10"],
    ["[P2300](https://wg21.link/p2300)", "paper", "P2300"],
    ["author:Kühl title:executor OR sender", "rule", "author:Kühl title:executor | sender"],
    ["author:Kühl audience:LEWG OR audience:SG1", "rule", "author:Kühl audience:LEWG | SG1"],
  ])("reads %j as %s %j", (entry, kind, text) => expect(parseWatch(entry)).toEqual({ ok: true, watch: { kind, text } }));

  it.each(["Kühl", "executor", "Library Evolution", "C++26 reflection", "audience", "author Kühl"])("asks what %j means", (text) =>
    expect(parseWatch(text)).toEqual({
      ok: false,
      problem: "ambiguous",
      text,
      choices: [
        { kind: "author", text },
        { kind: "title", text },
      ],
    }),
  );

  it("asks what alternatives mean, as it does of one", () => {
    expect(parseWatch("Kühl OR executor")).toMatchObject({ problem: "ambiguous", choices: [{ text: "Kühl | executor" }, { text: "Kühl | executor" }] });
  });

  it("says whose a link is that is not ours, and that several are several", () => {
    const link = "https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3804.txt";
    expect(parseWatch(link)).toEqual({ ok: false, problem: "other-group", text: "WG14" });
    expect(parseWatch("P2300, P2301")).toEqual({ ok: false, problem: "several", texts: ["P2300", "P2301"] });
  });

  it.each(["", "  \n", "\u0000"])("finds %j empty", (text) => expect(parseWatch(text)).toEqual({ ok: false, problem: "empty" }));

  it.each(["LWG2300", "SD6", "paper:EDIT3"])("says that %s is no paper", (text) => {
    expect(parseWatch(text)).toEqual({ ok: false, problem: "not-a-paper", text: text.replace("paper:", "") });
  });

  const long = "x".repeat(201);
  it.each<[entry: string, kind: WatchKind, text: string]>([
    ["author:", "author", ""],
    ["author: 42", "author", "42"],
    ["author:Kühl | 42", "author", "Kühl | 42"],
    ["author:Kü*", "author", "Kü*"],
    ["title:", "title", ""],
    ["title: +++", "title", "+++"],
    ["audience: ", "audience", ""],
    ["paper:", "paper", ""],
    ["paper:executor", "paper", "executor"],
    ["P2300R", "paper", "P2300R"],
    ["???", "title", "???"],
    [long, "title", long],
    [`author:${long}`, "author", long],
    [`title:${long}`, "title", long],
    [`audience:${long}`, "audience", long],
    [`paper:${long}`, "paper", long],
    ["author:eddie@example.org", "author", "eddie@example.org"],
    ["mailto:eddie@example.org", "author", "mailto:eddie@example.org"],
  ])("cannot use %j", (entry, kind, text) => expect(parseWatch(entry)).toEqual({ ok: false, problem: "bad-value", text, kind }));

  it("counts the length of what it would show, and of a link", () => {
    const names = [..."abcdefg"].flatMap((first) => [..."hijklmn"].map((second) => first + second)).join("|");
    expect(names.length).toBeLessThan(200);
    expect(parseWatch(`author:${names}`)).toMatchObject({ ok: false, problem: "bad-value", kind: "author" });
    expect(parseWatch(`paper:https://wg21.link/${"x/".repeat(100)}p2300`)).toMatchObject({ ok: false, problem: "bad-value", kind: "paper" });
  });

  it("takes two hundred characters", () => expect(parseWatch(`title:${"x".repeat(200)}`)).toMatchObject({ ok: true }));
});

describe("parseWatch and formatWatch", () => {
  const piece = fc.constantFrom("|", ",", " and ", "Jr.", "2001", "et al.", "Kühl", "u\u0308", "/", ".", "?", "SG1", "17", "P", "23", "R", "*", "C++", " ");
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme", size: "large" }),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  const prefix = fc.constantFrom("", "paper:", "author:", "Title: ", "audience:", "https://wg21.link/");
  const entry = fc.tuple(prefix, value).map((parts) => parts.join(""));

  it("never throws, and each watch it makes can be written down and read again", () => {
    fc.assert(
      fc.property(entry, (text) => {
        const parsed = parseWatch(text);
        const watches = parsed.ok ? [parsed.watch] : parsed.problem === "ambiguous" ? parsed.choices : [];
        for (const watch of watches) expect(parseWatch(formatWatch(watch))).toEqual({ ok: true, watch });
      }),
      { numRuns: 3000 },
    );
  });
});
