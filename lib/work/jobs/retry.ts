import type { JobError } from "../rows.ts";

/** How long to wait before the next attempt. Delays in ms; `maxMs` bounds them. */
export interface Retry {
  wait: "constant" | "linear" | "exponential";
  delayMs: number;
  maxMs: number;
  /** The part of an exponential delay that is left to chance, 0 to 1, so that many do not come back at once. */
  jitter?: number;
  /** Other ways for errors of that kind; "never" where another attempt is of no use. */
  byError?: Record<string, Retry | "never">;
}

/** The delay after that many attempts, undefined where there shall be none. `random` lies in [0, 1). */
export function retryDelayMs(retry: Retry, attempts: number, error: JobError, random: number): number | undefined {
  const other = retry.byError && Object.hasOwn(retry.byError, error.kind) ? retry.byError[error.kind] : undefined;
  if (other === "never") return undefined;
  const { wait, delayMs, maxMs, jitter = 0 } = other ?? retry;
  const growth = { constant: 1, linear: attempts, exponential: 2 ** Math.min(attempts - 1, 40) }[wait];
  const delay = Math.min(delayMs * growth, maxMs);
  return Math.round(wait === "exponential" ? delay * (1 - jitter * random) : delay);
}
