import { describe, expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import type { Watch } from "../watch.ts";
import { isFarBeyond, nearMisses } from "./near-misses.ts";
import { gatherFrom, startGathering, vocabularyOf } from "./vocabulary.ts";

const gathering = startGathering();
for (let number = 2300; number < 2420; number++) gatherFrom(gathering, samplePaper(`P${number}R0`, { title: `Ranges ${number}`, authors: ["Grace Hopper"] }));
for (const paper of [
  samplePaper("P2300R1", { title: "Executors", authors: ["Ada Lovelace", "Zoë Lovelock"], audience: ["LEWG"] }),
  samplePaper("P2301R1", { title: "An executor", authors: ["Ada Lovelace"], audience: ["LEWG", "SG14"] }),
  samplePaper("P5000R0", { title: "Handed out ahead" }),
])
  gatherFrom(gathering, paper);
const vocabulary = vocabularyOf(gathering);

describe("nearMisses", () => {
  it.each<[watch: Watch, texts: string[]]>([
    [{ kind: "author", text: "Lovelac" }, ["Lovelace"]],
    [{ kind: "author", text: "Lovlace" }, ["Lovelace"]],
    [{ kind: "author", text: "Ada Lovelacce" }, ["Ada Lovelace"]],
    [{ kind: "author", text: "Hoper" }, ["Hopper"]],
    [{ kind: "author", text: "Babbage" }, []],
    [{ kind: "author", text: "Li" }, []],
    [{ kind: "audience", text: "LEWGI" }, ["LEWG"]],
    [{ kind: "audience", text: "SG4" }, ["SG14"]],
    [{ kind: "title", text: "exectuor" }, ["Executors"]],
    [{ kind: "title", text: "ranges exectuor" }, ["ranges Executors"]],
    [{ kind: "title", text: "nothing alike" }, []],
    [{ kind: "paper", text: "P23000" }, ["P2300"]],
    [{ kind: "paper", text: "P3200" }, ["P2300"]],
    [{ kind: "rule", text: "author:Lovelac -audience:SG14" }, ["author:Lovelace -audience:SG14"]],
    [{ kind: "rule", text: "author:Lovelac title:exectuor" }, ["author:Lovelace title:Executors"]],
    [{ kind: "rule", text: "author:Lovelace audience:LEWGI" }, ["author:Lovelace audience:LEWG"]],
    // What must not hold is no slip, and what is known is none either.
    [{ kind: "rule", text: "author:Lovelace title:executor -audience:LEWGI" }, []],
    [{ kind: "rule", text: "author:Babbage kind:draft" }, []],
  ])("of %j are %j", (watch, texts) => expect(nearMisses(watch, vocabulary)).toEqual(texts.map((text) => ({ kind: watch.kind, text }))));
});

describe("isFarBeyond", () => {
  it.each<[text: string, isFar: boolean]>([
    ["P2419", false],
    ["P2600", false],
    ["P2620", true],
    ["P9999", true],
    ["P5000", false],
    ["P0001", false],
    ["N9999", false],
  ])("of %s is %s", (text, isFar) => expect(isFarBeyond({ kind: "paper", text }, 2419, vocabulary)).toBe(isFar));

  it("is never said of a handful of papers", () => {
    expect(isFarBeyond({ kind: "paper", text: "P9999" }, 3, vocabularyOf(startGathering()))).toBe(false);
  });
});
