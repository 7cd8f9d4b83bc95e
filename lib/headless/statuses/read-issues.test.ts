import { describe, expect, it } from "vitest";
import { issue } from "../../../test/headless/sample-issues.ts";
import { readIssues } from "./read-issues.ts";

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const read = (...issues: unknown[]) => readIssues(bytesOf(issues));

describe("where a paper stands", () => {
  it("is read off its issue, raw", () => {
    const one = issue(1054, "P4123 R10 Contracts that cannot be proved", "2026-10-02T12:00:01Z", {
      state: "closed",
      state_reason: "completed",
      labels: [{ id: 1, name: "LWG" }, { name: "C++29" }, "size - small"],
      milestone: { title: "2026-telecon" },
    });
    expect(read(one)).toEqual({
      issues: 1,
      last: "2026-10-02T12:00:01Z",
      statuses: [
        {
          series: "P4123",
          at: Date.UTC(2026, 9, 2, 12, 0, 1),
          issue: 1054,
          state: "closed",
          reason: "completed",
          labels: ["LWG", "C++29", "size - small"],
          milestone: "2026-telecon",
        },
      ],
    });
  });

  it.each([
    ["P0019R8 Atomics", "P0019"],
    ["p2300 std::execution", "P2300"],
    ["P3999", "P3999"],
    [" P10001 R0 Later", "P10001"],
    ["P2300R10: said so", "P2300"],
  ])("belongs to the paper with which the title begins: %s", (title, series) => {
    expect(read(issue(1, title))).toMatchObject({ statuses: [{ series }] });
  });

  it.each(["N4950 Working draft", "Agenda of P2300", "P23 x", "P2300x y", "P00019 too many zeros", "P2300Ré x", ""])("no other issue is one: %s", (title) => {
    expect(read(issue(1, title))).toMatchObject({ issues: 1, statuses: [] });
  });

  it.each<[string, unknown]>([
    ["a request to pull", { ...issue(1, "P2300 R1 x"), pull_request: {} }],
    ["without a time", { ...issue(1, "P2300 R1 x"), updated_at: "yesterday" }],
    ["in a third state", { ...issue(1, "P2300 R1 x"), state: "lost" }],
    ["number 0", issue(0, "P2300 R1 x")],
    ["nothing", null],
    ["text", "P2300"],
  ])("what is none is passed by: %s", (_, odd) => {
    expect(read(odd, issue(2, "P2301 R0 y"))).toMatchObject({ issues: 2, statuses: [{ series: "P2301" }] });
  });

  it("has texts that are plain and not too long", () => {
    const labels = Array.from({ length: 60 }, (_, place) => ({ name: `\u202e${place} ${"x".repeat(300)}` }));
    const [status] = (
      read(issue(1, "P2300 R1 x", undefined, { labels, milestone: { title: "y".repeat(500) } })) as { statuses: { labels: string[]; milestone: string }[] }
    ).statuses;
    expect(status?.labels).toHaveLength(40);
    expect([status?.labels[0]?.length, status?.labels[0]?.slice(0, 3), status?.milestone.length]).toEqual([100, "0 x", 100]);
  });
});

it.each([
  ["<html>", "not-json"],
  ["", "not-json"],
  ['{"message":"Not Found"}', "not-a-list"],
])("an answer that is no list is nothing: %s", (text, what) => {
  expect(readIssues(bytesOf(text))).toBe(what);
});
