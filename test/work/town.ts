import { Dexie, type Table } from "dexie";
import type { Engine } from "../../lib/work/engine.ts";
import { WORK_STORES, type WorkDatabase } from "../../lib/work/rows.ts";
import type { Configuration, Kind, Listener, World } from "../../lib/work/work.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

/** What a context does at the point where it is disturbed: dies, or stops for a while and comes back as if nothing had been. */
export type Disturbance = "crash" | "freeze";

export type Name = `context ${number}`;

/** The database of a scenario: the engine's tables, and what its jobs and listeners leave. */
export type TownDatabase = WorkDatabase & {
  /** One row a commit. */
  commits: Table<{ id?: number; job: number; attempt: number; what: string }, number>;
  /** One row an event that a listener has applied. */
  heard: Table<{ id?: number; cursor: string; generation: number; seq: number }, number>;
};

/** All that outlives a context. */
export interface Town {
  db: TownDatabase;
  clock: VirtualClock;
  /** When the browser wakes the work, undefined without an alarm. */
  alarm: number | undefined;
  /** Requests as the hosts saw them. */
  sent: { host: string; at: number }[];
  /** Notifications as the person saw them. */
  shown: { id: string; content: string; at: number }[];
  faults: unknown[];
  /** Names of the points passed, in order, by the undisturbed and the disturbed. */
  points: string[];
  /** Job and token of each lease that was seen. */
  leases: Map<string, number>;
  violations: string[];
  contexts: Context[];
  close(): Promise<void>;
}

export interface Context {
  name: Name;
  state: "well" | "dead" | "frozen";
  engine: Engine;
  /** Lets it go on. */
  thaw(): void;
}

export type CreateEngine = typeof import("../../lib/work/engine.ts").createEngine;

export interface Rules {
  createEngine: CreateEngine;
  kinds: (town: Town, context: () => Context) => Record<string, Kind>;
  listeners: (town: Town) => Record<string, Listener>;
  configuration: () => Configuration;
  /** False where nobody can say who is alive. */
  hasLocks: boolean;
}

/** What a proof is of. */
export interface Subject {
  createEngine: CreateEngine;
  notificationId: typeof import("../../lib/notify/compose-notification.ts").notificationId;
}

let towns = 0;
const ALARM_REPEATS_MS = 30 * 60_000;

/** An empty town at some time of some day. */
export async function foundTown(start = Date.UTC(2026, 0, 5, 12)): Promise<Town> {
  towns++;
  const clock = virtualClock(start);
  const db = new Dexie(`town-${towns}`) as TownDatabase;
  clock.watch(db);
  db.version(1).stores({ ...WORK_STORES, log: "++seq", commits: "++id, job", heard: "++id" });
  await db.open();
  return {
    db,
    clock,
    alarm: undefined,
    sent: [],
    shown: [],
    faults: [],
    points: [],
    leases: new Map(),
    violations: [],
    contexts: [],
    close: () => db.delete(),
  };
}

/** A new context, as the browser starts one; it is disturbed at its point of that number (from 0). */
export function startContext(town: Town, rules: Rules, disturbed?: { at: number; how: Disturbance }): Context {
  const name: Name = `context ${town.contexts.length + 1}`;
  let passed = 0;
  let release = () => {};
  let thawed: Promise<void> = Promise.resolve();
  const never = new Promise<never>(() => {});
  const isWell = () => context.state === "well";
  const goOn = async () => {
    if (context.state === "frozen") await thawed;
    if (context.state === "dead") await never;
  };
  const world: World = {
    async database() {
      await goOn();
      return town.db;
    },
    now: town.clock.now,
    random: () => 0.5,
    sleep: (ms, signal) => town.clock.sleep(ms, signal, isWell),
    owners: {
      self: async () => name,
      alive: async () => (rules.hasLocks ? new Set(town.contexts.filter(({ state }) => state !== "dead").map(({ name }) => name)) : undefined),
    },
    async point(point) {
      if (point === "after claim") await noteLeases(town);
      await goOn();
      town.points.push(point);

      if (disturbed?.at === passed++) {
        // Somebody opens a page soon after, or the other half of an update starts.
        town.alarm = town.clock.now() + 1_000;
        if (disturbed.how === "crash") context.state = "dead";
        else {
          context.state = "frozen";
          thawed = new Promise((resolve) => {
            release = resolve;
          });
        }
      }
      await goOn();
    },
  };
  const context: Context = {
    name,
    state: "well",
    thaw() {
      context.state = "well";
      release();
    },
    engine: undefined as unknown as Engine,
  };
  context.engine = rules.createEngine(
    world,
    rules.kinds(town, () => context),
    rules.listeners(town),
    {
      places: () => ["background", "heavy"],
      configuration: async () => rules.configuration(),
      isColdStart: async () => false,
      async onDue(at) {
        town.alarm = at === undefined ? undefined : Math.max(at, town.clock.now() + 30_000);
      },
      onHeavyWork: async () => {},
      onSliceEnd: async () => {},
      onFault: (error) => town.faults.push(error),
    },
  );
  town.contexts.push(context);
  return context;
}

/** Who answers an alarm: a context that lives, a new one where all are dead. A frozen one does not hinder the browser from starting another. */
function wake(town: Town, rules: Rules): void {
  const well = town.contexts.findLast(({ state }) => state === "well") ?? startContext(town, rules);
  well.engine.drain().catch((error: unknown) => town.faults.push(error));
}

/** Lets time pass until then, alarm by alarm. */
export async function letPass(town: Town, rules: Rules, until: number): Promise<void> {
  for (;;) {
    await town.clock.settle();
    const times = [town.clock.next(), town.alarm].filter((at) => at !== undefined);
    const next = Math.min(...times, until);
    town.clock.set(Math.max(next, town.clock.now()));
    if (next >= until) return;
    if (town.alarm !== undefined && town.alarm <= next) {
      // It repeats, so that a context which dies before it has set the next one is not the last.
      town.alarm = next + ALARM_REPEATS_MS;
      wake(town, rules);
    }
    town.clock.ring();
  }
}

async function noteLeases(town: Town): Promise<void> {
  for (const { id, token } of await town.db.jobs.where("until").above(0).toArray()) if (token) town.leases.set(`${id} ${token}`, id);
}
