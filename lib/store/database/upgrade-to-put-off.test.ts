import "fake-indexeddb/auto";
import type { Dexie } from "dexie";
import { describe, expect, it, onTestFinished } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { leaveBehind } from "../../../test/store/leave-behind.ts";
import { sinceVersion5 } from "../../../test/store/since-version-5.ts";
import fixture from "../../../test/store/version-4.json" with { type: "json" };
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { readLists } from "../backup/lists-state.ts";
import { createDatabase, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

let count = 0;

/** What version 4 left behind, as it is opened today. */
async function upgraded(prepare: (db: Dexie) => void = () => {}): Promise<Database> {
  count++;
  const name = `version-4-${count}`;
  await leaveBehind(name, fixture);
  const created = createDatabase(name);
  prepare(created as Dexie);
  const db = await openDatabase(created);
  onTestFinished(() => db.delete());
  return db;
}

describe("what version 4 left behind", () => {
  it.each(Object.entries(fixture.rows))("keeps its %s, but for what nobody goes by any more", async (table, rows) => {
    const db = await upgraded();
    expect(await db.table(table).toArray()).toEqual(sinceVersion5(table, rows));
  });

  it("has decided what lists it begins with, so that no copy is put in their place", async () => {
    const before = Date.now();
    const lists = await readLists(await upgraded());
    expect(lists?.since).toBeGreaterThanOrEqual(before);
    expect(lists).not.toHaveProperty("restored");
  });

  it("goes on from there: what waits is done, and what was under way is taken back when its lease is over", async () => {
    const clock = virtualClock(62_009);
    const db = await upgraded(clock.watch);
    const ran: string[] = [];
    const kind = (name: string, lane?: string) => ({
      parse: () => undefined,
      ...(lane && { lane }),
      run: async (_: unknown, { attempt }: { attempt: number }) => void ran.push(`${name} ${attempt}`),
    });
    const work = workOn(db as unknown as WorkDatabase, clock, {
      kinds: { tell: kind("tell"), "check-index": kind("check-index", "wg21.link"), "read-draft": kind("read-draft", "isocpp.org") },
      configuration: {
        lanes: { "wg21.link": { cap: 1, gapMs: 1_000 }, "isocpp.org": { cap: 1, gapMs: 1_000 } },
        schedules: { "check-index": { everyMs: 1_800_000, job: { kind: "check-index", key: "check-index" } } },
      },
    });
    await work.drain();
    expect(ran.toSorted()).toEqual(["check-index 3", "read-draft 4", "tell 1"]);
    expect((await db.jobs.toArray()).map(({ id, state, attempts, claims }) => [id, state, attempts, claims])).toEqual([
      [1, "done", 1, 1],
      [2, "failed", 5, 5],
      [3, "done", 1, 1],
      [4, "done", 3, 3],
      [5, "done", 4, 4],
    ]);
  });
});
