import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { CycleCounts, CycleOutcome, ProbingState } from "../database/state-rows.ts";

/** A cycle that has not ended after this time is given up: another begins with a plan of its own. */
const LONGEST_CYCLE_MS = 6 * 60 * 60_000;

/** The state with a cycle under way. */
export type Running = ProbingState & { running: NonNullable<ProbingState["running"]> };

/** How asking for drafts goes, undefined where it has not begun. */
export async function readProbing(db: Pick<ReadableDatabase, "state">): Promise<ProbingState | undefined> {
  return (await db.state.get("probing")) as ProbingState | undefined;
}

/** How it stands before the first request; `phase` is a number of this profile's own in [0, 1). */
export function newProbing(now: number, phase: number): ProbingState {
  return { name: "probing", since: now, phase, cycle: 0, today: { day: "", asked: 0 }, frontier: 0, failures: 0, lastSuccessAt: 0, hasBaseline: false };
}

/** The requests of the UTC day of `now`, counted so far. */
export function askedToday(today: ProbingState["today"] | undefined, now: number): ProbingState["today"] {
  const day = new Date(now).toISOString().slice(0, 10);
  return today?.day === day ? today : { day, asked: 0 };
}

/** Counts requests that were made outside of cycles. Joins the caller's transaction (state). */
export async function countAsked(db: Tables<"state">, asked: number, now: number): Promise<void> {
  const state = (await db.state.get("probing")) as ProbingState | undefined;
  if (!state) return;
  const today = askedToday(state.today, now);
  await db.state.put({ ...state, today: { ...today, asked: today.asked + asked } });
}

/** The cycle that is under way, or a new one. */
export function beginCycle(state: ProbingState, now: number): Running {
  const today = askedToday(state.today, now);
  const { running } = state;
  if (running && running.startedAt <= now && now - running.startedAt < LONGEST_CYCLE_MS) return { ...state, today, running };
  // The times of requests are kept in whole seconds.
  const startedAt = Math.floor(now / 1000) * 1000;
  // Since a time to come it would have to ask for everything by now, and at once: the clock was ahead.
  const since = Math.min(state.since, now);
  return {
    ...state,
    since,
    today,
    cycle: state.cycle + 1,
    running: { startedAt, planned: 0, asked: 0, present: 0, absent: 0, notTheFile: 0, troubles: 0, found: 0 },
  };
}

/** Whether something happened in the cycle that is under way. A time to come is of a clock that was ahead, and of no cycle. */
export function isOfCycle({ running }: Running, at: number, now: number): boolean {
  return running.startedAt <= at && at <= now;
}

/** The state after a slice with these answers, and so many requests beside the plan. */
export function afterSlice(state: Running, { planned, ...slice }: Pick<CycleCounts, "planned"> & Partial<CycleCounts>, frontier: number, extra = 0): Running {
  const { running, today } = state;
  const { asked = 0, present = 0, absent = 0, notTheFile = 0, troubles = 0 } = slice;
  return {
    ...state,
    frontier,
    today: { ...today, asked: today.asked + asked + extra },
    running: {
      ...running,
      planned,
      asked: running.asked + asked,
      present: running.present + present,
      absent: running.absent + absent,
      notTheFile: running.notTheFile + notTheFile,
      troubles: running.troubles + troubles,
    },
  };
}

/**
 * The state when the cycle has ended. A day's limit that is reached is no failure. After either the cycle is begun again
 * under the same number, so that no share of the numbers that take turns is passed over. What could be asked for until then is the baseline.
 */
export function cycleEnd({ running, ...state }: Running, outcome: CycleOutcome, found: number, now: number): ProbingState {
  const isSpent = outcome.kind === "budget-spent";
  const failed = outcome.kind !== "good" && !isSpent;
  return {
    ...state,
    cycle: isSpent || failed ? state.cycle - 1 : state.cycle,
    last: { ...running, found: running.found + found, endedAt: now, outcome },
    failures: failed ? state.failures + 1 : 0,
    lastSuccessAt: failed ? state.lastSuccessAt : now,
    hasBaseline: state.hasBaseline || outcome.kind === "good" || (isSpent && running.asked > running.troubles),
  };
}
