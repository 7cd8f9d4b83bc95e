import type { JobError, LaneRow } from "../rows.ts";

/** Bad answers in a row after which a host is left alone for longer. */
export const BREAKS_AT = 5;
const LONGEST_WAIT_MS = 5 * 60_000;
const BREAK_MS = 30 * 60_000;
const LONGEST_BREAK_MS = 6 * 60 * 60_000;

/** What an answer says of the host: all is well, it had rather not be asked, or nothing (no network on our side). */
export type Verdict = { kind: "ok" } | { kind: "strike"; error: JobError; retryAfterMs?: number | undefined } | { kind: "none" };

export type Breaker = "closed" | "open" | "trying";

/** True where a slice of work may begin to ask this host. */
export function isFree({ paused, nextAt }: LaneRow, now: number): boolean {
  return !paused && nextAt <= now;
}

/** The lane after an answer that came that long after its request. A host that asks for time gets it; one that only fails gets twice its own time and 5 s, doubled each time. */
export function afterAnswer(lane: LaneRow, verdict: Verdict, tookMs: number, now: number): LaneRow {
  if (verdict.kind === "none") return lane;
  if (verdict.kind === "ok") return { ...lane, strikes: 0, lastOkAt: now };
  const askedUntil = Math.max(lane.askedUntil, now + (verdict.retryAfterMs ?? Number.NEGATIVE_INFINITY));
  // One hiccup spoils all requests under way; only what was asked after it can be another.
  if (lane.strikes > 0 && lane.lastError && now - tookMs <= lane.lastError.at) return { ...lane, askedUntil, nextAt: Math.max(lane.nextAt, askedUntil) };
  const strikes = lane.strikes + 1;
  const own = Math.min((2 * tookMs + 5_000) * 2 ** Math.min(lane.strikes, 20), LONGEST_WAIT_MS);
  const broken = strikes < BREAKS_AT ? 0 : Math.min(BREAK_MS * 2 ** Math.min(strikes - BREAKS_AT, 10), LONGEST_BREAK_MS);
  const waitMs = Math.max(verdict.retryAfterMs ?? own, broken);
  return { ...lane, strikes, askedUntil, nextAt: Math.max(lane.nextAt, now + waitMs), lastError: { ...verdict.error, at: now } };
}

/** The lane as a person wants it: asked as soon as the gap, and what the host asked for itself, are over. */
export function hastened(lane: LaneRow, now: number): LaneRow {
  return { ...lane, nextAt: Math.min(lane.nextAt, Math.max(now + lane.gapMs, lane.askedUntil)) };
}

/** What a holder knows of the lane, with what was decided of it since. */
export function ruled(lane: LaneRow, { paused, cap, gapMs, jitter = 0 }: LaneRow): LaneRow {
  return { ...lane, paused, cap, gapMs, jitter };
}

/** The lane by a clock that was set back by that much. */
export function movedBack({ lastOkAt, lastError, ...lane }: LaneRow, back: number): LaneRow {
  return {
    ...lane,
    nextAt: lane.nextAt - back,
    askedUntil: lane.askedUntil - back,
    ...(lastOkAt !== undefined && { lastOkAt: lastOkAt - back }),
    ...(lastError && { lastError: { ...lastError, at: lastError.at - back } }),
  };
}

/** The lane with a rest of one gap from that moment on. */
export function rested(lane: LaneRow, from: number): LaneRow {
  return { ...lane, nextAt: Math.max(lane.nextAt, from + lane.gapMs) };
}

/** Open: not asked until nextAt. Trying: the time is over, and one good answer closes it. */
export function breakerOf({ strikes, nextAt }: Pick<LaneRow, "strikes" | "nextAt">, now: number): Breaker {
  if (strikes < BREAKS_AT) return "closed";
  return nextAt > now ? "open" : "trying";
}
