import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saySampleStandsIn, sharedData } from "../../test/data.ts";
import { readIndex } from "../papers/index/read-index.ts";
import { knowledgeOf } from "./knowledge-of.ts";
import type { Knowledge, SweepSettings } from "./policy.ts";
import { found, knowing, papersTo } from "./sample-knowledge.ts";
import { SWEEP_DEFAULTS, sweep } from "./sweep.ts";

const NOW = Date.parse("2025-07-01T15:30:00Z");
const OLD = "2015-01-01";

describe("the plan of one cycle", () => {
  it("of an empty index is numbers 1 to 60, both prefixes, both extensions, R0 and R1", () => {
    const { frontier, probes } = sweep(knowing(), NOW, SWEEP_DEFAULTS);
    expect([frontier, probes.length]).toEqual([0, 480]);
    expect(namesOf(probes).slice(0, 9)).toEqual([
      "D0001R0.pdf",
      "D0001R0.html",
      "D0001R1.pdf",
      "D0001R1.html",
      "P0001R0.pdf",
      "P0001R0.html",
      "P0001R1.pdf",
      "P0001R1.html",
      "D0002R0.pdf",
    ]);
    expect(namesOf(probes).at(-1)).toBe("P0060R1.html");
    expect(new Set(probes.map(({ tier }) => tier))).toEqual(new Set(["frontier"]));
  });

  it("does not look back on papers of which only a listing knows", () => {
    const papers = [{ number: 50, revision: 0, date: "2025-06-30", onlyListed: true as const }];
    expect(sweep(knowing({ papers }), NOW, { ...SWEEP_DEFAULTS, windowAbove: 0, windowBelow: 0 }).probes).toEqual(
      sweep(knowing({ papers: [{ number: 50, revision: 0, date: OLD }] }), NOW, { ...SWEEP_DEFAULTS, windowAbove: 0, windowBelow: 0 }).probes,
    );
  });

  it("has known numbers first, as drafts above their latest revision, then the holes", () => {
    const papers = [
      { number: 9, revision: 0, date: OLD },
      { number: 9, revision: 3, date: OLD },
      { number: 12, revision: 0, date: OLD },
    ];
    const plan = sweep(knowing({ papers }), NOW, { ...SWEEP_DEFAULTS, windowAbove: 0, windowBelow: 4, coldRevisionDepth: 0, gapMaxRevision: 0 });
    expect(namesOf(plan.probes)).toEqual([
      ...["D0009R4.pdf", "D0009R4.html", "D0009R5.pdf", "D0009R5.html", "D0012R1.pdf", "D0012R1.html", "D0012R2.pdf", "D0012R2.html"],
      ...["D0010R0.pdf", "D0010R0.html", "P0010R0.pdf", "P0010R0.html", "D0011R0.pdf", "D0011R0.html", "P0011R0.pdf", "P0011R0.html"],
    ]);
  });

  it.each<[name: string, settings: Partial<SweepSettings>, hot: number[]]>([
    ["counts the frontier among those below", { windowAbove: 0, windowBelow: 1 }, [100]],
    ["begins above the frontier with none below", { windowAbove: 2, windowBelow: 0 }, [101, 102]],
    ["may be empty", { windowAbove: 0, windowBelow: 0 }, []],
    ["begins at 1", { windowAbove: 0, windowBelow: 500 }, Array.from({ length: 100 }, (_, before) => before + 1)],
  ])("with a window that %s", (_name, settings, hot) => {
    expect(hotNumbers({ papers: papersTo(100, OLD) }, settings)).toEqual(hot);
  });

  it.each<[SweepSettings["explicitRanges"], hot: number[]]>([
    [
      [{ min: 3, max: 5 }, { max: 1 }],
      [1, 3, 4, 5, 0],
    ],
    [[{ min: 5 }], []],
    [[{ min: 7, max: 6 }], []],
    [[{}], [0]],
  ])("with the ranges %j", (explicitRanges, hot) => {
    expect(hotNumbers({ papers: papersTo(100, OLD) }, { windowAbove: 0, windowBelow: 0, explicitRanges })).toEqual(hot);
  });

  // 6 months are 182 days: up to 2024-12-31.
  it.each([
    ["2024-12-31", true],
    ["2024-12-30", false],
    ["20241231", true],
    ["2025-W01-2", true],
    ["2025-W01-1", false],
    ["2025-06-30T12:00", true],
    ["2031-01-01", true],
    ["2025-06", false],
    ["2025-1-2", false],
    ["30 June 2025", false],
    ["unknown", false],
    ["", false],
  ])("looks back on the date %j: %s", (date, isHot) => {
    const papers = [
      { number: 50, revision: 7, date: OLD },
      { number: 50, revision: 2, date },
    ];
    expect(hotNumbers({ papers }, { windowAbove: 0, windowBelow: 0 })).toEqual(isHot ? [50] : []);
    expect(hotNumbers({ papers }, { windowAbove: 0, windowBelow: 0, lookbackMonths: 0 })).toEqual([]);
  });

  it("labels known numbers by the first of: watched, near the frontier, recent", () => {
    const papers = [...papersTo(100, OLD), { number: 40, revision: 1, date: "2025-06-01" }, { number: 99, revision: 1, date: "2025-06-01" }];
    const { probes } = sweep(knowing({ papers, watched: new Set([7, 98]) }), NOW, SWEEP_DEFAULTS);
    const tierOf = (number: number) => new Set(probes.filter((probe) => probe.number === number).map(({ tier }) => tier));
    expect([7, 98, 99, 40, 48].map((number) => [...tierOf(number)])).toEqual([["watchlist"], ["watchlist"], ["frontier"], ["recent"], ["cold"]]);
  });

  it("labels a watched number without a paper as the frontier's", () => {
    const { probes } = sweep(knowing({ papers: papersTo(100, OLD), watched: new Set([3700]) }), NOW, SWEEP_DEFAULTS);
    expect(probes.filter(({ number }) => number === 3700)).toMatchObject(Array.from({ length: 8 }, () => ({ tier: "frontier", reason: { watched: true } })));
  });

  it("takes the revisions of P ids only, irregular ones too", () => {
    const ids = new Set(["P0010R2", "P0010R10", "D0010R12", "N4950", "P3141", "P04116R0", "LWG77", "draft"]);
    const { probes } = sweep(knowing({ ids, watched: new Set([10, 4116]) }), NOW, { ...SWEEP_DEFAULTS, windowAbove: 0, windowBelow: 0, hotRevisionDepth: 1 });
    expect(namesOf(probes).slice(0, 4)).toEqual(["D0010R11.pdf", "D0010R11.html", "D4116R1.pdf", "D4116R1.html"]);
  });

  it("names what was found and what the index has, and plans it all the same", () => {
    const ids = new Set(["P0010R2", "D0010R3"]);
    const files = [found("D0010R4.pdf", 0), found("D0010R3.html", 0)];
    const { probes } = sweep(knowing({ ids, files }), NOW, { ...SWEEP_DEFAULTS, windowAbove: 0, windowBelow: 1 });
    expect(probes.filter(({ number }) => number === 10).map(({ name, decision }) => `${name} ${decision}`)).toEqual([
      "D0010R3.pdf skip-index",
      "D0010R3.html skip-discovered",
      "D0010R4.pdf skip-discovered",
      "D0010R4.html probe",
    ]);
  });

  it("goes by the UTC day only", () => {
    const papers = [{ number: 50, revision: 0, date: "2024-12-31" }];
    const at = (time: string) => sweep(knowing({ papers }), Date.parse(time), { ...SWEEP_DEFAULTS, windowBelow: 0 });
    expect(at("2025-07-01T00:00:00Z")).toEqual(at("2025-07-01T23:59:59.999Z"));
    expect(at("2025-07-01T23:59:59.999Z")).not.toEqual(at("2025-07-02T00:00:00Z"));
  });

  it("asks for each cold file once in as many cycles as there are slices, and for the same in the next round", () => {
    const papers = [...papersTo(300, OLD).filter(({ number }) => number % 7 > 0), { number: 3000, revision: 4, date: OLD }];
    const cold = (cycle: number) => namesOf(sweep(knowing({ papers, cycle }), NOW, SWEEP_DEFAULTS).probes.filter(({ tier }) => tier === "cold"));
    const round = Array.from({ length: 48 }, (_, before) => cold(before + 1));
    const all = round.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain("D3000R5.pdf");
    expect(all).toContain("P0014R1.html");
    expect(all.filter((name) => /^.027[1-9]|^.03\d\d/.test(name))).toEqual([]);
    expect(round.map((_, before) => cold(before + 49))).toEqual(round);
  });
});

