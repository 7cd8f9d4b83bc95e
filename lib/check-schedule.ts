import { type CheckOutcome, isFailure } from "./check-outcome.ts";
import type { CheckState } from "./store/schema.ts";

const MINUTE = 60_000;

/**
 * The state to write before a check starts. It already holds the next try and the outcome "interrupted", so that a
 * background killed at any later line has told the truth and is tried again: after 1, 2, 4 … minutes, at most the interval.
 */
export function claimCheck(state: CheckState, pollMinutes: number, now: number): CheckState {
  const attempts = state.attempts + 1;
  return { ...state, attempts, lastTriedAt: now, nextAt: now + retryDelayMs(attempts, pollMinutes), outcome: { kind: "interrupted" } };
}

/** The state to write when a check has ended. `retryAfterMs` is what the host asked for; it holds against "Check now" as well. */
export function settleCheck(state: CheckState, outcome: CheckOutcome, pollMinutes: number, now: number, retryAfterMs = 0): CheckState {
  if (!isFailure(outcome)) return { ...state, attempts: 0, nextAt: now + pollMinutes * MINUTE, notBefore: 0, lastSuccessAt: now, outcome };
  const notBefore = retryAfterMs > 0 ? now + retryAfterMs : 0;
  return { ...state, nextAt: Math.max(now + retryDelayMs(state.attempts, pollMinutes), notBefore), notBefore, outcome };
}

/** When the next check is due, epoch ms. A shortened interval counts at once. */
export function dueAt(state: CheckState, pollMinutes: number): number {
  return Math.max(Math.min(state.nextAt, state.lastTriedAt + pollMinutes * MINUTE), state.notBefore);
}

/** Until when the host wants no request, epoch ms; 0 where it may be asked. */
export function waitUntil(state: CheckState, now: number): number {
  return state.notBefore > now && !clockWasSetBack(state, now) ? state.notBefore : 0;
}

/** True where a check should start now. */
export function isDue(state: CheckState, pollMinutes: number, now: number): boolean {
  return dueAt(state, pollMinutes) <= now || clockWasSetBack(state, now);
}

/** Times written before the clock was set back lie in a future that may be far off; they must not stop the checking. */
function clockWasSetBack(state: CheckState, now: number): boolean {
  return state.lastTriedAt > now + MINUTE;
}

function retryDelayMs(attempts: number, pollMinutes: number): number {
  return Math.min(2 ** Math.min(attempts - 1, 16), pollMinutes) * MINUTE;
}
