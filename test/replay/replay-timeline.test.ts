import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frontier } from "../../lib/papers/frontier.ts";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { isPaper, type Paper } from "../../lib/papers/paper.ts";
import type { LogEvent, PaperEvent } from "../../lib/papers/paper-event.ts";
import type { Watch, WatchKind } from "../../lib/watch/watch.ts";
import { sampleData, saySampleStandsIn, sharedData } from "../data.ts";
import { readTimeline } from "./read-timeline.ts";
import { replayDays, type Step } from "./replay-days.ts";
import { type Report, reportReplay } from "./report-replay.ts";
import { writeTimeline } from "./write-timeline.ts";

type Index = Record<string, { title?: string }>;

const watch = (kind: WatchKind, text: string): Watch => ({ kind, text });

describe("a made-up month", () => {
  const WATCHES = [
    watch("paper", "P2300"),
    watch("author", "Godel"),
    watch("title", "executor"),
    watch("audience", "LEWG"),
    watch("author", "Noether"),
    watch("title", "everyone"),
    watch("title", "dull"),
  ];
  const folder = mkdtempSync(join(tmpdir(), "timeline-"));
  let steps: Map<string, Step>;
  let report: Report;
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    const [first, next] = ["index.json", "next-index.json"].map((name) => ({ ...without(readSample(name), /^D/), ...dullPapers(450, "http://x.org/") })) as [
      Index,
      Index,
    ];
    const flapped = retitle(next, "P4322R0", first.P4322R0?.title);
    const outage = without(next, /^P2300|^P43[012]/);
    const issues = { ...flapped, ...many("EDIT", 900, 60), CWG3: { ...next.CWG3, status: "WP" } };
    const gone = without(issues, /^P4336R0$/);
    const back = retitle(issues, "P4336R0", "Ranges of hills");
    const lost = without(back, /^P2300|^P43[012]/);
    const accepted = { ...lost, EDIT9999: {} };
    const drafts = { ...back, ...many("D", 1, 25) };
    const days: [string, Index][] = [
      ["2026-11-17", first],
      ["2026-11-18", next],
      ["2026-11-19", outage],
      ["2026-11-20", next],
      ["2026-11-21", flapped],
      ["2026-11-22", next],
      ["2026-11-23", flapped],
      ["2026-11-24", issues],
      ["2026-11-25", gone],
      ["2026-11-27", back],
      ["2026-12-01", lost],
      ["2026-12-02", accepted],
      ["2026-12-03", back],
      ["2026-12-05", drafts],
      ["2026-12-06", { ...drafts, ...dullPapers(450, "http://y.org/") }],
      ["2026-12-07", without(drafts, /^[PDN]/)],
      ["2026-12-31", without(drafts, /^[PDN]|EDIT0/)],
    ];
    expect(writeTimeline(folder, days)).toEqual(days.slice(1).map(([date]) => date));
    const replayed = [...replayDays(readTimeline(folder))];
    steps = new Map(replayed.map((step) => [step.date, step]));
    report = reportReplay(replayed, WATCHES);
  });

  it.each<[date: string, outcome: Step["outcome"], events: Record<string, number>]>([
    ["2026-11-18", "changed", { "paper-added": 7, "paper-filled": 1, "paper-changed": 1 }],
    ["2026-11-19", "sudden-loss", {}],
    ["2026-11-20", "unchanged", {}],
    ["2026-11-21", "changed", { "paper-changed": 1 }],
    ["2026-11-22", "changed", { "paper-changed": 1 }],
    ["2026-11-23", "changed", { "paper-changed": 1 }],
    ["2026-11-24", "unchanged", {}],
    ["2026-11-25", "changed", { "paper-vanished": 1 }],
    ["2026-11-27", "changed", { "paper-returned": 1 }],
    ["2026-12-01", "sudden-loss", {}],
    ["2026-12-02", "changed", { "paper-vanished": 28 }],
    ["2026-12-03", "changed", { "paper-returned": 28 }],
    ["2026-12-05", "changed", { "new-kind": 1 }],
    ["2026-12-06", "changed", { "mass-change": 1 }],
    ["2026-12-07", "sudden-loss", {}],
    ["2026-12-31", "sudden-loss", {}],
  ])("%s is judged %s, with the events %j", (date, outcome, events) => {
    expect(steps.get(date)?.outcome).toBe(outcome);
    expect(kinds(steps.get(date)?.events ?? [])).toEqual(events);
  });

  it("tells each watch of its paper once, and nobody of what only came back", () => {
    expect(report.watches.map(({ watch, hits, matches }) => [watch.text, hits, matches])).toEqual([
      ["P2300", 1, 1],
      ["Godel", 1, 1],
      ["executor", 1, 1],
      ["LEWG", 1, 1],
      ["Noether", 1, 1],
      ["everyone", 2, 1],
      ["dull", 0, 0],
    ]);
    expect(report.matches).toBe(6);
    expect(report.flapping).toEqual([{ id: "P4322R0", turns: 4, hits: 2, told: 1 }]);
  });

  it("names the days that were no ordinary ones", () => {
    expect(report.oddDays).toMatchObject([
      { date: "2026-11-19", what: "sudden-loss", papers: 28 },
      { date: "2026-12-01", what: "sudden-loss", papers: 28 },
      { date: "2026-12-05", what: "new-kind D", papers: 25 },
      { date: "2026-12-06", what: "mass-change of longLink", papers: 450 },
      { date: "2026-12-07", what: "sudden-loss" },
      { date: "2026-12-31", what: "sudden-loss" },
    ]);
  });

  it("can be replayed at the terminal", () => {
    const asJson = run(folder, "--watch", "P2300", "--watch", "author:Gödel", "--json");
    expect(asJson).toMatchObject({ stderr: "", status: 0 });
    expect(JSON.parse(asJson.stdout)).toMatchObject({ outcomes: report.outcomes, events: report.events, oddDays: report.oddDays, matches: 2 });
    expect(run(folder, "--watch", "P2300").stdout).toContain("P2300: 1");
  });

  it.each<[name: string, args: string[], told: RegExp]>([
    ["a folder that is not there", ["/nowhere"], /\/nowhere/],
    ["a folder without a timeline", [import.meta.dirname], /holds no base-DATE/],
    ["a watch that may be two things", [folder, "--watch", "Gödel"], /author:Gödel.*title:Gödel/],
    ["an unknown option", ["--loud"], /--loud/],
  ])("says in one line what is wrong with %s", (_name, args, told) => {
    const { stdout, stderr, status } = run(...args);
    expect(stderr).toMatch(/^replay-timeline: .+\n$/);
    expect(stderr).toMatch(told);
    expect([stdout, status]).toEqual(["", 2]);
  });
});

