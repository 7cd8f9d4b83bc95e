import { describe, expect, it } from "vitest";
import type { Arrival } from "./history.ts";
import { LEAD_MODELS, type LeadModel } from "./lead-models.ts";
import { makeWorld } from "./world.ts";

const DAY = 24 * 60 * 60_000;
const BEGIN = Date.parse("2019-01-01T12:00:00Z");
/** A draft appears three days before its date. */
const LEAD: LeadModel = { says: "", appearsAt: ({ date }) => date - 3 * DAY };
const base = LEAD_MODELS.base ?? LEAD;

function arrival(day: number, id: string, more: { date?: string; extension?: string } = {}): Arrival {
  const [, number, revision] = /^P(\d{4})R(\d)$/.exec(id) ?? [];
  return { at: BEGIN + day * DAY, id, ...(number && { paper: { number: Number(number), revision: Number(revision), ...more } }) };
}

const draftsOf = (arrivals: Arrival[], publishedShare = 0) =>
  makeWorld(arrivals, { lead: LEAD, seed: 1, publishedShare }).drafts.map(({ file, appearsAt, listedAt }) => [
    `${file.prefix}${file.number}R${file.revision}${file.extension}`,
    new Date(appearsAt).toISOString().slice(0, 10),
    (listedAt - BEGIN) / DAY,
  ]);

describe("a world", () => {
  it("has a draft of each dated paper that came later, in the order in which they appear", () => {
    const arrivals = [
      arrival(0, "P0001R0", { date: "2018-12-01" }),
      arrival(20, "P0002R0", { date: "2019-01-17" }),
      arrival(20, "P0003R0"),
      arrival(20, "P0001R1", { date: "2019-01-11" }),
    ];
    expect(draftsOf(arrivals)).toEqual([
      ["D1R1.pdf", "2019-01-08", 20],
      ["D2R0.pdf", "2019-01-14", 20],
    ]);
  });

  it("goes by the date that the index had in the end, and the day on which it first had the paper", () => {
    const arrivals = [arrival(0, "P0001R0"), arrival(20, "P0001R1"), arrival(30, "P0001R1", { date: "2019-01-10" })];
    expect(draftsOf(arrivals)).toEqual([["D1R1.pdf", "2019-01-07", 20]]);
  });

  it("has none where the index is sooner, be it with the draft's own id", () => {
    const late = { date: "2019-01-20" };
    expect(draftsOf([arrival(0, "P0001R0"), arrival(10, "P0001R1", late)])).toEqual([]);
    expect(draftsOf([arrival(0, "P0001R0"), arrival(10, "D0001R1"), arrival(30, "P0001R1", late)])).toEqual([]);
    expect(draftsOf([arrival(0, "P0001R0"), arrival(17, "D0001R1"), arrival(30, "P0001R1", late)])).toEqual([["D1R1.pdf", "2019-01-17", 17]]);
  });

  it.each<[what: string, before: string | undefined, own: string | undefined, expected: string]>([
    ["its own extension", ".pdf", ".html", ".html"],
    ["the series' last where none is known", ".html", undefined, ".html"],
    ["PDF where nothing is known", undefined, undefined, ".pdf"],
    ["HTML where nobody asks for its own", ".pdf", ".md", ".html"],
  ])("gives a draft %s", (_, before, own, expected) => {
    const arrivals = [
      arrival(0, "P0001R0", before ? { extension: before } : {}),
      arrival(20, "P0001R1", { date: "2019-01-10", ...(own && { extension: own }) }),
    ];
    expect(draftsOf(arrivals)[0]?.[0]).toBe(`D1R1${expected}`);
  });

  it("has as many under their P name only as it is told, the same ones for the same seed, and the others unmoved", () => {
    const id = (number: number) => `P${String(1000 + number)}R1`;
    const arrivals = [arrival(0, "P0001R0"), ...Array.from({ length: 2_000 }, (_, number) => arrival(30, id(number), { date: "2019-01-20" }))];
    const world = (publishedShare: number, seed = 1) => makeWorld(arrivals, { lead: base, seed, publishedShare }).drafts;
    const published = world(0.25).filter(({ file }) => file.prefix === "P").length;
    expect(published).toBeGreaterThan(440);
    expect(published).toBeLessThan(560);
    expect(world(0.25)).toEqual(world(0.25));
    expect(world(0.25).map(({ appearsAt }) => appearsAt)).toEqual(world(0).map(({ appearsAt }) => appearsAt));
    expect(world(0, 2).map(({ appearsAt }) => appearsAt)).not.toEqual(world(0).map(({ appearsAt }) => appearsAt));
  });
});
