import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { cpuMs } from "../../../test/cpu-ms.ts";
import type { Paper } from "../../papers/paper.ts";
import { changesBetween, daysBetween } from "./changes.ts";
import { sampleDocument } from "./sample-document.ts";

const NONE = { titleAdded: [], titleRemoved: [], joined: [], left: [], audienceAdded: [], audienceRemoved: [] };
const between = (before: Partial<Paper>, after: Partial<Paper>) => changesBetween(sampleDocument("P1R0", before), sampleDocument("P1R1", after));

describe("changesBetween", () => {
  it.each<[what: string, before: Partial<Paper>, after: Partial<Paper>, changes: object]>([
    ["nothing", { title: "A b" }, { title: "A b" }, {}],
    ["case and punctuation", { title: "`std::Execution`" }, { title: "std::execution" }, {}],
    [
      "words of the title",
      { title: "Rings for everybody" },
      { title: "Rings of everybody, revised" },
      { titleAdded: ["of", "revised"], titleRemoved: ["for"] },
    ],
    ["a word that stood twice", { title: "of of" }, { title: "of" }, { titleRemoved: ["of"] }],
    ["a title that is not known yet", { title: "" }, { title: "Rings" }, {}],
    ["authors", { authors: ["Ada Lovelace", "Kurt Gödel"] }, { authors: ["Kurt Gödel", "Emmy Noether"] }, { joined: ["Emmy Noether"], left: ["Ada Lovelace"] }],
    ["another spelling", { authors: ["Eddie Kuehl"] }, { authors: ["E. Kühl"] }, {}],
    ["authors that a stub lacks", { authors: [] }, { authors: ["Emmy Noether"] }, {}],
    ["audience", { audience: ["SG1", "LEWG"] }, { audience: ["LEWG", "LWG"] }, { audienceAdded: ["LWG"], audienceRemoved: ["SG1"] }],
    ["an audience that is named on one only", { audience: [] }, { audience: ["LWG"] }, {}],
    ["days", { date: "2024-02-28" }, { date: "2024-03-01" }, { days: 2 }],
  ])("tells of %s", (_, before, after, changes) => expect(between(before, after)).toEqual({ ...NONE, ...changes }));

  it("finds no change of a document to itself", () => {
    const paper = fc.record({ title: anyText(), authors: fc.array(anyText(), { maxLength: 5 }), audience: fc.array(anyText(), { maxLength: 5 }) });
    fc.assert(
      fc.property(paper, (paper) => {
        expect(between(paper, paper)).toEqual(NONE);
      }),
    );
  });

  it.each([
    [200, 200, true],
    [201, 200, false],
    [200, 201, false],
  ])("looks at %i names before and %i after: %s", (before, after, isLooked) => {
    const names = (count: number, first: string) => Array.from({ length: count }, (_, place) => `${first} Name${place}x`);
    const { joined, left } = between({ authors: names(before, "Ada") }, { authors: names(after, "Bea") });
    expect([joined.length, left.length]).toEqual(isLooked ? [after, before] : [0, 0]);
  });

  it("is done with thousands of names and words at once", () => {
    const authors = Array.from({ length: 20_000 }, (_, count) => `Author ${count}`);
    const title = "word ".repeat(5_000);
    const compare = () =>
      expect(between({ authors, title }, { authors: authors.toReversed(), title: `${title} more` })).toEqual({ ...NONE, titleAdded: ["more"] });
    expect(cpuMs(compare)).toBeLessThan(1_000);
  });
});

it.each([
  ["2024-01-01", "2024-01-01", 0],
  ["2023-12-31", "2024-12-31", 366],
  ["2024-03-30", "2024-04-01", 2],
  ["2024-01-02", "2024-01-01", undefined],
  ["2024-01", "2024-02-01", undefined],
  [undefined, "2024-02-01", undefined],
])("from %s to %s are %s days", (before, after, days) => expect(daysBetween(before, after)).toBe(days));
