import type { CheckFailure } from "../../terms/check-outcome.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { JobError } from "../../work/rows.ts";
import type { Failure, Hastener } from "../../work/work.ts";

/** What follows from one kind of trouble. */
interface Course {
  /**
   * What becomes of the job. "final": asked again it would be the same, until what is asked for is another. "slot": it is
   * the host's trouble, so the next slot of the schedule asks again, or a later attempt where there is no schedule.
   * "later": nobody's fault, the job waits and counts no attempt. "retry": a fault of our own, another attempt.
   */
  ending: "final" | "slot" | "later" | "retry";
  /** Whether it counts against the host; "alone": only where another host has answered since, else our own network is as likely to blame. */
  strikes: "no" | "yes" | "alone";
  /**
   * What trouble with one of many files is laid to. "file": asked for again, this file is as likely to fail again, so it
   * has had its turn. "host": nothing more is to be asked for now. "either": to the file where the host answered for others.
   */
  laidTo: "file" | "host" | "either";
  /** Who ends the waiting of what was put off for it. */
  hastenedBy: readonly Hastener[];
}

const NETWORK: readonly Hastener[] = ["network", "person", "start"];
const PERSON: readonly Hastener[] = ["person", "start"];
const UNREADABLE: Course = { ending: "final", strikes: "no", laidTo: "host", hastenedBy: PERSON };

/** The one table of what goes wrong and what is done about it. */
const COURSES: Record<CheckFailure["kind"], Course> = {
  offline: { ending: "later", strikes: "no", laidTo: "host", hastenedBy: NETWORK },
  unreachable: { ending: "later", strikes: "alone", laidTo: "either", hastenedBy: NETWORK },
  timeout: { ending: "later", strikes: "alone", laidTo: "file", hastenedBy: NETWORK },
  "cut-off": { ending: "slot", strikes: "yes", laidTo: "host", hastenedBy: NETWORK },
  "rate-limited": { ending: "slot", strikes: "yes", laidTo: "host", hastenedBy: PERSON },
  "server-error": { ending: "slot", strikes: "yes", laidTo: "file", hastenedBy: PERSON },
  "not-found": { ending: "final", strikes: "no", laidTo: "file", hastenedBy: PERSON },
  refused: { ending: "final", strikes: "no", laidTo: "file", hastenedBy: PERSON },
  "too-large": { ending: "final", strikes: "no", laidTo: "file", hastenedBy: PERSON },
  "not-allowed": { ending: "later", strikes: "no", laidTo: "host", hastenedBy: ["permission", ...PERSON] },
  "storage-full": { ending: "later", strikes: "no", laidTo: "host", hastenedBy: PERSON },
  html: UNREADABLE,
  "not-json": UNREADABLE,
  "not-object": UNREADABLE,
  "no-papers": UNREADABLE,
  "sudden-loss": UNREADABLE,
  interrupted: { ending: "retry", strikes: "no", laidTo: "host", hastenedBy: PERSON },
};

/** Without a schedule that asks again, what is the host's trouble is tried again after that time at the latest. */
const LONGEST_MS = 60 * 60_000;

/** A failure as the work's rows keep it. */
export function asError(failure: CheckFailure): JobError {
  return { kind: failure.kind, message: JSON.stringify(failure) };
}

/** How a job ends, or is put off, by this failure; `comesBack` where a schedule asks again anyway. */
export function endingOf(failure: CheckFailure, comesBack: boolean): Failure {
  const { ending, hastenedBy } = COURSES[failure.kind];
  const error = asError(failure);
  if (ending === "retry") return { error };
  if (ending === "final" || (ending === "slot" && comesBack)) return { final: true, error };
  return { putOff: { ...error, hastenedBy, ...(ending === "slot" && { longestMs: LONGEST_MS }) } };
}

/** What a failure says of the host that was asked; a wait that it asked for is always granted. */
export function verdictOn(failure: CheckFailure, retryAfterMs?: number): Verdict {
  const error = asError(failure);
  const { strikes } = COURSES[failure.kind];
  if (retryAfterMs !== undefined || strikes === "yes") return { kind: "strike", error, retryAfterMs };
  if (strikes === "alone") return { kind: "silent", error };
  return { kind: "none", heard: failure.kind !== "offline" && failure.kind !== "not-allowed" };
}

/** Whom to blame where one of many files could not be had. */
export function blameFor(failure: CheckFailure): Course["laidTo"] {
  return failure.kind === "server-error" && failure.status === 503 ? "host" : COURSES[failure.kind].laidTo;
}
