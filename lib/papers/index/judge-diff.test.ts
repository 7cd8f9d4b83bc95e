import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaper, type Paper } from "../paper.ts";
import type { LogEvent } from "../paper-event.ts";
import { diffEntries } from "./diff.ts";
import { type Census, type Judgement, judgeDiff } from "./judge-diff.ts";
import { readIndex } from "./read-index.ts";

type Entry = Record<string, string>;
type Served = Record<string, Entry>;

const KNOWN = papers(3802);
const FEW = papers(100);

describe("a sudden loss is an outage", () => {
  it.each([21, 68, 752, 1900, 1901, 3801, 3802])("when %i of 3802 papers are gone", (missing) => {
    expect(judge(KNOWN, without(KNOWN, missing))).toEqual({ verdict: "sudden-loss", missing });
  });

  it.each([1, 2, 20])("but not when %i are, as happens", (missing) => {
    expect(kinds(judge(KNOWN, without(KNOWN, missing)))).toEqual({ "paper-vanished": missing });
  });

  it.each([68, 752, 1900])("and a loss of %i that lasts for a day is accepted, each paper noted as vanished", (missing) => {
    expect(kinds(judge(KNOWN, without(KNOWN, missing), { lossConfirmed: true }))).toEqual({ "paper-vanished": missing });
  });

  it.each([1901, 3000, 3802])("yet a loss of %i, half of all or more, never is", (missing) => {
    expect(judge(KNOWN, without(KNOWN, missing), { lossConfirmed: true })).toEqual({ verdict: "sudden-loss", missing });
  });

  it("even if as many papers are new", () => {
    const served = { ...without(KNOWN, 68), ...papers(68, "N") };
    expect(judge(KNOWN, served)).toEqual({ verdict: "sudden-loss", missing: 68 });
  });

  it("but not if more papers are new: the browser was not open for long", () => {
    const judgement = judge(KNOWN, withoutFirst(papers(4102), 76));
    expect(kinds(judgement)).toEqual({ "paper-added": 300, "paper-vanished": 76 });
  });

  it("yet half of all is never real, whatever is new", () => {
    expect(judge(KNOWN, withoutFirst(papers(6000), 1901)).verdict).toBe("sudden-loss");
  });

  it.each([
    [4, 1, "news"],
    [4, 2, "sudden-loss"],
    [40, 10, "news"],
    [40, 11, "sudden-loss"],
    [3, 1, "sudden-loss"],
  ] as const)("and of %i papers in all a loss of %i is %s", (all, missing, verdict) => {
    expect(judge(papers(all), without(papers(all), missing)).verdict).toBe(verdict);
  });

  it("while losing all issues is not worth a word", () => {
    expect(judge({ ...KNOWN, ...entries("LWG", 3094) }, KNOWN)).toEqual({ verdict: "news", events: [] });
  });
});

