import { describe, expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import type { WatchKind } from "../watch.ts";
import { compileWatch } from "./match-watch.ts";

const found = (kind: WatchKind, text: string, paper: ReturnType<typeof samplePaper>) => compileWatch({ kind, text })(paper)?.found;

describe("a watched paper", () => {
  it.each<[text: string, ids: string[], not: string[]]>([
    ["P2300", ["P2300R0", "P2300R10", "D2300R3", "P2300", "D2300"], ["LWG2300", "N2300", "P2301R0", "P23000R0", "EDIT2300", "CWG2300"]],
    ["P2300R10", ["P2300R10", "D2300R10"], ["P2300R1", "P2300R0", "P2300", "D2300R9"]],
    ["P2300R0", ["P2300R0", "D2300R0"], ["P2300", "P2300R1"]],
    ["N4950", ["N4950"], ["P4950R0", "D4950R0", "LWG4950", "N4951"]],
    ["P4116", ["P4116R0"], ["P04116R0"]],
    ["P04116R0", [], ["P04116R0", "P4116R0"]],
    ["P0019", ["D0019", "P0019R8"], ["P19000R0"]],
    ["anything else", [], ["P2300R0", "draft"]],
  ])("%s", (text, ids, not) => {
    expect(ids.filter((id) => found("paper", text, samplePaper(id)) === id)).toEqual(ids);
    expect(not.filter((id) => found("paper", text, samplePaper(id)) !== undefined)).toEqual([]);
  });
});

describe("a watched author", () => {
  const authors = ["Jens Maurer", "Eddie Kühl", "Simon Brand"];
  it.each<[text: string, name: string | undefined]>([
    ["Kuhl", "Eddie Kühl"],
    ["Sy Brand | Simon Brand", "Simon Brand"],
    ["Sy Brand|Simon Brand", "Simon Brand"],
    ["Sy Brand", undefined],
    ["Jens", undefined],
    ["", undefined],
    [" | ", undefined],
  ])("%j is %j as the paper has it", (text, name) => expect(found("author", text, samplePaper("P1R0", { authors }))).toBe(name));
});

describe("watched title words", () => {
  it.each<[text: string, title: string, words: string | undefined]>([
    ["executor", "A Unified Executor Proposal", "Executor"],
    ["executor", "Executors", "Executors"],
    ["execut*", "A Unified Executors Proposal for C++", "Executors"],
    ["cut*", "Executors", undefined],
    ["proposal executors", "Executors: a Proposal", "Proposal Executors"],
    ["executors senders", "Executors", undefined],
    ["exec* executors", "Executors", "Executors"],
    ["c++26", "Reflection for C++26", "C++26"],
    ["C++", "Reflection for C++26", undefined],
    ["c++*", "Reflection for C++26", "C++26"],
    ["c#", "C# and C++/CLI", "C#"],
    ["embed", "#embed - a resource", "embed"],
    ["#embed", "#embed - a resource", "embed"],
    ["assert", "Make static_assert user-friendly", "assert"],
    ["static_assert", "Make static_assert user-friendly", "static assert"],
    ["std::execution", "`std::execution`", "std execution"],
    ["naive", "A naïve view", "naïve"],
    ["naive", "A nai\u0308ve view", "nai\u0308ve"],
    ["naïve", "A NAIVE view", "NAIVE"],
    ["don’t", "Don't do this", "Don t"],
    ["library", "The library's future", "library"],
    ["arr", "std::array", undefined],
    ["!!!", "!!!", undefined],
    ["*", "Anything", undefined],
    ["executors", "A Unified Executor Proposal", "Executor"],
    ["library", "Two libraries", "libraries"],
    ["indices", "An index", "index"],
    ["=executor", "Executors", undefined],
    ["=executors", "Executors", "Executors"],
    ["=cafe proposals", "A café: proposal", "café proposal"],
    ["new", "News", undefined],
    ["news", "A new function", undefined],
    ["process", "Proces", undefined],
    ["coroutine", "Co-routines for all", "Co-routines"],
    ["co-routine", "Coroutines for all", "Coroutines"],
    ["co-routine", "A co-routine", "co routine"],
    ["executor | sender", "Senders", "Senders"],
    ["executor proposal | range view", "A proposal of views and ranges", "ranges views"],
    ["executor | sender", "Ranges", undefined],
  ])("%j in %j gives %j", (text, title, words) => expect(found("title", text, samplePaper("P1R0", { title }))).toBe(words));
});

describe("a watched audience", () => {
  it.each<[text: string, audience: string[], code: string | undefined]>([
    ["LEWG", ["EWG", "LEWG"], "LEWG"],
    ["lewg", ["LEWG"], "LEWG"],
    ["EWG", ["LEWG", "EWGI"], undefined],
    ["SG1", ["SG16"], undefined],
    ["the incits liaison", ["the INCITS liaison"], "the INCITS liaison"],
  ])("%j in %j is %j", (text, audience, code) => expect(found("audience", text, samplePaper("P1R0", { audience }))).toBe(code));
});

it("says which watch it was", () => {
  const paper = samplePaper("P2300R0", { authors: ["Eddie Kühl"] });
  expect(compileWatch({ kind: "author", text: "Kuhl" })(paper)).toEqual({ kind: "author", watched: "Kuhl", found: "Eddie Kühl" });
});

it.each(["LWG2300", "CWG1", "EDIT3", "SD6", "draft"])("never matches %s, which is no paper", (id) => {
  const entry = samplePaper(id, { title: "executor", authors: ["Eddie Kühl"], audience: ["LWG"] });
  expect(found("author", "Kühl", entry) ?? found("title", "executor", entry) ?? found("audience", "LWG", entry)).toBeUndefined();
});
