import type { JobError, JobRow } from "../../work/rows.ts";
import type { CheckState, IndexState } from "../database/state-rows.ts";
import type { WorkOverview } from "./read-work.ts";

interface DiagnosticsInput {
  version: string;
  /** As it names itself. */
  browser: string;
  language: string;
  now: number;
  work: WorkOverview;
  index: IndexState | undefined;
  check: CheckState | undefined;
  /** Only what the person ticked. */
  watches: string[];
}

/** Jobs that never see a watch or a match. What others fail with may quote one, so of those only the kind of the error is told. */
const KNOWS_NO_WATCH = ["check-index", "compare-index", "check-listing", "probe-drafts", "watch-over", "tidy"];

/**
 * How the work stands, as plain text for whoever shall help. Of what a person watches it holds what `watches` says and
 * nothing else: no arguments of jobs, no papers, no lists. Not translated: who reads it need not know the person's language.
 */
export function diagnosticsText({ version, browser, language, now, work, index, check, watches }: DiagnosticsInput): string {
  const { lanes, schedules, cursors, counts, failed, lastEndedAt, fenced, permits } = work;
  return [
    `PaperScout ${version}`,
    `time: ${iso(now)}`,
    `browser: ${browser}`,
    `language: ${language}`,
    `jobs at once: ${permits ?? "unknown"}`,
    `last job ended: ${iso(lastEndedAt)}`,
    `fenced outcomes: ${fenced ? `${fenced.count}, last ${iso(fenced.at)}` : 0}`,
    `index: ${index ? `${index.papers} papers, ${index.skipped} skipped, changed ${iso(index.changedAt)}, ETag ${index.etag ? "yes" : "no"}` : "none"}`,
    `check: ${check ? checkLine(check) : "never"}`,
    ...part(
      "hosts",
      lanes.map(
        ({ host, paused, nextAt, strikes, lastOkAt, lastError }) =>
          `${host}: ${paused ? "paused, " : ""}next ${iso(nextAt)}, bad answers ${strikes}, last good ${iso(lastOkAt)}${lastError ? `, last error ${iso(lastError.at)} ${errorOf(lastError)}` : ""}`,
      ),
    ),
    ...part(
      "schedules",
      schedules.map(({ id, everyMs, nextAt, lastDoneAt }) => `${id}: every ${everyMs / 60_000} min, next ${iso(nextAt)}, last ended well ${iso(lastDoneAt)}`),
    ),
    ...part(
      "listeners",
      cursors.map(
        ({ name, paused, forward, backward, behind, total, generation, done, spentMs, faults, firstFaults }) =>
          `${name}: ${paused ? "paused, " : ""}forward ${forward ?? "-"}, backward ${backward ?? "-"}, behind ${behind} of ${total}, generation ${generation}, done ${done} in ${spentMs} ms, faults ${faults}${firstFaults.map(({ seq, error }) => ` [${seq} ${error.kind}]`).join("")}`,
      ),
    ),
    ...part("jobs", [
      Object.entries(counts)
        .map(([state, count]) => `${state} ${count}`)
        .join(", "),
    ]),
    ...part("failed jobs", failed.map(failedLine)),
    ...part("watches", watches),
    "",
  ].join("\n");
}

function part(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function checkLine({ attempts, lastTriedAt, lastSuccessAt, outcome }: CheckState): string {
  return `tried ${iso(lastTriedAt)}, succeeded ${iso(lastSuccessAt)}, attempts since ${attempts}, outcome ${JSON.stringify(outcome) ?? "none"}`;
}

function failedLine({ kind, attempts, maxAttempts, createdAt, endedAt, error }: JobRow): string {
  const told = error && (KNOWS_NO_WATCH.includes(kind) && error.kind !== "invalid-arguments" ? errorOf(error) : error.kind);
  return `${kind}: ${attempts} of ${maxAttempts} attempts, asked for ${iso(createdAt)}, ended ${iso(endedAt)}, ${told ?? "no error"}`;
}

/** On one line, whatever the message holds. */
function errorOf({ kind, message }: JobError): string {
  return `${kind} ${JSON.stringify(message)}`;
}

function iso(at: number | undefined): string {
  return at === undefined || at === 0 ? "never" : new Date(at).toISOString();
}
