import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIndex } from "./index/read-index.ts";
import type { Paper } from "./paper.ts";
import { groupSeries, seriesOf } from "./series.ts";

describe("seriesOf", () => {
  it.each<[id: string, series: string | undefined]>([
    ["P2300R10", "P2300"],
    ["D2300R1", "P2300"],
    ["P3141", "P3141"],
    ["D0019", "P0019"],
    ["N4950", "N4950"],
    ["P10000R0", "P10000"],
    ["P04116R0", undefined],
    ["LWG2300", undefined],
    ["EDIT7", undefined],
    ["SD6", undefined],
    ["draft", undefined],
  ])("puts %s into %s", (id, series) => expect(papers([id]).map(seriesOf)).toEqual([series]));
});

describe("groupSeries", () => {
  it("puts the revisions of a paper in order, a draft before what it became", () => {
    const shuffled = ["P2300R10", "D2300R10", "P2300R2", "N2300", "P2300R9", "D2300", "D2300R11", "LWG2300"];
    expect(group(shuffled)).toEqual({ P2300: ["D2300", "P2300R2", "P2300R9", "D2300R10", "P2300R10", "D2300R11"], N2300: ["N2300"] });
  });

  it("keeps the order in which the papers first came", () => {
    expect(Object.keys(group(["P7R1", "N1", "P3R0", "P7R0"]))).toEqual(["P0007", "N0001", "P0003"]);
  });

  it("does not make the April paper a revision of today's P4116", () => {
    expect(group(["P04116R0", "P4116R0"])).toEqual({ P4116: ["P4116R0"] });
  });

  it("puts each paper into the one series it belongs to", () => {
    const id = fc
      .tuple(fc.constantFrom("P", "D", "N", "LWG", "P0"), fc.integer({ min: 1000, max: 1005 }), fc.constantFrom("", "R0", "R2", "R10"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(id), (ids) => {
        const entries = papers(ids);
        const groups = groupSeries(entries);
        for (const [name, { id, revisions }] of groups) {
          expect(id).toBe(name);
          expect(new Set(revisions.map(seriesOf))).toEqual(new Set([name]));
          const steps = revisions.map(({ revision = -1, prefix }) => revision + (prefix === "P" ? 0.5 : 0));
          expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        }
        const grouped = [...groups.values()].flatMap(({ revisions }) => revisions);
        expect(new Set(grouped)).toEqual(new Set(entries.filter(seriesOf)));
        expect(grouped).toHaveLength(entries.filter(seriesOf).length);
      }),
    );
  });
});

function group(ids: string[]): Record<string, string[]> {
  return Object.fromEntries([...groupSeries(papers(ids))].map(([name, { revisions }]) => [name, revisions.map(({ id }) => id)]));
}

function papers(ids: string[]): Paper[] {
  return [...readIndex(ids.map((id) => [id, {}])).entries.values()];
}
