import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-ms.ts";
import { saySampleStandsIn, sharedData } from "../../test/data.ts";
import { readIndex } from "../papers/index/read-index.ts";
import { knowledgeOf } from "./knowledge-of.ts";
import type { Knowledge, KnownPaper, PlannedProbe } from "./policy.ts";
import { agenda, knownDue, outlook, QUIET_DEFAULTS, quiet } from "./quiet.ts";
import { found, knowing, papersTo } from "./sample-knowledge.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-05-20T00:00:00Z");
const SETTINGS = { baseMs: HOUR };
/** Of a client that has found nothing. */
const CALM = Math.sqrt(1 / 3);

const dayBefore = (days: number) => new Date(NOW - days * DAY).toISOString().slice(0, 10);
/** A thousand papers, 300 days old, so that numbers lie below and above a frontier. */
const CLUSTER = papersTo(1000, dayBefore(300));
const cluster = (...papers: KnownPaper[]) => ({ papers: [...CLUSTER.filter(({ number }) => !papers.some((paper) => paper.number === number)), ...papers] });

const UNDATED = CLUSTER.map(({ number, revision }): KnownPaper => ({ number, revision }));

/** How often the files of a number without a paper are asked for, of which R0 is so often. */
function ofNewPaper(number: number, spacing: number): Record<string, number> {
  const id = `D${String(number).padStart(4, "0")}`;
  return { [`${id}R0.pdf`]: spacing, [`${id}R0.html`]: spacing, [`${id}R1.pdf`]: 8 * spacing, [`${id}R1.html`]: 8 * spacing };
}

/** How often a file is asked for, in multiples of the base at usual tempo; undefined where it never is. */
function spacings(known: Partial<Knowledge>, number: number, tempo = CALM): Record<string, number> {
  return Object.fromEntries(agenda(knowing(known), NOW, SETTINGS, number).map(({ name, everyMs }) => [name, (everyMs * tempo) / SETTINGS.baseMs]));
}

/** The same but for the jitter, which moves each by at most a twentieth. */
function expectSpacings(actual: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, spacing] of Object.entries(expected)) expect(Math.abs((actual[name] ?? 0) / spacing - 1), name).toBeLessThanOrEqual(0.05 + 1e-9);
}