it("holds each name once, whatever is known", () => {
  const number = fc.nat({ max: 400 });
  const papers = fc.array(fc.record({ number, revision: fc.nat({ max: 5 }), date: fc.constantFrom(OLD, "2025-06-01", "unknown") }), { maxLength: 60 });
  const settings = fc.record({
    windowAbove: fc.nat({ max: 80 }),
    windowBelow: fc.nat({ max: 80 }),
    explicitRanges: fc.array(fc.record({ min: number, max: number }, { requiredKeys: [] }), { maxLength: 3 }),
    gapThreshold: fc.nat({ max: 60 }),
    hotRevisionDepth: fc.nat({ max: 3 }),
    coldRevisionDepth: fc.nat({ max: 3 }),
    coldCycleDivisor: fc.integer({ min: 1, max: 50 }),
    gapMaxRevision: fc.nat({ max: 2 }),
  });
  fc.assert(
    fc.property(papers, settings, fc.uniqueArray(number, { maxLength: 9 }), fc.integer({ min: 1, max: 200 }), (papers, some, watched, cycle) => {
      const names = namesOf(sweep(knowing({ papers, watched: new Set(watched), cycle }), NOW, { ...SWEEP_DEFAULTS, ...some }).probes);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

const VECTORS = sharedData("vectors/sweep-plan.json");
if (!VECTORS) saySampleStandsIn("vectors/sweep-plan.json");

interface Vector {
  name: string;
  index: string;
  today: string;
  cycle: number;
  watchedNumbers: number[];
  discovered: string[];
  settings: Record<string, unknown>;
  expect: { frontier: number; count: number; sha256: string; lines?: string[] };
}

// The settings of the vectors have the original's names, which scout knows; here the plans with the defaults must do.
if (VECTORS) {
  const vectors: Vector[] = JSON.parse(readFileSync(VECTORS, "utf8"));
  it.each(vectors.filter(({ settings }) => Object.keys(settings).length === 0).map((vector) => [vector.name, vector] as const))(
    "is the original's: %s",
    (_, vector) => {
      const index = JSON.parse(readFileSync(sharedData(vector.index) ?? "", "utf8"));
      const files = vector.discovered.map((url) => found(url, 0));
      const known = knowing({
        ...knowledgeOf(readIndex(Object.entries(index)).entries.values()),
        files,
        watched: new Set(vector.watchedNumbers),
        cycle: vector.cycle,
      });
      const { frontier, probes } = sweep(known, Date.parse(vector.today), SWEEP_DEFAULTS);
      const lines = probes.map(({ name, tier }) => `${name} ${tier}`);
      if (vector.expect.lines) expect(lines).toEqual(vector.expect.lines);
      expect([frontier, lines.length]).toEqual([vector.expect.frontier, vector.expect.count]);
      expect(createHash("sha256").update(lines.join("\n")).digest("hex")).toBe(vector.expect.sha256);
    },
  );
}

function namesOf(probes: readonly { name: string }[]): string[] {
  return probes.map(({ name }) => name);
}

function hotNumbers(known: Partial<Knowledge>, settings: Partial<SweepSettings>): number[] {
  const { probes } = sweep(knowing(known), NOW, { ...SWEEP_DEFAULTS, ...settings });
  return [...new Set(probes.filter(({ tier }) => tier !== "cold").map(({ number }) => number))];
}
