import type { JobError, LaneRow } from "../rows.ts";

/** Bad answers in a row after which a host counts as broken. */
export const BREAKS_AT = 5;
/** Of our own accord no host is left alone for longer: nobody tells us when it is well again. */
export const LONGEST_REST_MS = 5 * 60_000;
/** What a host may ask for. */
export const LONGEST_ASKED_MS = 24 * 60 * 60_000;

/**
 * What an answer says of the host: all is well, it had rather not be asked, or nothing but that it is there (`heard`).
 * "silent" where no answer came at all: our own network may be to blame for that.
 */
export type Verdict =
  | { kind: "ok" }
  | { kind: "strike"; error: JobError; retryAfterMs?: number | undefined }
  | { kind: "silent"; error: JobError }
  | { kind: "none"; heard?: boolean };

export type Breaker = "closed" | "open" | "trying";

/** True where a slice of work may begin to ask this host. */
export function isFree(lane: LaneRow, now: number): boolean {
  return !isClosed(lane) && lane.nextAt <= now;
}

/** True where a host is not to be asked, whatever the time: the person has paused it, or switched off what it is asked for. */
export function isClosed(lane: Pick<LaneRow, "paused" | "isOff"> | undefined): boolean {
  return lane !== undefined && (lane.paused || lane.isOff === true);
}

/**
 * The lane after an answer that came that long after its request. A host that asks for time gets it; one that only fails
 * gets twice its own time and 5 s, doubled each time. Silence counts against it where another host has answered since
 * (`othersHeardAt`, epoch ms); else it is left alone for as long, and nothing is held against it.
 */
export function afterAnswer(lane: LaneRow, verdict: Verdict, tookMs: number, now: number, othersHeardAt = 0): LaneRow {
  const { silence, ...known } = lane;
  if (verdict.kind === "none") return verdict.heard ? { ...known, heardAt: now } : lane;
  if (verdict.kind === "ok") return { ...known, strikes: 0, lastOkAt: now, heardAt: now };
  const isSilent = verdict.kind === "silent";
  // One hiccup spoils all requests under way; only what was asked after it can be another.
  const isSame = isOfTheSame(lane, now - tookMs);
  if (isSilent && !(silence && othersHeardAt > silence.since)) {
    if (isSame) return lane;
    const { since = now, times = 0 } = silence ?? {};
    return { ...lane, silence: { since, at: now, times: times + 1 }, nextAt: Math.max(lane.nextAt, now + restMs(tookMs, times)) };
  }
  const retryAfterMs = isSilent ? undefined : verdict.retryAfterMs;
  const askedUntil = Math.max(lane.askedUntil, now + Math.min(retryAfterMs ?? Number.NEGATIVE_INFINITY, LONGEST_ASKED_MS));
  const heard = isSilent ? lane : { ...known, heardAt: now };
  if (isSame) return { ...heard, askedUntil, nextAt: Math.max(lane.nextAt, askedUntil) };
  const strikes = lane.strikes + 1;
  const own = strikes < BREAKS_AT ? restMs(tookMs, lane.strikes) : LONGEST_REST_MS;
  const waitMs = strikes < BREAKS_AT ? Math.min(retryAfterMs ?? own, LONGEST_ASKED_MS) : Math.max(Math.min(retryAfterMs ?? 0, LONGEST_ASKED_MS), own);
  return { ...heard, strikes, askedUntil, nextAt: Math.max(lane.nextAt, now + waitMs), lastError: { ...verdict.error, at: now } };
}

/** True where the last trouble came after that moment. */
function isOfTheSame({ strikes, lastError, silence }: LaneRow, askedAt: number): boolean {
  return (strikes > 0 && lastError !== undefined && askedAt <= lastError.at) || (silence !== undefined && askedAt <= silence.at);
}

function restMs(tookMs: number, before: number): number {
  return Math.min((2 * tookMs + 5_000) * 2 ** Math.min(before, 20), LONGEST_REST_MS);
}

/** The lane as a person wants it: asked as soon as the gap, and what the host asked for itself, are over. */
export function hastened(lane: LaneRow, now: number): LaneRow {
  return { ...lane, nextAt: Math.min(lane.nextAt, Math.max(now + lane.gapMs, lane.askedUntil)) };
}

/** The lane when another host has answered: what kept it silent is over, or its own fault. */
export function heardAgain(lane: LaneRow, now: number): LaneRow {
  return lane.silence && lane.strikes === 0 ? hastened(lane, now) : lane;
}

/** What a holder knows of the lane, with what was decided of it since. */
export function ruled(lane: LaneRow, { paused, cap, gapMs, jitter = 0, isOff = false }: LaneRow): LaneRow {
  return { ...lane, paused, cap, gapMs, jitter, isOff };
}

/** The lane with a rest of one gap from that moment on. */
export function rested(lane: LaneRow, from: number): LaneRow {
  return { ...lane, nextAt: Math.max(lane.nextAt, from + lane.gapMs) };
}

/** The lane without what lies further ahead than it may: that was planned by a clock that was wrong. Nobody can say how long ago the last request was, so it rests a gap. */
export function healed(lane: LaneRow, now: number): LaneRow {
  const askedUntil = lane.askedUntil > now + LONGEST_ASKED_MS ? 0 : lane.askedUntil;
  const longest = Math.max(now + Math.max(LONGEST_REST_MS, 2 * lane.gapMs), askedUntil);
  const { lastError, silence, ...rest } = lane;
  return {
    ...rest,
    askedUntil,
    nextAt: lane.nextAt > longest ? Math.max(now + lane.gapMs, askedUntil) : lane.nextAt,
    ...(lastError && { lastError: { ...lastError, at: Math.min(lastError.at, now) } }),
    ...(silence && silence.at <= now && { silence }),
    ...(lane.lastOkAt !== undefined && { lastOkAt: Math.min(lane.lastOkAt, now) }),
    ...(lane.heardAt !== undefined && { heardAt: Math.min(lane.heardAt, now) }),
  };
}

/** Open: not asked until nextAt. Trying: the time is over, and one good answer closes it. */
export function breakerOf({ strikes, nextAt }: Pick<LaneRow, "strikes" | "nextAt">, now: number): Breaker {
  if (strikes < BREAKS_AT) return "closed";
  return nextAt > now ? "open" : "trying";
}
