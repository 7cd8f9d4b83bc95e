import { describe, expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import type { WatchKind } from "../watch.ts";
import { namedPapers, waitsForPage } from "./match-rule.ts";
import { compileWatch } from "./match-watch.ts";

const about = { title: "A Unified Executors Proposal", authors: ["Ada Lovelace", "Grace Hopper"], audience: ["LEWG", "SG1"] };

describe("a rule", () => {
  it.each<[text: string, id: string, found: string | undefined]>([
    ["author:Hopper title:execut*", "P0443R14", "Grace Hopper, “Executors”"],
    ["author:Hopper author:Lovelace", "P0443R14", "Grace Hopper, Ada Lovelace"],
    ["author:Hopper -audience:SG1", "P0443R14", undefined],
    ["author:Hopper -audience:SG2", "P0443R14", "Grace Hopper"],
    ["author:Hopper -title:proposal", "P0443R14", undefined],
    ["title:executors audience:LEWG", "P0443R14", "“Executors”, LEWG"],
    ["paper:P0443 -kind:draft", "P0443R14", "P0443R14"],
    ["paper:P0443 -kind:draft", "D0443R14", undefined],
    ["kind:draft", "D0443R14", "D0443R14"],
    ["kind:draft", "P0443R14", undefined],
    ["kind:paper audience:LEWG", "N4950", "LEWG"],
    ["audience:LEWG -kind:draft", "LWG2300", undefined],
    ["nonsense", "P0443R14", undefined],
    ["-audience:EWG", "P0443R14", undefined],
  ])("%s finds in %s: %j", (text, id, found) => {
    const reason = compileWatch({ kind: "rule", text })(samplePaper(id, about));
    expect(reason).toEqual(found === undefined ? undefined : { kind: "rule", watched: text, found });
  });

  it("takes a file under a published name that the index lacks for the draft it is", () => {
    expect(compileWatch({ kind: "rule", text: "kind:draft" })({ ...samplePaper("P9000R0"), type: "draft" })?.found).toBe("P9000R0");
  });

  it("knows an audience that is spelled with quotes", () => {
    const paper = samplePaper("P1R0", { audience: ['the "other" group'] });
    expect(compileWatch({ kind: "audience", text: "the other group" })(paper)?.found).toBe('the "other" group');
  });
});

it.each<[WatchKind, text: string, waits: boolean, papers: string[]]>([
  ["paper", "P2300", false, ["P2300"]],
  ["author", "Hopper", false, []],
  ["rule", "paper:P2300 paper:N4950 -audience:SG1", true, ["N4950", "P2300"]],
  ["rule", "author:Hopper -paper:P2300", false, []],
  ["rule", "author:Hopper -kind:draft", false, []],
  ["rule", "author:Hopper -title:x", true, []],
])("%s %j waits for a first page: %s, names %j", (kind, text, waits, papers) => {
  expect(waitsForPage({ kind, text })).toBe(waits);
  expect(namedPapers({ kind, text })).toEqual(papers);
});