describe("how often a file is asked for", () => {
  it("is by name, extension and revision, for a paper of these days", () => {
    expectSpacings(spacings(cluster({ number: 900, revision: 2, date: dayBefore(60), extension: ".html" }), 900), {
      "D0900R3.html": 1,
      "D0900R3.pdf": 6,
      "P0900R3.html": 4,
      "P0900R3.pdf": 24,
      "D0900R4.html": 4,
      "D0900R4.pdf": 24,
      "P0900R4.html": 16,
      "P0900R4.pdf": 96,
    });
  });

  it.each<[name: string, known: Partial<Knowledge>, spacing: number]>([
    ["published today", cluster({ number: 900, revision: 0, date: dayBefore(0) }), 1],
    ["dated a month ahead", cluster({ number: 900, revision: 0, date: dayBefore(-30) }), 1],
    ["quiet for 135 days", cluster({ number: 900, revision: 0, date: dayBefore(135) }), 1.5],
    ["quiet for 1800 days", cluster({ number: 900, revision: 0, date: dayBefore(1800) }), 20],
    [
      "of which an older revision has the newest date",
      cluster({ number: 900, revision: 0, date: dayBefore(1800) }, { number: 900, revision: 1, date: dayBefore(3000) }),
      20,
    ],
    ["dated by mistake years ahead", cluster({ number: 900, revision: 0, date: dayBefore(1800) }, { number: 900, revision: 0, date: dayBefore(-3000) }), 20],
    ["served with its date in words", cluster({ number: 900, revision: 0, date: "20 January 2026" }), 120 / 90],
    [
      "without a date, as old as its distance from the frontier",
      cluster({ number: 700, revision: 0 }, { number: 900, revision: 0, date: "unknown" }),
      100 / 90,
    ],
    ["with half a date", cluster({ number: 900, revision: 0, date: "1999-03" }), 100 / 90],
    ["watched", { ...cluster({ number: 900, revision: 0, date: dayBefore(180) }), watched: new Set([900]) }, 0.5],
    [
      "of which a draft was found lately",
      { ...cluster({ number: 900, revision: 0, date: dayBefore(1200) }), files: [found("D0900R1.pdf", NOW - 100 * DAY)] },
      100 / 90,
    ],
    [
      "of which an old draft was found lately",
      { ...cluster({ number: 900, revision: 0, date: dayBefore(1200) }), files: [found("D0900R1.pdf", NOW - 100 * DAY, { modifiedAt: NOW - 900 * DAY })] },
      10,
    ],
    [
      "of which a draft was found with a time to come",
      { ...cluster({ number: 900, revision: 0, date: dayBefore(1200) }), files: [found("D0900R1.pdf", NOW - 100 * DAY, { modifiedAt: NOW + 9 * DAY })] },
      100 / 90,
    ],
    [
      "of which a draft was there from the beginning, nobody knows since when",
      { ...cluster({ number: 900, revision: 0, date: dayBefore(1800) }), files: [found("D0900R1.pdf", NOW - 100 * DAY, { baseline: true })] },
      20,
    ],
  ])("of a paper %s", (_name, known, spacing) => {
    const next = agenda(knowing(known), NOW, SETTINGS, 900).find(
      ({ reason, prefix, extension }) => reason.what === "next" && prefix === "D" && extension === ".pdf",
    );
    expect(((next?.everyMs ?? 0) * CALM) / SETTINGS.baseMs / spacing).toBeCloseTo(1, 1);
  });

  it.each<[distance: number, watched: boolean, spacing: number | undefined]>([
    [-999, false, 999 / 60],
    [-600, false, 10],
    [-60, false, 1],
    [-1, false, 1],
    [1, false, 1],
    [20, false, 1],
    [60, false, 3],
    [160, false, 8],
    [161, false, undefined],
    [-600, true, 2.5],
    [60, true, 0.75],
    [160, true, 2],
    [161, true, 2],
    [4000, true, 2],
    [998_999, true, 2],
    [999_000, true, undefined],
    [-1000, true, undefined],
  ])("of a number without a paper %i above the frontier, watched: %s", (distance, isWatched, spacing) => {
    const number = 1000 + distance;
    const papers = UNDATED.filter((paper) => paper.number !== number);
    expectSpacings(spacings({ papers, watched: new Set(isWatched ? [number] : []) }, number), spacing === undefined ? {} : ofNewPaper(number, spacing));
  });

  it.each<[days: number, spacing: number]>([
    [-9, 0.5],
    [0, 0.5],
    [7, 0.5],
    [30, 1],
    [120, 2],
    [270, 3],
    [540, 6],
  ])("of a number without a paper beside one that came up %i days ago", (days, spacing) => {
    const young = { number: 503, revision: 0, date: dayBefore(days) };
    const papers = UNDATED.filter(({ number }) => number !== 500 && number !== 503);
    const ofBoth = (more: KnownPaper[]) => spacings({ papers: [...papers, young, ...more] }, 500);
    expectSpacings(ofBoth([]), ofNewPaper(500, spacing));
    // The youngest near it counts, by its first revision; one that is further off does not.
    const revised = { number: 503, revision: 1, date: dayBefore(-9) };
    const older = { number: 498, revision: 0, date: dayBefore(900) };
    const far = { number: 504, revision: 0, date: dayBefore(-9) };
    expectSpacings(ofBoth([revised, older, far]), ofNewPaper(500, spacing));
  });

  it("of a number beside a found draft is by when that draft came to be, wherever the frontier is", () => {
    const files = [found("D1151R0.pdf", NOW - 60 * DAY, { modifiedAt: NOW - 120 * DAY }), found("D1151R1.pdf", NOW)];
    expectSpacings(spacings({ papers: UNDATED, files: files.map((file) => ({ ...file, baseline: true })) }, 1150), ofNewPaper(1150, 2));
  });

  it("grows and falls with what was found lately", () => {
    const files = Array.from({ length: 10 }, (_, before) => found(`D0${500 + before}R1.pdf`, NOW - DAY));
    const known = { ...cluster({ number: 900, revision: 0, date: dayBefore(60), extension: ".pdf" }), files };
    expect(spacings(known, 900, Math.sqrt(5.15 / 0.45))["D0900R1.pdf"]).toBeCloseTo(1, 1);
  });

  it("differs between clients, but by little", () => {
    const known = cluster({ number: 900, revision: 0, date: dayBefore(60), extension: ".pdf" });
    const every = [0, 0.1, 0.2, 0.3, 0.4].map((phase) => spacings({ ...known, phase }, 900)["D0900R1.pdf"]);
    expect(new Set(every).size).toBe(5);
  });
});

