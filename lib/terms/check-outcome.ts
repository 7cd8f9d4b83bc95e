/** How one look at a source ended. All but the first three leave the old index in place. Each has its sentence in _locales, `outcome_<kind>`. */
export type CheckOutcome = { kind: "baseline"; papers: number } | { kind: "changed"; added: number; changed: number } | { kind: "unchanged" } | CheckFailure;

/** `detail`: what the browser said itself, not translated. */
export type CheckFailure =
  /** The browser says that there is no network. */
  | { kind: "offline"; detail?: string }
  /** No answer: name not resolved, connection refused or reset, certificate not trusted. */
  | { kind: "unreachable"; detail?: string }
  | { kind: "timeout"; detail?: string }
  | { kind: "cut-off"; detail?: string }
  | { kind: "too-large"; megabytes: number }
  /** The person has taken the permission for the host away. */
  | { kind: "not-allowed" }
  | { kind: "not-found" }
  | { kind: "rate-limited" }
  /** A status that is none of the others, 401 and 403 among them. */
  | { kind: "refused"; status: number }
  | { kind: "server-error"; status: number }
  | { kind: "html" }
  | { kind: "not-json" }
  | { kind: "not-object" }
  | { kind: "no-papers" }
  | { kind: "sudden-loss"; missing: number }
  | { kind: "storage-full" }
  /** A fault of PaperScout itself, or a check that was killed before it ended. */
  | { kind: "interrupted" };

const SUCCESSES: readonly string[] = ["baseline", "changed", "unchanged"] satisfies CheckOutcome["kind"][];

export function isFailure(outcome: CheckOutcome): outcome is CheckFailure {
  return !SUCCESSES.includes(outcome.kind);
}
