import { basename, relative } from "node:path";

/** @typedef {{ passed: number, failed: number, note?: string, details: string[], slowest?: { name: string, ms: number }[] }} StepResult `details`: what to show of a failure; `slowest`: files of tests that took long */

const MESSAGE_LINES = 12;
/** A file that takes less is not slow. */
const SLOW_MS = 20_000;
/** Frames of a stack that lie in somebody else's code. */
const NOT_OURS = /^ +at .*(node_modules|\(node:|<anonymous>)/;

/**
 * Reads vitest's JSON report. A file that could not even be loaded counts as one failed test.
 * @param {any} report
 * @returns {StepResult}
 */
export function readVitestReport(report) {
  const { numPassedTests: passed, numPendingTests = 0, numTodoTests = 0, testResults = [] } = report;
  const skipped = numPendingTests + numTodoTests;
  const details = testResults.flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
    if (failed.length === 0 && file.status === "failed") return [describe(file.name, [file.message])];
    return failed.map((/** @type {any} */ test) => describe(`${file.name} > ${test.fullName}`, test.failureMessages));
  });
  const slowest = testResults
    .map((/** @type {any} */ { name, startTime, endTime }) => ({ name: basename(name), ms: endTime - startTime }))
    .filter((/** @type {{ ms: number }} */ { ms }) => ms >= SLOW_MS);
  return { passed, failed: details.length, details, slowest, ...(skipped > 0 && { note: `${skipped} skipped` }) };
}

/**
 * @param {string} name
 * @param {string[]} messages
 */
function describe(name, messages) {
  const lines = messages
    .join("\n")
    .trim()
    .split("\n")
    .filter((line) => !NOT_OURS.test(line))
    .slice(0, MESSAGE_LINES);
  return [`FAILED ${relative(process.cwd(), name)}`, ...lines.map((line) => `  | ${line}`)].join("\n");
}

/**
 * Reads the JSON report of web-ext lint. Each error or warning whose code is not accepted is a reason to fail.
 * @param {any} report
 * @param {Record<string, string>} accepted code -> why it is no problem
 * @returns {StepResult}
 */
export function readWebExtReport(report, accepted) {
  const findings = [...report.errors, ...report.warnings];
  const details = findings
    .filter(({ code }) => !Object.hasOwn(accepted, code))
    .map(({ _type, code, message, file, line }) => `${_type} ${code}: ${message} (${file ?? "manifest.json"}${line ? `:${line}` : ""})`);
  const known = findings.length - details.length;
  return { passed: details.length === 0 ? 1 : 0, failed: details.length === 0 ? 0 : 1, details, ...(known > 0 && { note: `${known} accepted` }) };
}
