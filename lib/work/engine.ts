import { control } from "./control.ts";
import { createDrain, type Surroundings } from "./drain.ts";
import { enqueue } from "./jobs/enqueue.ts";
import { listenKind } from "./listeners/listen.ts";
import type { JobRequest } from "./rows.ts";
import { LISTEN } from "./schedules/pump.ts";
import type { Kind, Listener, Work, World } from "./work.ts";

type Control = typeof control;
type Bound = { [Name in keyof Control]: Control[Name] extends (work: Work, ...args: infer Args) => infer Result ? (...args: Args) => Result : never };

/** The work of one context. `drain` does what is due; all else is written at once and done by whoever drains next. */
export interface Engine extends Bound {
  drain(): Promise<void>;
  /** Ends the slice at once; what runs is put off. */
  stop(): void;
  enqueue(request: JobRequest): Promise<number>;
  work: Work;
}

/** The engine of this context, with these kinds of jobs and these listeners. */
export function createEngine(world: World, kinds: Record<string, Kind>, listeners: Record<string, Listener>, around: Surroundings): Engine {
  const work: Work = { world, kinds: { ...kinds }, listeners };
  work.kinds[LISTEN] = listenKind(work);
  const bound = Object.fromEntries(
    Object.entries(control).map(([name, act]) => [name, (...args: unknown[]) => (act as (...all: unknown[]) => unknown)(work, ...args)]),
  );
  return { ...(bound as Bound), ...createDrain(work, around), enqueue: (request) => enqueue(work, request), work };
}
