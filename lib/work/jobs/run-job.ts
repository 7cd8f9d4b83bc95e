import { isClosed } from "../lanes/lane.ts";
import { gateOf, hindranceOf } from "../lanes/send.ts";
import { asJobError, type Kind, type Outcome, type PutOff, type Work } from "../work.ts";
import { extend } from "./extend.ts";
import { finish } from "./finish.ts";
import type { Held } from "./held.ts";
import { PutOffError } from "./put-off.ts";

/** Runs one claimed job to its end. Whatever it does, it ends as an outcome; rejects only where that cannot be written. */
export async function runJob(work: Work, held: Held, isOver: () => boolean): Promise<void> {
  await finish(work, held, await outcomeOf(work, held, isOver));
}

async function outcomeOf(work: Work, held: Held, isOver: () => boolean): Promise<Outcome> {
  const { job, stop } = held;
  const kind = work.kinds[job.kind];
  if (!kind) return { final: true, error: { kind: "unknown-kind", message: `This version knows no work of the kind "${job.kind}".` } };
  let args: unknown;
  try {
    args = kind.parse(job.args);
  } catch (error) {
    return { final: true, error: { kind: "invalid-arguments", message: asJobError(error).message } };
  }
  try {
    const hindrance = await hindranceOf(work, held);
    if (hindrance) return putOffBy(kind, hindrance);
    const outcome = await kind.run(args, {
      id: job.id,
      attempt: job.attempts,
      signal: stop.signal,
      isOver: () => isOver() || stop.signal.aborted || isClosed(held.lane),
      now: work.world.now,
      send: gateOf(work, held, () => extend(work, [held])),
    });
    return outcome ?? {};
  } catch (error) {
    const cause = stop.signal.aborted ? stop.signal.reason : error;
    return cause instanceof PutOffError ? putOffBy(kind, cause.why) : { error: asJobError(error) };
  }
}

function putOffBy({ onPutOff }: Kind, why: PutOff): Outcome {
  return { putOff: why, ...(onPutOff && { commit: (tools) => onPutOff(why, tools) }) };
}
