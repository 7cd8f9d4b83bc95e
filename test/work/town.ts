import { Dexie, type Table } from "dexie";
import type { Engine } from "../../lib/work/engine.ts";
import { WORK_STORES, type WorkDatabase } from "../../lib/work/rows.ts";
import type { Configuration, Kind, Listener, World } from "../../lib/work/work.ts";
import { alarmViolation, violationsNow } from "./invariants.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

type Name = `context ${number}`;

/** The background, or a document for what is heavy, which is closed when it has done it. */
export type Role = "background" | "heavy";

/** The database of a scenario: the engine's tables, and what its jobs and listeners leave. */
export type TownDatabase = WorkDatabase & {
  /** One row a commit. */
  commits: Table<{ id?: number; job: number; attempt: number; what: string }, number>;
  /** One row an event that a listener has applied, with the name under which it is told. */
  heard: Table<{ id?: number; cursor: string; generation: number; seq: number; name?: string }, number>;
};

/** A request as its host saw it; it is under way for so long, or until its context dies. */
export interface Sent {
  host: string;
  at: number;
  /** By the clock of the machine. */
  clockAt: number;
  takesMs: number;
  context: Context;
  /** Answered, or given up. */
  isOver: boolean;
}

/** All that outlives a context. */
export interface Town {
  db: TownDatabase;
  /** Runs as time does, whatever the clock of the machine shows. */
  clock: VirtualClock;
  /** By how much the clock of the machine is wrong. */
  clockOffMs: number;
  /** When the browser wakes the work, by the machine's clock; undefined without an alarm. */
  alarm: number | undefined;
  /** When a drain that ended by itself last had told when something is due, as long as nothing has happened since. */
  toldAt: number | undefined;
  /** Nothing that asks for room in the database gets it, once. */
  isFull: boolean;
  /** Somebody took the alarm away. */
  isAlarmLost: boolean;
  /** No host can be reached from here, though the browser does not say so. */
  isCutOff: boolean;
  /** The person has taken the permission away. */
  isForbidden: boolean;
  /** The person has switched off what b.example is asked for, at this time. */
  offSince: number | undefined;
  /** What happens later, whoever lives then. */
  later: { at: number; happen: () => void }[];
  sent: Sent[];
  /** Notifications as the person saw them. */
  shown: { id: string; seqs: number[] }[];
  faults: unknown[];
  points: Point[];
  /** Job and token of each lease that was seen. */
  leases: Map<string, number>;
  /** Job and claims of each time that a job was put off. */
  putOff: Set<string>;
  violations: Set<string>;
  contexts: Context[];
  /** Counts what outlives a context: writings, requests, notifications, alarms. */
  changes: number;
  /** Which of some kinds of jobs were asked for and begun, in order. */
  begun: string[];
  /** A connection of its own. */
  connect(): Promise<TownDatabase>;
  close(): Promise<void>;
}

/** A point that a context has passed. */
export interface Point {
  name: string;
  role: Role;
  context: Name;
  /** Two points of the same time and count have left the same behind. */
  state: string;
}

export interface Context {
  name: Name;
  role: Role;
  state: "well" | "dead" | "frozen";
  engine: Engine;
  /** How much it does at this moment. */
  atWork: number;
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
}

type CreateEngine = typeof import("../../lib/work/engine.ts").createEngine;

export interface Rules {
  createEngine: CreateEngine;
  kinds: (town: Town, context: () => Context) => Record<string, Kind>;
  listeners: (town: Town) => Record<string, Listener>;
  configuration: (town: Town) => Configuration;
  /** False where nobody can say who is alive. */
  hasLocks: boolean;
  /** Heavy work has a context of its own. */
  isApart: boolean;
  /** What happens to the first context of that role at its point of that number (from 0). */
  disturbed?: { role: Role; at: number; strike: (town: Town, rules: Rules, context: Context) => void };
}

/** What a proof is of. */
export interface Subject {
  createEngine: CreateEngine;
  notificationId: typeof import("../../lib/notify/compose-notification.ts").notificationId;
}

let towns = 0;
export const ALARM_REPEATS_MS = 30 * 60_000;
/** No alarm is sooner. */
export const SOONEST_MS = 30_000;

/** An empty town at some time of some day, at the moment when its alarm has rung. */
export async function foundTown(start = Date.UTC(2026, 0, 5, 12)): Promise<Town> {
  towns++;
  const name = `town-${towns}`;
  const clock = virtualClock(start);
  const open: TownDatabase[] = [];
  const connect = async () => {
    const db = new Dexie(name, { cache: "disabled" }) as TownDatabase;
    clock.watch(db, {
      onCommit: () => note(town, violationsNow(town)),
      onWrite() {
        town.changes++;
        if (!town.isFull) return;
        town.isFull = false;
        throw new Dexie.QuotaExceededError("The disk is full.");
      },
    });
    db.version(1).stores({ ...WORK_STORES, log: "++seq", commits: "++id, job", heard: "++id" });
    await db.open();
    open.push(db);
    return db;
  };
  const town: Town = {
    db: undefined as unknown as TownDatabase,
    clock,
    clockOffMs: 0,
    alarm: start + ALARM_REPEATS_MS,
    toldAt: undefined,
    isFull: false,
    isAlarmLost: false,
    isCutOff: false,
    isForbidden: false,
    offSince: undefined,
    begun: [],
    later: [],
    sent: [],
    shown: [],
    faults: [],
    points: [],
    leases: new Map(),
    putOff: new Set(),
    violations: new Set(),
    contexts: [],
    changes: 0,
    connect,
    async close() {
      for (const db of open) db.close();
      await open[0]?.delete();
    },
  };
  town.db = await connect();
  return town;
}

