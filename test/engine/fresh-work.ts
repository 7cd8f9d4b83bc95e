import "fake-indexeddb/auto";
import { Dexie, type Table } from "dexie";
import { onTestFinished } from "vitest";
import { WORK_STORES, type WorkDatabase } from "../../lib/work/rows.ts";
import { type VirtualClock, virtualClock } from "../work/virtual-clock.ts";
import { type Setting, type WorkOn, workOn } from "./work-on.ts";

/** When the clock begins. */
export const NOON = Date.UTC(2026, 0, 5, 12);

/** The engine's tables, and one for what jobs and listeners leave. */
export type NotedDatabase = WorkDatabase & { notes: Table<{ id?: number; text: string }, number> };

export interface FreshWork extends WorkOn {
  db: NotedDatabase;
  clock: VirtualClock;
  /** What was written into `notes`, in order. */
  notes(): Promise<string[]>;
}

let count = 0;

/** An engine on an empty database of its own, which is deleted when the test ends. */
export async function freshWork(setting: Setting = {}): Promise<FreshWork> {
  count++;
  const db = new Dexie(`work-${count}`) as NotedDatabase;
  const clock = virtualClock(NOON);
  clock.watch(db);
  db.version(1).stores({ ...WORK_STORES, log: "++seq", notes: "++id" });
  await db.open();
  onTestFinished(() => db.delete());
  return { ...workOn(db, clock, setting), db, clock, notes: async () => (await db.notes.toArray()).map(({ text }) => text) };
}
