import { type Held, Stopped } from "./held.ts";
import { afterAnswer, type Verdict } from "./lane.ts";
import type { Work } from "./work.ts";

/** A request that takes longer has failed. Below the 30 s after which a browser may stop an idle background. */
const REQUEST_MS = 25_000;

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

  const takeTurn = async () => {
    while (held.lane && underWay >= held.lane.cap) await new Promise<void>((resolve) => (freed = resolve));
    const wait = (held.lane?.nextAt ?? 0) - world.now();
    if (wait > 0) await world.sleep(wait, signal);
    await world.point?.("before send");
    // The clock is read again: a worker that slept may wake when the host is long somebody else's.
    const now = world.now();
    if (signal.aborted) throw signal.reason;
    if (now >= held.until || now < held.job.startedAt - REQUEST_MS) throw new Stopped("The lease ended before the request was sent.");
    underWay++;
    if (held.lane) held.lane = { ...held.lane, nextAt: Math.max(held.lane.nextAt, now + held.lane.gapMs) };
  };

  return async <Answer>(ask: (signal: AbortSignal) => Promise<Answer>, judge: (answer: Answer) => Verdict): Promise<Answer> => {
    const mine = turn.then(takeTurn);
    turn = mine.catch(() => {});
    await mine;
    const start = world.now();
    try {
      const answer = await ask(AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]));
      await world.point?.("after send");
      const verdict = judge(answer);
      if (held.lane) held.lane = afterAnswer(held.lane, verdict, world.now() - start, world.now());
      if (verdict.kind === "strike") await note();
      return answer;
    } finally {
      underWay--;
      freed();
    }
  };
}
