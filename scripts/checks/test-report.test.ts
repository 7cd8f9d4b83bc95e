import { describe, expect, it } from "vitest";
import { readVitestReport, readWebExtReport } from "./test-report.mjs";

const file = (status: string, ...assertionResults: object[]) => ({ name: "/project/a.test.ts", status, message: "Cannot find module", assertionResults });
const test = (status: string) => ({
  status,
  fullName: "counts things",
  failureMessages: status === "failed" ? ["Error: 1 is not 2\n    at /project/a.test.ts:3:1\n    at run (file:///project/node_modules/vitest/x.js:1:1)"] : [],
});

describe("vitest's report", () => {
  it("counts passed and failed tests, and names the failed ones without the frames of others", () => {
    const result = readVitestReport({ numPassedTests: 2, testResults: [file("failed", test("passed"), test("failed"), test("passed"))] });
    expect(result).toMatchObject({ passed: 2, failed: 1 });
    expect(result.details).toEqual([expect.stringMatching(/a\.test\.ts > counts things\n {2}\| Error: 1 is not 2\n.*a\.test\.ts:3:1$/)]);
  });

  it("counts a file that could not be loaded as a failed test", () => {
    const result = readVitestReport({ numPassedTests: 0, testResults: [file("failed")] });
    expect(result).toMatchObject({ passed: 0, failed: 1, details: [expect.stringContaining("Cannot find module")] });
  });

  it("mentions tests that were skipped", () => {
    expect(readVitestReport({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [file("passed", test("passed"))] })).toEqual({
      passed: 1,
      failed: 0,
      details: [],
      slowest: [],
      note: "3 skipped",
    });
  });

  it("names the files that took long", () => {
    const timed = (name: string, seconds: number) => ({ ...file("passed", test("passed")), name, startTime: 5_000, endTime: 5_000 + seconds * 1_000 });
    expect(readVitestReport({ numPassedTests: 2, testResults: [timed("/project/a.test.ts", 19), timed("/project/b.test.ts", 20)] }).slowest).toEqual([
      { name: "b.test.ts", ms: 20_000 },
    ]);
  });
});

describe("web-ext's report", () => {
  const finding = { _type: "warning", code: "UNSAFE_VAR_ASSIGNMENT", message: "Unsafe assignment to innerHTML", file: "popup.js", line: 1 };

  it("passes without errors and warnings; notices do not count", () => {
    expect(readWebExtReport({ errors: [], notices: [finding], warnings: [] }, {})).toEqual({ passed: 1, failed: 0, details: [] });
  });

  it("passes where each finding is accepted, and says how many were", () => {
    expect(readWebExtReport({ errors: [], warnings: [finding] }, { UNSAFE_VAR_ASSIGNMENT: "why" })).toEqual({
      passed: 1,
      failed: 0,
      details: [],
      note: "1 accepted",
    });
  });

  it("fails on any other", () => {
    const error = { _type: "error", code: "MANIFEST_ICON_NOT_FOUND", message: "An icon is missing" };
    const result = readWebExtReport({ errors: [error], warnings: [finding] }, { UNSAFE_VAR_ASSIGNMENT: "why" });
    expect(result).toMatchObject({ passed: 0, failed: 1, details: ["error MANIFEST_ICON_NOT_FOUND: An icon is missing (manifest.json)"] });
  });
});