const timeline = sharedData("timeline");
if (!timeline) saySampleStandsIn("timeline");

if (timeline) describe("the real index from 2017-08-24 to 2019-12-31", realTimeline);

function realTimeline(): void {
  const WATCHES = [watch("paper", "P1227"), watch("paper", "P0443"), watch("author", "Koeppe"), watch("title", "signed ssize"), watch("title", "executor*")];
  const FRONTIERS = { "2018-01-02": 875, "2019-01-29": 1481 };
  const frontiers: Record<string, number> = {};
  let days: { date: string; outcome: string; events: LogEvent[] }[];
  let known: ReadonlyMap<string, Paper>;
  let report: Report;

  beforeAll(() => {
    const steps = function* () {
      for (const step of replayDays(readTimeline(timeline ?? ""))) {
        // The last day on which the index changed before the one that STATS names.
        for (const day of Object.keys(FRONTIERS)) if (step.date <= day) frontiers[day] = frontier(step.known.values());
        known = step.known;
        days.push({ date: step.date, outcome: step.outcome, events: step.events });
        yield step;
      }
    };
    days = [];
    report = reportReplay(steps(), WATCHES);
  });

  const all = (kind: PaperEvent["kind"]) =>
    days.flatMap(({ date, events }) => events.flatMap((event) => (event.kind === kind ? [{ date, event: event as PaperEvent }] : [])));

  it("is 427 days without an outage, a mass change or a new kind; EDIT and SD came unnoticed", () => {
    expect(report).toMatchObject({ days: 427, oddDays: [] });
    expect(days.find(({ date }) => date === "2018-03-15")?.events.length).toBeLessThan(20);
    expect([...known.values()].filter(({ prefix }) => prefix === "EDIT").length).toBeGreaterThan(1952);
  });

  it("has no news on the days when only issues and editorial items moved, three in four", () => {
    expect(report.outcomes).toEqual({ changed: 95, unchanged: 332 });
    for (const { outcome, events } of days) expect(events.length > 0).toBe(outcome === "changed");
    for (const { events } of days) for (const event of events) expect("paper" in event && isPaper(event.paper)).toBe(true);
  });

  it("saw four papers vanish, of which one returned as another paper", () => {
    expect(
      all("paper-vanished")
        .map(({ date, event }) => `${date} ${event.paper.id}`)
        .sort(),
    ).toEqual(["2018-03-05 P0058R8", "2018-03-14 D0785R0", "2018-03-14 P0019R7", "2018-03-15 D0019R7"]);
    expect(all("paper-returned")).toMatchObject([{ date: "2018-06-20", event: { paper: { id: "P0019R7" }, fields: expect.arrayContaining(["title"]) } }]);
  });

  it("brought 298 papers on its largest day, each an event of its own", () => {
    expect(kinds(days.find(({ date }) => date === "2018-06-20")?.events ?? [])).toMatchObject({ "paper-added": 297, "paper-returned": 1 });
  });

  it("brought papers whose date is months past or still to come, as new as any", () => {
    const lags = all("paper-added").flatMap(({ date, event }) =>
      event.paper.date?.length === 10 ? [(Date.parse(date) - Date.parse(event.paper.date)) / 86_400_000] : [],
    );
    expect(lags.filter((lag) => lag > 60).length).toBeGreaterThan(20);
    expect(lags.filter((lag) => lag < 0).length).toBeGreaterThan(0);
  });

  it("filled stubs, none of them twice", () => {
    const filled = all("paper-filled").map(({ event }) => event.paper.id);
    expect(filled.length).toBeGreaterThan(100);
    expect(new Set(filled).size).toBe(filled.length);
  });

  it("announced each paper once", () => {
    const added = all("paper-added").map(({ event }) => event.paper.id);
    expect(new Set(added).size).toBe(added.length);
  });

  it("flapped P1227R2 eleven times, of which a watch heard once", () => {
    expect(report.flapping[0]).toMatchObject({ id: "P1227R2", turns: 11, told: 1 });
    expect(report.flapping.slice(1, 4).map(({ id, turns }) => [id, turns])).toEqual([
      ["D1008R1", 4],
      ["D1870R1", 4],
      ["P0646R1", 4],
    ]);
    for (const { told } of report.flapping) expect(told).toBeLessThanOrEqual(1);
    const [, , , flapping] = report.watches;
    expect(flapping).toMatchObject({ hits: 8, matches: 2 });
  });

  it("had a frontier that no April paper moved", () => expect(frontiers).toEqual(FRONTIERS));

  it("is known in the end as it was served in the end", () => {
    const { base, days } = readTimeline(timeline ?? "");
    const served = new Map(Object.entries(base));
    const papersAtFirst = [...readIndex(served).entries.values()].filter(isPaper).length;
    for (const { upsert, removed } of days) {
      for (const [key, value] of Object.entries(upsert)) served.set(key, value);
      for (const key of removed) served.delete(key);
    }
    const { entries } = readIndex(served);
    const differing = [...entries.values()].filter((entry) => JSON.stringify(entry) !== JSON.stringify(known.get(entry.id)));
    expect([differing, entries.size]).toEqual([[], known.size]);
    const { "paper-added": added = 0, "paper-returned": returned = 0, "paper-vanished": vanished = 0 } = report.events;
    expect([...entries.values()].filter(isPaper)).toHaveLength(papersAtFirst + added + returned - vanished);
  });
}

function kinds(events: LogEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function readSample(name: string): Index {
  return JSON.parse(readFileSync(sampleData(name), "utf8"));
}

function without(index: Index, keys: RegExp): Index {
  return Object.fromEntries(Object.entries(index).filter(([key]) => !keys.test(key)));
}

function retitle(index: Index, key: string, title = ""): Index {
  return { ...index, [key]: { ...index[key], title } };
}

function many(prefix: string, from: number, count: number): Index {
  return Object.fromEntries(Array.from({ length: count }, (_, position) => [`${prefix}${String(from + position).padStart(4, "0")}`, {}]));
}

/** Enough for a mass change. */
function dullPapers(count: number, host: string): Index {
  return Object.fromEntries(
    Object.keys(many("P", 1000, count)).map((key) => [`${key}R0`, { title: "A dull paper", author: "Nobody", long_link: `${host}${key}` }]),
  );
}

function run(...args: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, "replay-timeline.ts"), ...args], { encoding: "utf8" });
}