describe("a mass change", () => {
  const link = (entry: Entry, id: string) => ({ ...entry, link: `https://wg21.link/${id}` });

  it("of the link of 3,788 of 3,802 papers is one event", () => {
    expect(judge(KNOWN, edit(KNOWN, 3788, link))).toEqual({ verdict: "news", events: [{ kind: "mass-change", field: "link", papers: 3788 }] });
  });

  it("does not hide what else changed that day, and is not mentioned beside it", () => {
    const served = { ...edit(KNOWN, 3788, link), ...papers(3, "N") };
    served.P3800R0 = { ...served.P3800R0, title: "Another title" };
    const { events } = news(judge(KNOWN, served));
    expect(kinds(judge(KNOWN, served))).toEqual({ "mass-change": 1, "paper-added": 3, "paper-changed": 1 });
    expect(events.find(({ kind }) => kind === "paper-changed")).toMatchObject({ paper: { id: "P3800R0" }, fields: ["title"] });
  });

  it("of two fields is two events", () => {
    const both = (entry: Entry, id: string) => ({ ...link(entry, id), subgroup: "LEWG" });
    expect(kinds(judge(KNOWN, edit(KNOWN, 2000, both)))).toEqual({ "mass-change": 2 });
  });

  it.each([
    [400, { "paper-changed": 400 }],
    [401, { "mass-change": 1 }],
  ])("begins above 400 papers: %i are %j", (count, expected) => expect(kinds(judge(KNOWN, edit(KNOWN, count, link)))).toEqual(expected));

  it.each([
    [500, { "paper-changed": 500 }],
    [501, { "mass-change": 1 }],
  ])("and in a large index above a twentieth: %i of 10,000 are %j", (count, expected) => {
    const large = papers(10_000);
    expect(kinds(judge(large, edit(large, count, link)))).toEqual(expected);
  });

  it("of a field that every watch was about makes no news of the papers that changed otherwise too", () => {
    const authors = (entry: Entry) => ({ ...entry, author: "Ada Lovelace" });
    const served = edit(KNOWN, 3788, authors);
    served.P3800R0 = { ...served.P3800R0, title: "Another title" };
    const { events } = news(judge(KNOWN, served));
    const [changed] = events.filter((event) => event.kind === "paper-changed");
    expect(changed).toMatchObject({ fields: ["title"], before: { authors: ["Ada Lovelace"] } });
  });

  it("is not made of 48 authors renamed on a day, as on 2020-04-15: they are a renaming", () => {
    expect(
      kinds(
        judge(
          KNOWN,
          edit(KNOWN, 48, (entry) => ({ ...entry, author: "E. Noether" })),
        ),
      ),
    ).toEqual({ renaming: 1 });
  });

  it("is not made of the stubs that a mailing fills", () => {
    const stubs = entries("P", 203, () => ({ title: "P1r0.draft" }));
    const known = { ...papers(3802, "N"), ...stubs };
    expect(kinds(judge(known, { ...known, ...papers(203) }))).toEqual({ "paper-filled": 203 });
  });
});

describe("a new kind of entry", () => {
  it("that is no paper is no event at all: 1,952 EDIT keys on 2018-03-15, 6 SD keys, draft and standard", () => {
    const served = { ...KNOWN, ...entries("EDIT", 1952), ...entries("SD", 6), draft: {}, standard: {} };
    expect(judge(KNOWN, served)).toEqual({ verdict: "news", events: [] });
  });

  it("with a paper's prefix is one event when it comes in bulk", () => {
    expect(judge(KNOWN, { ...KNOWN, ...papers(491, "D") })).toEqual({ verdict: "news", events: [{ kind: "new-kind", prefix: "D", papers: 491 }] });
  });

  it("comes in bulk from 20 on", () => {
    expect(kinds(judge(KNOWN, { ...KNOWN, ...papers(19, "D") }))).toEqual({ "paper-added": 19 });
    expect(kinds(judge(KNOWN, { ...KNOWN, ...papers(20, "D") }))).toEqual({ "new-kind": 1 });
  });

  it("is not made of a large mailing, 298 papers on 2018-06-20", () => {
    const served = { ...KNOWN, ...papers(3802 + 298) };
    expect(kinds(judge(KNOWN, served))).toEqual({ "paper-added": 298 });
  });

  it("does not hide the new papers of a known prefix", () => {
    expect(kinds(judge(KNOWN, { ...KNOWN, ...papers(491, "D"), ...papers(3805) }))).toEqual({ "new-kind": 1, "paper-added": 3 });
  });
});

