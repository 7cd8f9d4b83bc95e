import "fake-indexeddb/auto";
import type { Surroundings } from "../../lib/work/drain.ts";
import { createEngine, type Engine } from "../../lib/work/engine.ts";
import type { WorkDatabase } from "../../lib/work/rows.ts";
import type { Configuration, Kind, Listener, Work, World } from "../../lib/work/work.ts";
import type { VirtualClock } from "../work/virtual-clock.ts";

export interface Setting {
  kinds?: Record<string, Kind>;
  listeners?: Record<string, Listener>;
  /** Read anew at each slice; what is left out is nothing, and 4 permits. */
  configuration?: Partial<Configuration>;
  around?: Partial<Surroundings>;
  world?: Partial<World>;
}

export interface WorkOn {
  engine: Engine;
  work: Work;
  /** What was told through onFault. */
  faults: unknown[];
  /** The time told last through onDue. */
  due: { at: number | undefined };
  /** Drains, and lets the time pass that somebody sleeps for. */
  drain(): Promise<void>;
  /** Sets the clock to the next thing due and drains. */
  drainNext(): Promise<void>;
  /** Awaits that, and lets the time pass that somebody sleeps for. */
  pass<T>(what: Promise<T>): Promise<T>;
}

/** An engine on that database and clock. Chance always gives 0. */
export function workOn(db: WorkDatabase, clock: VirtualClock, { kinds = {}, listeners = {}, configuration = {}, around = {}, world = {} }: Setting): WorkOn {
  const faults: unknown[] = [];
  const due: WorkOn["due"] = { at: undefined };
  const engine = createEngine(
    {
      database: async () => db,
      now: clock.now,
      random: () => 0,
      sleep: (ms, signal) => clock.sleep(ms, signal, () => true),
      owners: { self: async () => "worker", alive: async () => undefined },
      ...world,
    },
    kinds,
    listeners,
    {
      places: () => ["background", "heavy"],
      configuration: async () => ({ permits: 4, lanes: {}, schedules: {}, ...configuration }),
      isColdStart: async () => false,
      async onDue(at) {
        due.at = at;
      },
      onWorkElsewhere: async () => {},
      onSliceEnd: async () => {},
      onFault: (error) => faults.push(error),
      ...around,
    },
  );

  async function pass<T>(what: Promise<T>): Promise<T> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    what.then(done, done);
    for (;;) {
      await clock.settle();
      if (isDone) return what;
      const next = clock.next();
      if (next === undefined) throw new Error("Nobody works and nobody sleeps, and it is not done.");
      clock.set(Math.max(next, clock.now()));
      clock.ring();
    }
  }

  const drain = () => pass(engine.drain());
  return {
    engine,
    work: engine.work,
    faults,
    due,
    pass,
    drain,
    async drainNext() {
      if (due.at === undefined) throw new Error("Nothing is due.");
      clock.set(Math.max(due.at, clock.now()));
      await drain();
    },
  };
}
