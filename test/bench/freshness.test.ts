import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeTimeline } from "../replay/write-timeline.ts";

const DAY = 24 * 60 * 60_000;
const BEGINS = Date.parse("2019-01-01");

describe("the benches of the policies at the terminal", () => {
  const folder = mkdtempSync(join(tmpdir(), "paperscout-freshness-"));
  const picture = join(folder, "freshness.svg");
  const later = join(folder, "later.json");
  beforeAll(() => {
    writeSmallTimeline(folder);
    writeFileSync(later, "{}");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("freshness tells requests and delays of each policy, and draws them", () => {
    const { stdout, stderr, status } = run(
      "freshness",
      "--timeline",
      folder,
      "--index",
      later,
      "--lead",
      "on-date",
      "--from",
      "2019-03-01",
      "--to",
      "2019-03-21",
      "--out",
      picture,
      "--json",
    );
    expect(stderr).toBe("");
    const { targets, details } = JSON.parse(stdout);
    expect(status).toBe(targets.every(({ ok }: { ok: boolean }) => ok) ? 0 : 1);
    expect(targets.map(({ name }: { name: string }) => name)).toEqual([
      expect.stringContaining("requests"),
      ...Array(4).fill(expect.stringContaining("sweep")),
    ]);
    const [sweep, slow, ...others] = details.policies;
    expect(others.map(({ policy }: { policy: string }) => policy)).toEqual([
      expect.stringContaining("uniform"),
      expect.stringContaining("former"),
      ...Array(4).fill(expect.stringContaining("quiet")),
    ]);
    // Of each of the 20 days one paper, all on their dates; all is hot to the sweep, which so finds each in half an hour.
    expect(sweep).toMatchObject({ policy: "sweep", drafts: expect.any(Number), "missed %": 0 });
    expect(sweep.drafts).toBeGreaterThan(10);
    expect(sweep["p95 h"]).toBeLessThanOrEqual(0.5);
    expect(slow["p95 h"]).toBeLessThanOrEqual(5);
    expect(slow["median h"]).toBeGreaterThan(sweep["median h"]);
    for (const { policy, ...told } of others)
      expect([policy, told["requests/day"] < sweep["requests/day"], told["median h"] > 0]).toEqual([policy, true, true]);
    expect(readFileSync(picture, "utf8")).toMatch(/^<svg .*<desc .*sweep: \d+ requests a day/s);
  });

  it.each<[what: string, bench: string, args: string[], told: RegExp]>([
    ["a folder that is not there", "freshness", ["--timeline", "/nowhere"], /\/nowhere/],
    ["an unknown model", "freshness", ["--timeline", folder, "--lead", "toString"], /toString.*base.*burst/],
    ["a day that is none", "freshness", ["--timeline", folder, "--to", "soon"], /soon/],
    ["days before the index", "freshness", ["--timeline", folder, "--from", "2018-01-01"], /2019-01-01/],
    ["a base of nothing", "freshness", ["--timeline", folder, "--base", "0"], /0/],
    ["half a client", "swarm", ["--timeline", folder, "--clients", "0.5"], /0\.5/],
    ["a timeline that ends too soon", "swarm", ["--timeline", folder, "--index", later], /mid-2019/],
  ])("say in one line what is wrong with %s", (_, bench, args, told) => {
    const { stdout, stderr, status } = run(bench, ...args);
    expect(stderr).toMatch(/^(freshness|swarm): .+\n$/);
    expect(stderr).toMatch(told);
    expect([stdout, status]).toEqual(["", 2]);
  });
});

function run(bench: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, `${bench}.ts`), ...args], { encoding: "utf8" });
}

/** Sixty papers of 2018, and one more on each day, ten days after its date: a new number and a next revision in turn. */
function writeSmallTimeline(folder: string): void {
  const isoDay = (day: number) => new Date(BEGINS + day * DAY).toISOString().slice(0, 10);
  const paper = (day: number) => ({ type: "paper", title: "T", author: "A", date: isoDay(day) });
  let index: Record<string, object> = {};
  for (let number = 1; number <= 60; number++) index[id(number, 0)] = paper(-number);
  const days: [string, Record<string, object>][] = [[isoDay(0), index]];
  for (let day = 1; day <= 90; day++) {
    index = { ...index, [day % 2 === 0 ? id(60 + day / 2, 0) : id(60 - (day - 1) / 2, 1)]: paper(day - 10) };
    days.push([isoDay(day), index]);
  }
  writeTimeline(folder, days);
}

function id(number: number, revision: number): string {
  return `P${String(number).padStart(4, "0")}R${revision}`;
}
