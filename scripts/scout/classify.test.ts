import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { saySampleStandsIn, sharedData } from "../../test/data.ts";
import { answer } from "./answer.ts";
import { scout } from "./scout.ts";

const NOW = ["--now", "2024-07-03T12:00:00Z"];

describe("classify", () => {
  it.each<[args: string[], answer: object]>([
    [["Tue, 02 Jul 2024 11:59:59 GMT"], { is_recent: false, last_modified: "2024-07-02T11:59:59+00:00", stat: "hit_old" }],
    [["Tue, 02 Jul 2024 11:59:59 GMT", "--hours", "25"], { is_recent: true, last_modified: "2024-07-02T11:59:59+00:00", stat: "hit_recent" }],
    [["Wed, 03 Jul 2024 13:30:00 +0530"], { is_recent: true, last_modified: "2024-07-03T13:30:00+05:30", stat: "hit_recent" }],
    [["Wed, 03 Jul 2024 01:30:00 EST"], { is_recent: true, last_modified: "2024-07-03T01:30:00-05:00", stat: "hit_recent" }],
    [["garbage"], { is_recent: true, last_modified: null, stat: "hit_no_lm" }],
    [[], { is_recent: true, last_modified: null, stat: "hit_no_lm" }],
  ])("%j", async (args, answer) => expect(await scout("classify", ...NOW, ...args)).toEqual(answer));

  it.each<[name: string, args: string[], told: RegExp]>([
    ["no time", ["garbage"], /--now is missing; give/],
    ["no such day", ["--now", "2024-02-31"], /--now cannot be "2024-02-31"; give/],
    ["a time without a zone", ["--now", "2024-07-03T12:00:00"], /--now cannot be/],
    ["hours in words", [...NOW, "--hours", "many"], /--hours cannot be "many"; give/],
    ["a header without quotes", [...NOW, "Wed,", "03"], /2 headers are given; give one/],
    ["an unknown option", [...NOW, "--loud"], /--loud.*help/],
  ])("ends with 2 and one line for %s", async (_name, args, told) => {
    const { stdout, stderr, code } = await answer(["classify", ...args]);
    expect(stderr).toMatch(/^scout: .+\n$/);
    expect(stderr).toMatch(told);
    expect([stdout, code]).toEqual(["", 2]);
  });
});

const VECTORS = sharedData("vectors/last-modified.json");
if (!VECTORS) saySampleStandsIn("vectors/last-modified.json");

if (VECTORS) {
  const { now, alertModifiedHours, rows } = JSON.parse(readFileSync(VECTORS, "utf8")) as {
    now: string;
    alertModifiedHours: number;
    rows: { header: string | null }[];
  };
  it.each(rows.map(({ header, ...answer }) => [header, answer] as const))("classify has %j as the original has it", async (header, answer) => {
    expect(await scout("classify", "--now", now, "--hours", String(alertModifiedHours), ...(header === null ? [] : [header]))).toEqual(answer);
  });
}
