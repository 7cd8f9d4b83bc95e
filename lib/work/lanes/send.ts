import { type Held, Stopped } from "../jobs/held.ts";
import type { LaneRow } from "../rows.ts";
import type { Work } from "../work.ts";
import { afterAnswer, type Verdict } from "./lane.ts";

/** A request that takes longer has failed. Below the 30 s after which a browser may stop an idle background. */
const REQUEST_MS = 25_000;
/** A host that wants a longer rest is not waited for: the job ends what it can and leaves the rest to a follow-up. */
const LONGEST_PAUSE_MS = 15_000;

/**
 * The way of one job to its host: `send` starts a request when the gap since the one before is over and fewer than the
 * lane's cap are under way. The lane is this job's alone, so the spacing is kept here; it is written when the job ends,
 * at each bad answer (`note`), and by the one who sweeps the lease if it never does.
 */
export function gateOf(work: Work, held: Held, note: () => Promise<void>) {
  const { world } = work;
  const { signal } = held.stop;
  let underWay = 0;
  let turn: Promise<void> = Promise.resolve();
  let freed = () => {};

  const pauseMs = () => (held.lane?.nextAt ?? 0) - world.now();
  /** By the clock that the job began with, if it was set back since: so are the lane's times, until they are written. */
  const laneNow = () => Math.max(world.now(), held.job.startedAt);

  const takeTurn = async () => {
    while (held.lane && underWay >= held.lane.cap) await new Promise<void>((resolve) => (freed = resolve));
    // An answer that came meanwhile may have made the pause longer.
    for (let wait = pauseMs(); wait > 0 && !signal.aborted; wait = pauseMs()) {
      if (wait > LONGEST_PAUSE_MS) throw new Stopped("The host is to be left alone for longer.");
      await world.sleep(wait, signal);
    }
    await world.point?.("before send");
    // The clock is read again: a worker that slept may wake when the host is long somebody else's.
    const now = world.now();
    if (signal.aborted) throw signal.reason;
    if (held.lane?.paused) throw new Stopped("The host was paused.");
    if (now >= held.until || now < held.job.startedAt - REQUEST_MS) throw new Stopped("The lease ended before the request was sent.");
    underWay++;
    if (held.lane) held.lane = { ...held.lane, nextAt: Math.max(held.lane.nextAt, laneNow() + gapOf(held.lane, world.random)) };
  };

  return async <Answer>(ask: (signal: AbortSignal) => Promise<Answer>, judge: (answer: Answer) => Verdict): Promise<Answer> => {
    const mine = turn.then(takeTurn);
    turn = mine.catch(() => {});
    await mine;
    const start = laneNow();
    try {
      const answer = await ask(AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]));
      await world.point?.("after send");
      // What we broke off ourselves says nothing of the host.
      if (signal.aborted) throw signal.reason;
      const verdict = judge(answer);
      if (held.lane) held.lane = afterAnswer(held.lane, verdict, Math.max(laneNow() - start, 0), laneNow());
      if (verdict.kind === "strike") await note();
      return answer;
    } finally {
      underWay--;
      freed();
    }
  };
}

function gapOf({ gapMs, jitter = 0 }: LaneRow, random: () => number): number {
  return jitter === 0 ? gapMs : Math.round(gapMs * (1 + jitter * random()));
}