describe("which files", () => {
  const namesOf = (known: Partial<Knowledge>, number: number) => agenda(knowing(known), NOW, SETTINGS, number).map(({ name }) => name);
  const nextOf = (known: Partial<Knowledge>, number: number) =>
    agenda(knowing(known), NOW, SETTINGS, number).find(({ reason, prefix }) => reason.what === "next" && prefix === "D")?.revision;

  it.each<[name: string, files: string[], next: number]>([
    ["what the index has", [], 3],
    ["a later draft that was found", ["D0900R4.pdf"], 5],
    ["a later published file that was found", ["P0900R3.html"], 4],
    ["not an earlier draft", ["D0900R1.pdf"], 3],
  ])("the next revision is the one after %s", (_name, files, next) => {
    expect(nextOf({ ...cluster({ number: 900, revision: 2 }, { number: 900, revision: 0 }), files: files.map((name) => found(name, NOW - DAY)) }, 900)).toBe(
      next,
    );
  });

  it("a draft that is gone is not asked for as new again", () => {
    const files = [found("D0900R3.pdf", NOW - 9 * DAY, { gone: true })];
    expect(nextOf({ ...cluster({ number: 900, revision: 2 }), files }, 900)).toBe(4);
  });

  it.each<[name: string, papers: KnownPaper[], files: string[], other: string[]]>([
    ["the index does not say", [{ number: 900, revision: 0 }], [], []],
    ["it was something else", [{ number: 900, revision: 0, extension: ".md" }], [], []],
    ["it was .htm", [{ number: 900, revision: 0, extension: ".htm" }], [], [".pdf"]],
    [
      "the last of several counts",
      [
        { number: 900, revision: 1, extension: ".pdf" },
        { number: 900, revision: 0, extension: ".html" },
      ],
      [],
      [".html"],
    ],
    [
      "the last that says it counts",
      [
        { number: 900, revision: 1 },
        { number: 900, revision: 0, extension: ".html" },
      ],
      [],
      [".pdf"],
    ],
    ["our own find counts more", [{ number: 900, revision: 0, extension: ".pdf" }], ["D0900R0.html"], [".pdf"]],
    ["a later find counts more", [{ number: 900, revision: 0, extension: ".pdf" }], ["D0900R1.html"], [".pdf"]],
    ["an earlier find counts less", [{ number: 900, revision: 1, extension: ".pdf" }], ["D0900R0.html"], [".html"]],
    ["the last draft had both", [{ number: 900, revision: 0, extension: ".pdf" }], ["D0900R1.html", "D0900R1.pdf"], []],
  ])("the other extension is asked for seldom; %s", (_name, papers, files, other) => {
    const probes = agenda(knowing({ ...cluster(...papers), files: files.map((name) => found(name, NOW - DAY)) }), NOW, SETTINGS, 900);
    const rare = probes.filter(({ reason }) => reason.otherExtension).map(({ extension }) => extension);
    expect([...new Set(rare)]).toEqual(other);
    expect(rare).toHaveLength(other.length * 4);
  });

  it("of a found draft its own file again until the index has its revision, and the revisions after it", () => {
    const files = [found("D0900R3.pdf", NOW - 30 * DAY)];
    const again = (papers: KnownPaper[]) => agenda(knowing({ ...cluster(...papers), files }), NOW, SETTINGS, 900).filter(({ tier }) => tier === "known");
    expect(again([{ number: 900, revision: 2 }])).toMatchObject([{ name: "D0900R3.pdf", reason: { what: "again", quietDays: 30 } }]);
    expect(again([{ number: 900, revision: 3 }])).toEqual([]);
    expect(again([{ number: 900, revision: 4 }])).toEqual([]);
    expect(agenda(knowing({ ...CLUSTER, files: [found("D1100R0.pdf", NOW)] }), NOW, SETTINGS, 1100)).toHaveLength(9);
  });

  it.each<[files: string[], revisions: number[]]>([
    [[], []],
    [["D0900R3.pdf"], []],
    [["D0900R4.pdf"], [3]],
    [["D0900R4.html", "P0900R3.pdf"], []],
    [["D0900R5.pdf", "D0900R4.pdf"], [3]],
    [
      ["D0900R9.pdf", "D0900R2.pdf"],
      [7, 8],
    ],
  ])("where R2 is published and %j were found, the revisions %j passed over", (names, revisions) => {
    const files = names.map((name) => found(name, NOW - 180 * DAY));
    const known = cluster({ number: 900, revision: 2, date: dayBefore(900), extension: ".pdf" });
    const probes = agenda(knowing({ ...known, files }), NOW, SETTINGS, 900).filter(({ reason }) => reason.what === "passed-over");
    const expected = revisions.flatMap((revision) => [`D0900R${revision}.html`, `D0900R${revision}.pdf`]);
    expect(probes.map(({ name }) => name).sort()).toEqual(expected);
    const last = names[0]?.endsWith(".html") ? ".html" : ".pdf";
    for (const { everyMs, extension } of probes) {
      expect(((everyMs * CALM) / SETTINGS.baseMs / (2 * 4)) * (extension === last ? 1 : 1 / 6)).toBeCloseTo(1, 1);
    }
  });

  it("a found file is asked for again at the pace of its own changes, one that is gone more seldom", () => {
    const files = [
      found("D0900R1.pdf", NOW - 30 * DAY),
      found("D0900R2.pdf", NOW - 30 * DAY, { modifiedAt: NOW - 900 * DAY }),
      found("D0900R3.pdf", NOW - 30 * DAY, { gone: true }),
    ];
    const actual = spacings({ ...cluster({ number: 900, revision: 0, date: dayBefore(1) }), files }, 900);
    expectSpacings(pick(actual, ["D0900R1.pdf", "D0900R2.pdf", "D0900R3.pdf"]), {
      "D0900R1.pdf": 4,
      "D0900R2.pdf": 40,
      "D0900R3.pdf": 32,
    });
  });

  it("none above what a name can hold", () => {
    expect(namesOf(cluster({ number: 900, revision: 999 }), 900)).toEqual([]);
    expect(namesOf(cluster({ number: 900, revision: 998 }), 900).every((name) => name.includes("R999."))).toBe(true);
  });

  it("none of numbers without a paper while nothing is known, but for watched ones", () => {
    expect(quiet(knowing(), NOW, SETTINGS)).toEqual({ frontier: 0, probes: [] });
    expect(quiet(knowing({ watched: new Set([2300]) }), NOW, SETTINGS).probes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["D2300R0.pdf", "D2300R0.html"]),
    );
  });

  it("the frontier heeds found drafts, five digits too, but no lone one far out", () => {
    const frontierWith = (...names: string[]) => quiet(knowing({ papers: CLUSTER, files: names.map((name) => found(name, NOW)) }), NOW, SETTINGS).frontier;
    expect(frontierWith("D1004R0.pdf")).toBe(1004);
    expect(frontierWith("D4444R0.pdf", "D4445R0.html")).toBe(1000);
    const papers = CLUSTER.map((paper) => ({ ...paper, number: paper.number + 9000 }));
    expect(quiet(knowing({ papers, files: [found("D10004R0.pdf", NOW)] }), NOW, SETTINGS).frontier).toBe(10_004);
  });
});

