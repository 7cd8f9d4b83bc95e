import { describe, expect, it } from "vitest";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import { asError, blameFor, endingOf, verdictOn } from "./courses.ts";

const MINUTE = 60_000;
const NETWORK = ["network", "person", "start"];
const PERSON = ["person", "start"];

type Ending = "final" | "another attempt" | { hastenedBy: string[]; longestMs?: number };

const later = (hastenedBy: string[]): Ending => ({ hastenedBy });
const withinAnHour = (hastenedBy: string[]): Ending => ({ hastenedBy, longestMs: 60 * MINUTE });

/** Every failure there is: how a job ends by it that a schedule brings back, how one that nothing brings back, what it says of the host, and to what it is laid among many files. */
const TABLE: Record<
  CheckFailure["kind"],
  [failure: CheckFailure, comesBack: Ending, alone: Ending, verdict: Verdict["kind"], blame: ReturnType<typeof blameFor>]
> = {
  offline: [{ kind: "offline" }, later(NETWORK), later(NETWORK), "none", "host"],
  unreachable: [{ kind: "unreachable", detail: "Failed to fetch" }, later(NETWORK), later(NETWORK), "silent", "either"],
  timeout: [{ kind: "timeout" }, later(NETWORK), later(NETWORK), "silent", "file"],
  "cut-off": [{ kind: "cut-off" }, "final", withinAnHour(NETWORK), "strike", "host"],
  "rate-limited": [{ kind: "rate-limited" }, "final", withinAnHour(PERSON), "strike", "host"],
  "server-error": [{ kind: "server-error", status: 500 }, "final", withinAnHour(PERSON), "strike", "file"],
  "not-found": [{ kind: "not-found" }, "final", "final", "none", "file"],
  refused: [{ kind: "refused", status: 403 }, "final", "final", "none", "file"],
  "too-large": [{ kind: "too-large", megabytes: 1 }, "final", "final", "none", "file"],
  "not-allowed": [{ kind: "not-allowed" }, later(["permission", ...PERSON]), later(["permission", ...PERSON]), "none", "host"],
  "storage-full": [{ kind: "storage-full" }, later(PERSON), later(PERSON), "none", "host"],
  html: [{ kind: "html" }, "final", "final", "none", "host"],
  "not-json": [{ kind: "not-json" }, "final", "final", "none", "host"],
  "not-object": [{ kind: "not-object" }, "final", "final", "none", "host"],
  "no-papers": [{ kind: "no-papers" }, "final", "final", "none", "host"],
  "sudden-loss": [{ kind: "sudden-loss", missing: 3 }, "final", "final", "none", "host"],
  interrupted: [{ kind: "interrupted" }, "another attempt", "another attempt", "none", "host"],
};
const ROWS = Object.values(TABLE);

function expected(failure: CheckFailure, ending: Ending): object {
  const error = { kind: failure.kind, message: JSON.stringify(failure) };
  if (ending === "final") return { final: true, error };
  return ending === "another attempt" ? { error } : { putOff: { ...error, ...ending } };
}

describe("a failure", () => {
  it.each(ROWS)("%j ends a job whose schedule asks again so: %j", (failure, comesBack) => {
    expect(endingOf(failure, true)).toEqual(expected(failure, comesBack));
  });

  it.each(ROWS.map(([failure, , alone]) => [failure, alone] as const))("%j ends a job that nothing brings back so: %j", (failure, alone) => {
    expect(endingOf(failure, false)).toEqual(expected(failure, alone));
  });

  it.each(ROWS.map(([failure, , , verdict]) => [failure, verdict] as const))("%j says of the host: %s", (failure, verdict) => {
    expect(verdictOn(failure)).toMatchObject({ kind: verdict, ...((verdict === "strike" || verdict === "silent") && { error: asError(failure) }) });
  });

  it.each(ROWS.map(([failure, , , , blame]) => [failure, blame] as const))("%j of one of many files is laid to: %s", (failure, blame) => {
    expect(blameFor(failure)).toBe(blame);
  });

  it("is the host's, and no file's, where that says that it cannot serve anybody", () => {
    expect(blameFor({ kind: "server-error", status: 503 })).toBe("host");
  });

  it.each(ROWS.map(([failure]) => failure))("%j with a wait that the host asks for is granted, and counts against it", (failure) => {
    expect(verdictOn(failure, 120_000)).toEqual({ kind: "strike", error: asError(failure), retryAfterMs: 120_000 });
    expect(verdictOn(failure, 0)).toMatchObject({ kind: "strike", retryAfterMs: 0 });
  });

  it.each([
    ["is an answer", { kind: "refused", status: 403 }, true],
    ["is what an answer held", { kind: "html" }, true],
    ["comes of no network", { kind: "offline" }, false],
    ["comes of no permission", { kind: "not-allowed" }, false],
  ] as const)("that %s says whether the host is there", (_, failure, heard) => {
    expect(verdictOn(failure)).toEqual({ kind: "none", heard });
  });

  it("is kept in words that tell it from all others of its kind", () => {
    expect(asError({ kind: "server-error", status: 502 })).toEqual({ kind: "server-error", message: '{"kind":"server-error","status":502}' });
  });
});