describe("news", () => {
  it("is every turn of a flapping title, as on P1227R2 eleven times, but never a new paper", () => {
    const titles = ["Signed ssize() functions, unsigned size() functions", "Signed size() functions"];
    const states = Array.from({ length: 12 }, (_, turn) => ({
      ...FEW,
      P1227R2: { title: titles[turn % 2] ?? "", author: "Ada Lovelace", date: "2019-01-21" },
    }));
    const events = states.slice(1).flatMap((state, turn) => news(judge(states[turn] ?? {}, state)).events);
    expect(events).toHaveLength(11);
    for (const event of events) expect(event).toMatchObject({ kind: "paper-changed", fields: ["title"], paper: { id: "P1227R2" } });
  });

  it("cannot be read off a date: a paper two years old, one of next month and one without a date are new alike", () => {
    const served = { ...KNOWN, P4000R0: { date: "2016-01-04" }, P4001R0: { date: "2026-12-24" }, P4002R0: {}, P4003R0: { date: "unknown" } };
    expect(kinds(judge(KNOWN, served))).toEqual({ "paper-added": 4 });
  });

  it("a corrected date makes no paper new", () => {
    const { events } = news(
      judge(
        KNOWN,
        edit(KNOWN, 1, (entry) => ({ ...entry, date: "2026-11-20" })),
      ),
    );
    expect(events).toMatchObject([{ kind: "paper-changed", fields: ["date"] }]);
  });

  it("of issues and editorial items there is none, though a day changes a thousand of them", () => {
    const known = { ...KNOWN, ...entries("LWG", 3094, () => ({ status: "New", title: "x" })), ...entries("EDIT", 4746) };
    const served = { ...KNOWN, ...entries("LWG", 3094, () => ({ status: "WP", title: "y" })), ...entries("EDIT", 4800, () => ({ title: "y" })) };
    expect(judge(known, served)).toEqual({ verdict: "news", events: [] });
  });

  it("of a paper that vanished and returned says that it returned, changed or not", () => {
    const away = without(FEW, 1);
    expect(kinds(judge(FEW, away))).toEqual({ "paper-vanished": 1 });
    expect(kinds(judge(away, FEW, { vanished: FEW }))).toEqual({ "paper-returned": 1 });
    expect(
      kinds(
        judge(
          away,
          edit(FEW, 1, (entry) => ({ ...entry, title: "Another paper" })),
          { vanished: FEW },
        ),
      ),
    ).toEqual({ "paper-returned": 1 });
  });

  it("is one event for each difference, as long as it is an ordinary day", () => {
    const entry = fc.record({ title: fc.constantFrom("a", "b"), author: fc.constantFrom("Ada Lovelace", "Kurt Gödel") }, { requiredKeys: [] });
    const served = fc
      .dictionary(fc.constantFrom("P0001R0", "P0002R0", "P9000R0", "P9001R0", "LWG1", "draft"), entry)
      .map((entries) => ({ ...FEW, ...entries }));
    fc.assert(
      fc.property(served, served, (before, after) => {
        const diff = diffEntries(read(before), read(after));
        const judgement = news(judgeDiff(diff, census(read(before))));
        expect(judgement.events).toHaveLength(Object.values(diff).flat().length);
        expect(judgeDiff(diff, census(read(before)), true)).toEqual(judgement);
      }),
    );
  });
});

function judge(before: Served, after: Served, { lossConfirmed = false, vanished = {} as Served } = {}): Judgement {
  const known = read(before);
  return judgeDiff(diffEntries(known, read(after), read(vanished)), census(known), lossConfirmed);
}

function news(judgement: Judgement): { events: LogEvent[] } {
  if (judgement.verdict !== "news") throw new Error(judgement.verdict);
  return judgement;
}

function kinds(judgement: Judgement): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of news(judgement).events) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function census(entries: Map<string, Paper>): Census {
  const byPrefix: Census["byPrefix"] = {};
  const known = [...entries.values()].filter(isPaper);
  for (const { prefix } of known) if (prefix) byPrefix[prefix] = (byPrefix[prefix] ?? 0) + 1;
  return { papers: known.length, byPrefix };
}

function read(served: Served): Map<string, Paper> {
  return readIndex(Object.entries(served)).entries;
}

function papers(count: number, prefix = "P"): Served {
  return entries(prefix, count, (id) => ({ title: `Paper ${id}`, author: "Emmy Noether", date: "2026-11-16", link: `https://www.open-std.org/${id}.html` }));
}

function entries(prefix: string, count: number, make: (id: string) => Entry = () => ({})): Served {
  const ids = Array.from(
    { length: count },
    (_, position) => `${prefix}${String(position + 1).padStart(4, "0")}${prefix === "P" || prefix === "D" ? "R0" : ""}`,
  );
  return Object.fromEntries(ids.map((id) => [id, make(id)]));
}

/** Without its last so many entries. */
function without(served: Served, missing: number): Served {
  return Object.fromEntries(Object.entries(served).slice(0, -missing));
}

function withoutFirst(served: Served, missing: number): Served {
  return Object.fromEntries(Object.entries(served).slice(missing));
}

/** With its last so many entries edited. */
function edit(served: Served, count: number, change: (entry: Entry, id: string) => Entry): Served {
  const members = Object.entries(served);
  return Object.fromEntries(members.map(([id, entry], position) => [id, position < members.length - count ? entry : change(entry, id)]));
}