describe("when", () => {
  const paper = { number: 900, revision: 0, date: dayBefore(60), extension: ".pdf" };

  it("a file is due when its time has passed since it was asked for", () => {
    const asked = new Map([["D0900R1.pdf", NOW - 3 * HOUR]]);
    const [probe] = agenda(knowing({ ...cluster(paper), asked }), NOW, SETTINGS, 900).filter(({ name }) => name === "D0900R1.pdf");
    expect(probe?.dueAt).toBe(NOW - 3 * HOUR + (probe?.everyMs ?? 0));
  });

  it("a file that was asked for just now is due after all of its time", () => {
    const asked = new Map([["D0900R1.pdf", NOW]]);
    const [probe] = agenda(knowing({ ...cluster(paper), asked }), NOW, SETTINGS, 900).filter(({ name }) => name === "D0900R1.pdf");
    expect(probe?.dueAt).toBe(NOW + (probe?.everyMs ?? 0));
  });

  it("a find resets its paper's files: what was asked for before is due the sooner", () => {
    const old = { ...paper, date: dayBefore(1200) };
    const asked = new Map([["D0900R2.pdf", NOW - 3 * HOUR]]);
    const dueAt = (files: Knowledge["files"]) =>
      agenda(knowing({ ...cluster(old), asked, files }), NOW, SETTINGS, 900).find(({ name }) => name === "D0900R2.pdf")?.dueAt ?? 0;
    expect(dueAt([])).toBeGreaterThan(NOW + 3 * DAY);
    expect(dueAt([found("D0900R1.pdf", NOW)])).toBeLessThan(NOW);
  });

  it.each<[name: string, since: number | undefined]>([
    ["of which it is not known since when it asks", undefined],
    ["whose clock was set back", NOW + DAY],
  ])("a client %s asks for all it never asked for", (_name, since) => {
    const known = knowing({ ...cluster(paper), ...(since !== undefined && { since }) });
    const { probes } = quiet(known, NOW, SETTINGS);
    // Eight of each of 1000 papers, four of each of the 160 numbers above.
    expect(probes).toHaveLength(8640);
    expect(probes.slice(0, 10).every(({ everyMs }) => everyMs < 2 * HOUR)).toBe(true);
  });

  it("a time to come, of a clock that was set back, counts as never", () => {
    const asked = new Map([["D0900R1.pdf", NOW + 1000 * DAY]]);
    expect(quiet(knowing({ ...cluster(paper), asked }), NOW, SETTINGS).probes.map(({ name }) => name)).toContain("D0900R1.pdf");
  });

  it("a new client asks at once for what is watched and for what is asked most often, and spreads the rest", () => {
    const known = knowing({ ...cluster(paper), since: NOW, watched: new Set([900, 5000]) });
    const dueAfter = (ms: number) => quiet(known, NOW + ms, SETTINGS).probes;
    const atOnce = dueAfter(0);
    expect(atOnce.filter(({ tier }) => tier === "watchlist")).toHaveLength(12);
    // The next numbers above the frontier, but for those beside papers that are old.
    const others = atOnce.filter(({ tier }) => tier !== "watchlist");
    expect(new Set(others.map(({ number }) => number))).toEqual(new Set(Array.from({ length: 17 }, (_, above) => 1004 + above)));
    expect(others).toHaveLength(34);
    const all = 8640 + 4;
    expect(dueAfter(15 * 60_000).length).toBeLessThan(all / 50);
    const once = dueAfter(3000 * HOUR);
    expect(once.length).toBeGreaterThan(all * 0.9);
  });

  it("what becomes worth asking for later is not held to be long overdue", () => {
    const known = knowing({ ...cluster({ ...paper, date: dayBefore(3) }), since: NOW - 1000 * DAY });
    for (const { dueAt, everyMs } of agenda(known, NOW, SETTINGS, 900)) expect((NOW - dueAt) / everyMs).toBeLessThan((3 * DAY) / everyMs + 1e-9);
  });

  it("the agenda of a number has due and coming files, the next first", () => {
    const due = new Set(quiet(knowing({ ...cluster(paper), since: NOW - DAY }), NOW, SETTINGS).probes.map(({ name }) => name));
    const probes = agenda(knowing({ ...cluster(paper), since: NOW - DAY }), NOW, SETTINGS, 900);
    expect(probes).toHaveLength(8);
    expect(probes.filter(({ dueAt }) => dueAt <= NOW).map(({ name }) => name)).toEqual(probes.map(({ name }) => name).filter((name) => due.has(name)));
    expect(probes.map(({ dueAt }) => dueAt)).toEqual(probes.map(({ dueAt }) => dueAt).sort((a, b) => a - b));
  });
});

