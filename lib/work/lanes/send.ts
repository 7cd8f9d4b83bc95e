import { LEASE_MS } from "../claim.ts";
import { type Held, Stopped } from "../jobs/held.ts";
import { PutOffError } from "../jobs/put-off.ts";
import type { LaneRow } from "../rows.ts";
import type { PutOff, Work } from "../work.ts";
import { afterAnswer, healed, isClosed, type Verdict } from "./lane.ts";

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

  const pauseMs = () => {
    if (!held.lane) return 0;
    held.lane = healed(held.lane, world.now());
    return held.lane.nextAt - world.now();
  };
  const takeTurn = async () => {
    while (held.lane && underWay >= held.lane.cap) await new Promise<void>((resolve) => (freed = resolve));
    // An answer that came meanwhile may have made the pause longer.
    for (let wait = pauseMs(); wait > 0 && !signal.aborted; wait = pauseMs()) {
      if (wait > LONGEST_PAUSE_MS)
        throw new PutOffError({ kind: "host-rests", message: "The host is to be left alone for longer.", until: world.now() + wait });
      await world.sleep(wait, signal);
    }
    await world.point?.("before send");
    const why = await hindranceOf(work, held);
    if (why) throw new PutOffError(why);
    // By a clock that was set back the lease says nothing: it is looked up whether it is still held.
    if (world.now() < held.until - LEASE_MS) await note();
    // The clock is read again: a worker that slept may wake when the host is long somebody else's.
    const now = world.now();
    if (signal.aborted) throw signal.reason;
    if (now >= held.until) throw new Stopped("The lease ended before the request was sent.");
    underWay++;
    if (held.lane) held.lane = { ...held.lane, nextAt: Math.max(held.lane.nextAt, now + gapOf(held.lane, world.random)) };
  };

  return async <Answer>(ask: (signal: AbortSignal) => Promise<Answer>, judge: (answer: Answer) => Verdict): Promise<Answer> => {
    const mine = turn.then(takeTurn);
    turn = mine.catch(() => {});
    await mine;
    const start = world.now();
    try {
      const answer = await ask(AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]));
      await world.point?.("after send");
      // What we broke off ourselves says nothing of the host.
      if (signal.aborted) throw signal.reason;
      const verdict = judge(answer);
      const othersHeardAt = verdict.kind === "silent" ? await lastHeard(work, held) : 0;
      const now = world.now();
      if (held.lane) held.lane = afterAnswer(held.lane, verdict, Math.max(now - start, 0), now, othersHeardAt);
      if (verdict.kind === "strike" || verdict.kind === "silent") await note();
      return answer;
    } finally {
      underWay--;
      freed();
    }
  };
}

/** Why a job may not ask its host now: the person has paused it, has switched off what it is asked for, or has taken the permission away. */
export async function hindranceOf({ world }: Work, { lane, job }: Held): Promise<PutOff | undefined> {
  if (isClosed(lane)) return { kind: lane?.paused ? "paused" : "switched-off", message: `${lane?.host} is not to be asked.`, hastenedBy: ["person"] };
  return job.lane === "" ? undefined : world.hindrance?.(job.lane);
}

/** When any other host last answered, epoch ms; 0 for never. */
async function lastHeard({ world }: Work, { job }: Held): Promise<number> {
  const lanes = await (await world.database()).lanes.toArray();
  return Math.max(0, ...lanes.map(({ host, heardAt = 0 }) => (host === job.lane ? 0 : heardAt)));
}

function gapOf({ gapMs, jitter = 0 }: LaneRow, random: () => number): number {
  return jitter === 0 ? gapMs : Math.round(gapMs * (1 + jitter * random()));
}
