import type { Dexie } from "dexie";
import { type Watcher, watchDatabase } from "./watch-database.ts";
import { threadsAtWork } from "./watch-threads.ts";

/** Ticks of the event loop without an open transaction or a thread at work after which nobody is taken to be at work. */
const QUIET_TICKS = 12;

/** A clock that stands still while anybody works and then jumps to the next thing that somebody sleeps for. */
export interface VirtualClock {
  now(): number;
  set(now: number): void;
  /** Resolves after that time, early where the signal fires. `mayWake` holds a sleeper back: one that is dead or frozen. */
  sleep(ms: number, signal: AbortSignal, mayWake: () => boolean): Promise<void>;
  /** Counts this connection's transactions as work, and tells of them. */
  watch(db: Dexie, watcher?: Watcher): void;
  /** Waits until all work that needs no time is done. */
  settle(): Promise<void>;
  /** The time the next sleeper wakes, undefined where none sleeps. */
  next(): number | undefined;
  /** Wakes those whose time has come. */
  ring(): void;
}

interface Sleeper {
  at: number;
  mayWake: () => boolean;
  wake: () => void;
}

export function virtualClock(start: number): VirtualClock {
  let now = start;
  let open = 0;
  let sleepers: Sleeper[] = [];
  const awake = () => sleepers.filter(({ mayWake }) => mayWake());
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
    sleep: (ms, signal, mayWake) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper = { at: now + Math.max(ms, 0), mayWake, wake: resolve };
        sleepers.push(sleeper);
        signal.addEventListener("abort", () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          resolve();
        });
      }),
    watch(db, watcher = {}) {
      watchDatabase(db, {
        ...watcher,
        onBegin: () => open++,
        onEnd: () => open--,
      });
    },
    async settle() {
      for (let quiet = 0; quiet < QUIET_TICKS; ) {
        await new Promise((resolve) => setImmediate(resolve));
        quiet = open + threadsAtWork() > 0 ? 0 : quiet + 1;
      }
    },
    next: () => {
      const times = awake().map(({ at }) => at);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    ring() {
      const due = awake().filter(({ at }) => at <= now);
      sleepers = sleepers.filter((sleeper) => !due.includes(sleeper));
      for (const { wake } of due) wake();
    },
  };
}