it.each<[number, name: string, tier: string, reason: PlannedProbe["reason"]]>([
  [900, "D0900R1.pdf", "recent", { what: "next", quietDays: 60 }],
  [900, "P0900R2.html", "recent", { what: "after-next", quietDays: 60, otherExtension: true, published: true }],
  [800, "D0800R1.html", "cold", { what: "next", quietDays: 300 }],
  [700, "D0700R1.html", "watchlist", { what: "next", quietDays: 300, watched: true }],
  [600, "D0600R0.pdf", "frontier", { what: "unseen", fromFrontier: -400, besideDays: 300 }],
  [1100, "D1100R0.html", "frontier", { what: "unseen", fromFrontier: 100 }],
  [5000, "D5000R0.pdf", "watchlist", { what: "unseen", fromFrontier: 4000, watched: true }],
  [500, "D0500R1.pdf", "known", { what: "again", quietDays: 9 }],
  [950, "D0950R1.pdf", "recent", { what: "next" }],
])("of %i the file %s is of the tier %s", (number, name, tier, reason) => {
  const { papers } = cluster({ number: 900, revision: 0, date: dayBefore(60), extension: ".pdf" }, { number: 950, revision: 0 });
  const files = [found("D0500R1.pdf", NOW - 9 * DAY)];
  const known = knowing({ papers: papers.filter((paper) => paper.number !== 600), files, watched: new Set([700, 5000]) });
  expect(agenda(known, NOW, SETTINGS, number).find((probe) => probe.name === name)).toMatchObject({ tier, decision: "probe", reason });
});

