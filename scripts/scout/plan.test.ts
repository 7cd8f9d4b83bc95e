import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sampleData, saySampleStandsIn, sharedData } from "../../test/data.ts";
import { answer } from "./answer.ts";
import { countBy } from "./count-by.ts";
import { scout } from "./scout.ts";

interface Line {
  name: string;
  tier: string;
  decision: string;
  reason: string;
}

const INDEX = sampleData("index.json");
const SAMPLE = ["--index", INDEX, "--today", "2026-11-18"];

const folder = mkdtempSync(join(tmpdir(), "scout-plan-"));
let written = 0;
afterAll(() => rmSync(folder, { recursive: true }));

describe("plan", () => {
  it("is quiet's for a client that has asked for nothing yet: what is watched or soonest due again first", async () => {
    const plan: { frontier: number; count: number; tiers: object; probes: Line[] } = await scout("plan", ...SAMPLE, "--watch", "2300", "P9000");
    expect(plan.frontier).toBe(4344);
    expect(plan.probes).toHaveLength(plan.count);
    expect(plan.tiers).toEqual(countBy(plan.probes, ({ tier }) => tier));
    expect(plan.tiers).toMatchObject({ watchlist: 12 });
    expect(plan.probes.find(({ name }) => name === "D9000R0.pdf")).toEqual({
      name: "D9000R0.pdf",
      tier: "watchlist",
      decision: "probe",
      reason: expect.stringMatching(/^no paper P9000 yet, 4656 above the frontier, watched, asked every 2[01] h$/),
    });
    expect(plan.probes.find(({ name }) => name === "D2300R11.pdf")?.reason).toMatch(/^next revision of P2300, quiet \d+ days, /);
  });

  it("is of what is due only where it is known what was asked for when", async () => {
    const asked = { "D4344R2.html": "2026-11-17T23:00:00Z", "D4344R2.pdf": 0, "d2300r11.pdf": Date.parse("2026-11-17T23:59:00Z") };
    const state = write({ since: "2026-11-18T00:00:00Z", phase: 0.5, asked, files: [{ name: "D2300R11.html", foundAt: "2026-11-01" }] });
    const { probes }: { probes: Line[] } = await scout("plan", ...SAMPLE, "--state", state, "--watch", "2300");
    const names = probes.map(({ name }) => name);
    expect(names.slice(0, 1)).toEqual(["D4344R2.pdf"]);
    expect(names).not.toContain("D4344R2.html");
    // What was never asked for and is not urgent is spread over its time.
    expect(names).not.toContain("D4344R3.pdf");
    expect(names).toContain("D2300R12.html");
    expect(names).toContain("D2300R11.html");
    expect(names).not.toContain("D2300R11.pdf");
  });

  it("asks the less, the longer the base is", async () => {
    const state = write({ since: "2026-11-17" });
    const plans = await Promise.all([1, 40].map((base_hours) => scout("plan", ...SAMPLE, "--state", state, "--settings", write({ base_hours }))));
    expect(plans[0].count).toBeGreaterThan(10 * plans[1].count);
  });

  it("of sweep reads dates to the letter, as the original does", async () => {
    const index = write({
      P0100R0: { date: "2026-W40-1" },
      P0200R0: { date: "1 October 2026" },
      P0300R0: { date: "20261001" },
      P0400R0: { date: "2015-01-01" },
    });
    const settings = write({ frontier_window_above: 0, frontier_window_below: 0, hot_revision_depth: 1 });
    const { probes, tiers } = await scout("plan", "--policy", "sweep", "--index", index, "--today", "2026-11-18", "--settings", settings, "--cycle", "7");
    expect(probes.slice(0, 4)).toEqual(
      ["D0100R1.pdf", "D0100R1.html", "D0300R1.pdf", "D0300R1.html"].map((name) => ({
        name,
        tier: "recent",
        decision: "probe",
        reason: `next revision of P${name.slice(1, 5)}`,
      })),
    );
    expect(Object.keys(tiers)).toEqual(["recent", "cold"]);
  });

  const good = ["plan", ...SAMPLE];
  const sweep = [...good, "--policy", "sweep", "--settings"];
  const quiet = [...good, "--settings"];
  const state = [...good, "--state"];
  it.each<[name: string, args: string[], told: RegExp]>([
    ["no index", ["plan", "--today", "2026-11-18"], /--index FILE is missing; give/],
    ["no day", ["plan", "--index", INDEX], /--today is missing; give/],
    ["a day that is none", ["plan", "--index", INDEX, "--today", "2026-11-31"], /--today cannot be "2026-11-31"; give/],
    ["an unknown policy", [...good, "--policy", "loud"], /no policy "loud"; give/],
    ["an unknown option", [...good, "--loud"], /--loud.*help/],
    ["a stray word", [...good, "2300"], /"2300" belongs to no option; give/],
    ["an author for a number", [...good, "--watch", "Kuhl"], /"Kuhl" is no number of a paper; give/],
    ["an N paper", [...good, "--watch", "N4950"], /"N4950" is no number/],
    ["cycle 0", [...good, "--policy", "sweep", "--cycle", "0"], /--cycle cannot be "0"; give/],
    ["a cycle of quiet", [...good, "--cycle", "2"], /--cycle is for --policy sweep/],
    ["a state of sweep", [...good, "--policy", "sweep", "--state", write({})], /--state is for the policy quiet/],
    ["an index that is not there", ["plan", "--today", "2026-11-18", "--index", join(folder, "none.json")], /there is no file .*none\.json; give/],
    ["found files that are not there", [...good, "--discovered", join(folder, "none.txt")], /there is no file .*none\.txt; give/],
    ["found files that are a folder", [...good, "--discovered", folder], /cannot be read \(EISDIR\); give/],
    [
      "found files that are none",
      [...good, "--discovered", writeText("https://isocpp.org/files/papers/D2300R11.pdf\nhttps://isocpp.org/\n")],
      /holds "https:\/\/isocpp.org\/"; give/,
    ],
    ["settings that are no JSON", [...sweep, writeText("{")], /holds no JSON; give/],
    ["settings that are a list", [...sweep, write([])], /is JSON but no object; give/],
    ["an unknown setting", [...sweep, write({ hot_depth: 1 })], /there is no hot_depth; give .*hot_revision_depth/],
    ["a setting of the other policy", [...sweep, write({ base_hours: 1 })], /there is no base_hours; give/],
    ["a setting of the other policy, the other way", [...quiet, write({ gap_max_rev: 1 })], /there is no gap_max_rev; give .*base_hours/],
    ["no hours", [...quiet, write({ base_hours: 0 })], /base_hours must be a number of hours/],
    ["a setting as text", [...sweep, write({ gap_max_rev: "1" })], /gap_max_rev must be a whole number from 0 to 100/],
    ["a division by zero", [...sweep, write({ cold_cycle_divisor: 0 })], /cold_cycle_divisor must be a whole number from 1/],
    ["a range without end", [...sweep, write({ frontier_explicit_ranges: [{ max: 1e9 }] })], /frontier_explicit_ranges\.0\.max must be a whole number/],
    ["an unknown bound", [...sweep, write({ frontier_explicit_ranges: [{ from: 1 }] })], /there is no frontier_explicit_ranges\.0\.from/],
    ["an unknown prefix", [...sweep, write({ probe_prefixes: ["N"] })], /probe_prefixes\.0 must be D or P/],
    ["an extension twice", [...sweep, write({ probe_extensions: [".pdf", ".pdf"] })], /probe_extensions must be a list in which nothing stands twice/],
    ["an unknown part of the state", [...state, write({ seen: {} })], /there is no seen; give/],
    ["a name that is none", [...state, write({ asked: { "P2300.pdf": 0 } })], /asked\.P2300\.pdf must be a file such as/],
    ["a time that is none", [...state, write({ asked: { "D2300R11.pdf": "yesterday" } })], /asked\.D2300R11\.pdf must be a time/],
    ["a find without a time", [...state, write({ files: [{ name: "D2300R11.pdf" }] })], /files\.0\.foundAt is missing/],
    ["a phase of one", [...state, write({ phase: 1 })], /phase must be a number from 0 to below 1/],
  ])("ends with 2 and one line for %s", async (_name, args, told) => {
    const { stdout, stderr, code } = await answer(args);
    expect(stderr).toMatch(/^scout: .+\n$/);
    expect(stderr).toMatch(told);
    expect([stdout, code]).toEqual(["", 2]);
  });
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
  settings: object;
  expect: { frontier: number; count: number; tiers: object; decisions: object; sha256: string; first: string[]; last: string[]; lines?: string[] };
}

if (VECTORS) {
  const vectors: Vector[] = JSON.parse(readFileSync(VECTORS, "utf8"));
  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    "plan is the original's: %s",
    async (_, { expect: expected, ...vector }) => {
      const plan: { frontier: number; count: number; tiers: object; probes: Line[] } = await scout(
        ...["plan", "--policy", "sweep", "--index", sharedData(vector.index) ?? "", "--today", vector.today, "--cycle", String(vector.cycle)],
        ...(vector.watchedNumbers.length > 0 ? ["--watch", ...vector.watchedNumbers.map(String)] : []),
        ...["--discovered", writeText(vector.discovered.join("\n")), "--settings", write(vector.settings)],
      );
      const lines = plan.probes.map(({ name, tier }) => `${name} ${tier}`);
      expect([lines.slice(0, expected.first.length), lines.slice(-expected.last.length)]).toEqual([expected.first, expected.last]);
      if (expected.lines) expect(lines).toEqual(expected.lines);
      const { frontier, count, tiers } = plan;
      expect({ frontier, count, tiers, decisions: countBy(plan.probes, ({ decision }) => decision) }).toEqual({
        frontier: expected.frontier,
        count: expected.count,
        tiers: expected.tiers,
        decisions: expected.decisions,
      });
      expect(createHash("sha256").update(lines.join("\n")).digest("hex")).toBe(expected.sha256);
    },
    60_000,
  );
}

function write(json: unknown): string {
  return writeText(JSON.stringify(json));
}

function writeText(text: string): string {
  const file = join(folder, `${written++}.txt`);
  writeFileSync(file, text);
  return file;
}