/** What the machine's clock shows. */
export function clockOf({ clock, clockOffMs }: Town): number {
  return clock.now() + clockOffMs;
}

export function note(town: Town, violations: Iterable<string>): void {
  for (const violation of violations) town.violations.add(violation);
}

/** Lets something happen later, whoever lives then. */
export function happenLater(town: Town, afterMs: number, happen: () => void): void {
  town.later.push({ at: town.clock.now() + afterMs, happen });
}

/** A new context, as the browser starts one. */
export function startContext(town: Town, rules: Rules, role: Role = "background", connection?: TownDatabase): Context {
  const name: Name = `context ${town.contexts.length + 1}`;
  const strike = rules.disturbed?.role === role && !town.contexts.some((other) => other.role === role) ? rules.disturbed : undefined;
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
      return connection ?? town.db;
    },
    now: () => clockOf(town),
    random: () => 0.5,
    sleep: (ms, signal) => town.clock.sleep(ms, signal, isWell),
    hindrance: async () => (town.isForbidden ? { kind: "not-allowed", message: "no permission", hastenedBy: ["permission"] } : undefined),
    owners: {
      self: async () => name,
      alive: async () => (rules.hasLocks ? new Set(town.contexts.filter(({ state }) => state !== "dead").map(({ name }) => name)) : undefined),
    },
    async point(point) {
      await goOn();
      town.points.push({ name: point, role, context: name, state: `${town.changes} ${clockOf(town)}` });
      if (strike?.at === passed++) {
        town.toldAt = undefined;
        strike.strike(town, rules, context);
      }
      await goOn();
    },
  };
  const context: Context = {
    name,
    role,
    state: "well",
    atWork: 0,
    freeze() {
      context.state = "frozen";
      thawed = new Promise((resolve) => {
        release = resolve;
      });
    },
    thaw() {
      if (context.state === "frozen") context.state = "well";
      release();
    },
    engine: undefined as unknown as Engine,
  };
  const places = rules.isApart ? [role] : (["background", "heavy"] as const);
  context.engine = rules.createEngine(
    world,
    rules.kinds(town, () => context),
    rules.listeners(town),
    {
      places: () => places,
      configuration: async () => rules.configuration(town),
      isColdStart: async () => false,
      async onDue(at) {
        if (role === "heavy") return;
        const alarm = at === undefined ? undefined : Math.max(at, clockOf(town) + SOONEST_MS);
        if (alarm !== town.alarm) town.changes++;
        town.alarm = alarm;
        town.isAlarmLost = false;
      },
      async onWorkElsewhere(place) {
        if (place === "heavy") await callHeavy(town, rules);
        else wake(town, rules);
      },
      onSliceEnd: async () => {},
      onFault: (error) => town.faults.push(error),
    },
  );
  town.contexts.push(context);
  return context;
}

/** Lets a context look at the work. */
export async function drain(town: Town, context: Context): Promise<void> {
  town.toldAt = undefined;
  const isWell = await atWork(town, context, context.engine.drain);
  if (isWell && context.role === "background" && context.state === "well") town.toldAt = clockOf(town);
}

/** Lets a context do something; false where that failed. */
export async function atWork(town: Town, context: Context, act: () => Promise<unknown>): Promise<boolean> {
  context.atWork++;
  try {
    await act();
    return true;
  } catch (error) {
    town.faults.push(error);
    return false;
  } finally {
    context.atWork--;
  }
}

/** Who answers an alarm or a page: a context that lives, a new one where all are dead. A frozen one does not hinder the browser from starting another. */
export function wake(town: Town, rules: Rules): void {
  const well = town.contexts.findLast(({ role, state }) => role === "background" && state === "well") ?? startContext(town, rules);
  void drain(town, well);
}

/** As the browser does: a document that is there is told, whether it can listen or not; else one is made. It closes itself when it has done what there was, and the background looks at what follows. */
async function callHeavy(town: Town, rules: Rules): Promise<void> {
  const there = town.contexts.findLast(({ role, state }) => role === "heavy" && state !== "dead");
  const heavy = there ?? startContext(town, rules, "heavy", await town.connect());
  if (heavy.state === "frozen") return;
  void drain(town, heavy).then(() => {
    if (heavy.state === "dead" || heavy.atWork > 0) return;
    heavy.state = "dead";
    wake(town, rules);
  });
}

/** Lets time pass until then, alarm by alarm. */
export async function letPass(town: Town, rules: Rules, until: number): Promise<void> {
  for (;;) {
    await town.clock.settle();
    note(town, alarmViolation(town));
    const rings = town.alarm === undefined ? undefined : Math.max(town.alarm - town.clockOffMs, town.clock.now());
    const times = [town.clock.next(), rings, ...town.later.map(({ at }) => at)].filter((at) => at !== undefined);
    const next = Math.min(...times, until);
    town.clock.set(Math.max(next, town.clock.now()));
    if (next >= until) return;
    const happening = town.later.filter(({ at }) => at <= next);
    town.later = town.later.filter(({ at }) => at > next);
    for (const { happen } of happening) happen();
    if (rings !== undefined && rings <= next && town.alarm !== undefined) {
      // It repeats, so that a context which dies before it has set the next one is not the last.
      town.alarm = clockOf(town) + ALARM_REPEATS_MS;
      town.changes++;
      wake(town, rules);
    }
    town.clock.ring();
  }
}