it.each<[days: number, tier: string, quietDays: number]>([
  [-30, "recent", 0],
  [0, "recent", 0],
  [9.9, "recent", 9],
  [180, "recent", 180],
  [180.5, "cold", 180],
])("a paper that changed %d days ago is %s and quiet for %i whole days; one beside it came up as long ago", (days, tier, quietDays) => {
  // A file has a time, a date has only a day.
  const files = [found("P0900R0.pdf", NOW + DAY * Math.max(0, -days), { modifiedAt: NOW - days * DAY })];
  const known = knowing({ papers: UNDATED.filter(({ number }) => number !== 900 && number !== 901), files });
  expect(agenda(known, NOW, SETTINGS, 900).find(({ name }) => name === "D0900R1.pdf")).toMatchObject({ tier, reason: { quietDays } });
  expect(agenda(known, NOW, SETTINGS, 901)[0]?.reason.besideDays).toBe(quietDays);
});

it.each([
  [820, "recent"],
  [819, "cold"],
  [4444, "recent"],
])("a paper without a date, %i where the frontier is 1000, is %s", (number, tier) => {
  const papers = [...UNDATED, { number: 4444, revision: 0 }];
  for (const probe of agenda(knowing({ papers }), NOW, SETTINGS, number)) {
    expect(probe).toMatchObject({ tier });
    expect(probe.reason).not.toHaveProperty("quietDays");
  }
});

it("the outlook counts the files of each tier, what is due of them, and how often they are asked for", () => {
  const files = [found("D0500R1.pdf", NOW - 9 * DAY)];
  const known = knowing({ ...cluster({ number: 900, revision: 0, date: dayBefore(60), extension: ".pdf" }), files, watched: new Set([700]), since: NOW });
  const { frontier, tiers } = outlook(known, NOW, SETTINGS);
  expect(frontier).toBe(1000);
  expect(tiers.map(({ tier, files }) => [tier, files])).toEqual([
    ["watchlist", 8],
    ["frontier", 640],
    ["recent", 16],
    ["cold", 8 * 997],
    ["known", 1],
  ]);
  expect(tiers.reduce((sum, { due }) => sum + due, 0)).toBe(quiet(known, NOW, SETTINGS).probes.length);
  const recent = [500, 900].flatMap((number) => agenda(known, NOW, SETTINGS, number)).flatMap(({ tier, everyMs }) => (tier === "recent" ? everyMs : []));
  expect(tiers.find(({ tier }) => tier === "recent")).toMatchObject({ shortestMs: Math.min(...recent), longestMs: Math.max(...recent) });
});

describe("whatever is known", () => {
  const number = fc.integer({ min: 1, max: 120 });
  const revision = fc.nat({ max: 4 });
  const extension = fc.constantFrom(".pdf", ".html");
  const date = fc.oneof(fc.integer({ min: -90, max: 4000 }).map(dayBefore), fc.constantFrom("unknown", "2021-06", "20210630", "3 March 2026"));
  const at = fc.integer({ min: -3, max: 400 }).map((days) => NOW - days * DAY);
  const paper: fc.Arbitrary<KnownPaper> = fc.record({ number, revision, date, extension }, { requiredKeys: ["number", "revision"] });
  const file = fc.record(
    {
      prefix: fc.constantFrom("D" as const, "P" as const),
      number,
      revision,
      extension,
      foundAt: at,
      modifiedAt: at,
      baseline: fc.constant(true as const),
      gone: fc.constant(true as const),
    },
    { requiredKeys: ["prefix", "number", "revision", "extension", "foundAt"] },
  );
  const byName = ({ prefix, number, revision, extension }: { prefix: string; number: number; revision: number; extension: string }) =>
    [prefix, number, revision, extension].join();
  const knowledge: fc.Arbitrary<Knowledge> = fc
    .record({
      papers: fc.array(paper, { maxLength: 80 }),
      files: fc.uniqueArray(file, { maxLength: 20, selector: byName }),
      watched: fc.uniqueArray(fc.oneof(number, fc.integer({ min: -5, max: 2_000_000 })), { maxLength: 8 }).map((numbers) => new Set(numbers)),
      phase: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      since: fc.option(at, { nil: undefined }),
      ages: fc.infiniteStream(fc.option(at, { nil: undefined })),
    })
    .map(({ ages, since, ...parts }) => {
      const known = knowing({ ...parts, ...(since !== undefined && { since }) });
      // Some of what can be asked for was.
      const asked = quiet({ ...known, since: Number.POSITIVE_INFINITY }, NOW, SETTINGS).probes.flatMap(({ name }) => {
        const at = ages.next().value;
        return at === undefined ? [] : [[name, at] as const];
      });
      return { ...known, asked: new Map(asked) };
    });

  it("holds each name once, due and most overdue first", () => {
    fc.assert(
      fc.property(knowledge, (known) => {
        const { probes } = quiet(known, NOW, SETTINGS);
        const names = probes.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        const overdue = probes.map(({ dueAt, everyMs }) => (NOW - dueAt) / everyMs);
        expect(overdue.every((share, place) => share >= 0 && share <= (overdue[place - 1] ?? Number.POSITIVE_INFINITY))).toBe(true);
      }),
    );
  });

  it("is the agendas of all numbers, as far as they are due", () => {
    fc.assert(
      fc.property(knowledge, (known) => {
        const numbers = new Set([...Array(400).keys(), ...known.watched, ...known.papers.map(({ number }) => number)]);
        const due = [...numbers].flatMap((number) => agenda(known, NOW, SETTINGS, number)).filter(({ dueAt }) => dueAt <= NOW);
        const byName = (a: PlannedProbe, b: PlannedProbe) => (a.name < b.name ? -1 : 1);
        expect(due.sort(byName)).toEqual(quiet(known, NOW, SETTINGS).probes.sort(byName));
      }),
      { numRuns: 30 },
    );
  });

  it("does not ask again for what it has asked for before its time has passed", () => {
    fc.assert(
      fc.property(knowledge, fc.double({ min: 0, max: 0.99, noNaN: true }), (known, part) => {
        const { probes } = quiet(known, NOW, SETTINGS);
        const asked = new Map([...known.asked, ...probes.map(({ name }) => [name, NOW] as const)]);
        // Without finds the tempo does not change meanwhile.
        const calm = { ...known, files: known.files.map((file) => ({ ...file, baseline: true as const })), asked };
        for (const { name, number } of probes.slice(0, 5)) {
          const { everyMs = 0 } = agenda(calm, NOW, SETTINGS, number).find((probe) => probe.name === name) ?? {};
          expect(everyMs).toBeGreaterThan(0);
          expect(quiet(calm, NOW + part * everyMs, SETTINGS).probes.map((probe) => probe.name)).not.toContain(name);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("asks for a watched file no later and no more seldom than were it not watched", () => {
    fc.assert(
      fc.property(knowledge, number, (known, number) => {
        const as = (watched: boolean) => agenda({ ...known, watched: new Set(watched ? [number] : []) }, NOW, SETTINGS, number);
        const watched = new Map(as(true).map((probe) => [probe.name, probe]));
        for (const { name, dueAt, everyMs } of as(false)) {
          expect(watched.get(name)?.dueAt).toBeLessThanOrEqual(dueAt);
          expect(watched.get(name)?.everyMs).toBeLessThanOrEqual(everyMs);
        }
      }),
    );
  });

  it("asks no more often for an older paper", () => {
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 40 }), number, fc.nat({ max: 4000 }), fc.nat({ max: 4000 }), (papers, number, days, more) => {
        const others = papers.filter((paper) => paper.number !== number);
        const every = (age: number) =>
          agenda(knowing({ papers: [...others, { number, revision: 1, date: dayBefore(age) }] }), NOW, SETTINGS, number).map(
            ({ name, everyMs }) => [name, everyMs] as const,
          );
        const older = new Map(every(days + more));
        for (const [name, everyMs] of every(days)) expect(older.get(name)).toBeGreaterThanOrEqual(everyMs);
      }),
    );
  });
});

const REAL = sharedData("index-2026-05-18.json");
if (!REAL) saySampleStandsIn("index-2026-05-18.json");

if (REAL) {
  describe("on the real index of 2026-05-18", () => {
    const index = knowledgeOf(readIndex(Object.entries(JSON.parse(readFileSync(REAL, "utf8")))).entries.values());

    it("plans 29,000 files at once in no time worth speaking of", () => {
      const known = knowing(index);
      quiet(known, NOW, QUIET_DEFAULTS);
      // A tenth of it; this is to notice a plan that has become square.
      expect(
        cpuMs(() => {
          const { probes, frontier } = quiet(known, NOW, QUIET_DEFAULTS);
          expect([probes.length > 29_000, frontier]).toEqual([true, 4234]);
        }),
      ).toBeLessThan(2_000);
    });

    it("asks for a few thousand files a day, from the first day on, and never for many at once", () => {
      const asked = new Map<string, number>();
      const perDay: number[] = [];
      for (let day = 0; day < 2; day++) {
        let requests = 0;
        for (let hour = 0; hour < 24; hour++) {
          const now = NOW + day * DAY + hour * HOUR;
          const due = quiet(knowing({ ...index, asked, since: NOW }), now, QUIET_DEFAULTS).probes;
          for (const { name } of due) asked.set(name, now);
          expect(due.length).toBeLessThan(400);
          requests += due.length;
        }
        perDay.push(requests);
      }
      for (const requests of perDay) expect(Math.abs(requests - 3000)).toBeLessThan(1000);
    });
  });
}

function pick(from: Record<string, number>, names: string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? Number.NaN]));
}

describe("the files that are due to be asked for changes", () => {
  it.each([0, 1, 5, 40, 400])("are those of the plan that are there, after %i days", (days) => {
    const files = [found("D0001R1.pdf", NOW), found("D0001R1.html", NOW), found("D0002R1.pdf", NOW, { gone: true })];
    const known = knowing({ papers: [{ number: 1, revision: 0 }], files, watched: new Set([2]), phase: 0.5, since: NOW });
    const later = NOW + days * DAY;
    const ofPlan = quiet(known, later, QUIET_DEFAULTS).probes.filter(({ tier }) => tier === "known");
    const names = (probes: { name: string }[]) => probes.map(({ name }) => name).sort();
    expect(names(knownDue(known, later, QUIET_DEFAULTS))).toEqual(names(ofPlan));
    expect(ofPlan.length > 0).toBe(days > 1);
  });
});
