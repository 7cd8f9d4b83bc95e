import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { CHECK_INDEX, DRAFT_HOST, INDEX_HOST, PROBE_DRAFTS, READ_DRAFT } from "../../terms/work-names.ts";
import type { JobRow, LaneRow, ScheduleRow } from "../../work/rows.ts";
import type { StateRow } from "../database/state-rows.ts";
import { newProbing } from "../drafts/probing-cycle.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { readHealth } from "./health.ts";
import { readProgress } from "./read-progress.ts";

const NOW = 1_800_000_000_000;
const CHECK = { name: "check", attempts: 1, lastTriedAt: NOW, lastSuccessAt: NOW } as const;
const INDEX = { name: "index", papers: 3 } as StateRow;
const LISTING = { name: "listing", years: {}, attempts: 0, lastTriedAt: 0, lastSuccessAt: 0 } as StateRow;
const PROBING = newProbing(NOW, 0);
const asking = (beatAt: number) => ({ name: "progress", phase: "asking", beatAt }) as const;
const probing = (beatAt: number) => ({ name: "probe-progress", asked: 1, total: 2, beatAt }) as unknown as StateRow;
const lane = (name: string, rest: Partial<LaneRow> = {}) => ({ host: name, nextAt: 0, ...rest }) as LaneRow;
const schedule = (id: string, nextAt: number) => ({ id, nextAt }) as ScheduleRow;
const waiting = (runAt: number) => ({ kind: CHECK_INDEX, key: CHECK_INDEX, waitingKey: CHECK_INDEX, state: "todo", runAt }) as unknown as JobRow;

describe("how checking stands", () => {
  it("is read where there is nothing yet", async () => {
    expect(await readHealth(await freshDatabase(), NOW)).toEqual({});
  });

  it("is each part of it by its name", async () => {
    const db = await freshDatabase();
    const others = ["tally", "notifying", "sync", "lists", "tidied"].map((name) => ({ name, beatAt: NOW }) as unknown as StateRow);
    await db.state.bulkPut([CHECK, INDEX, PROBING, LISTING, asking(NOW), probing(NOW), ...others]);
    await db.lanes.bulkPut([lane(INDEX_HOST), lane(DRAFT_HOST)]);
    await db.schedules.bulkPut([schedule(PROBE_DRAFTS, NOW + 5)]);
    expect(await readHealth(db, NOW)).toEqual({
      check: CHECK,
      index: INDEX,
      probing: PROBING,
      listing: LISTING,
      progress: asking(NOW),
      probeProgress: probing(NOW),
      lane: lane(INDEX_HOST),
      draftLane: lane(DRAFT_HOST),
      probeAt: NOW + 5,
    });
  });

  it.each<[string, number, number | undefined, boolean, Awaited<ReturnType<typeof readHealth>>["sorting"]]>([
    ["many, of which none is matched", 700, undefined, false, { left: 700, of: 800 }],
    ["many, of which most are matched", 700, 690, false, { left: 10, of: 800 }],
    ["many, all matched", 700, 700, false, undefined],
    ["many, and matching is paused", 700, 1, true, undefined],
  ])("tells how far sorting has come: %s", async (_, logged, forward, paused, sorting) => {
    const db = await freshDatabase();
    await db.state.put({ ...CHECK, outcome: { kind: "changed", added: 500, changed: 300 } });
    await db.log.bulkAdd(Array.from({ length: logged }, () => ({ kind: "matches-found", ids: [], at: NOW })) as never[]);
    if (forward !== undefined) await db.cursors.put({ name: "matcher", forward, generation: 0, priority: 0, paused, done: 0, spentMs: 0, steppedAt: 0 });
    expect((await readHealth(db, NOW)).sorting).toEqual(sorting);
  });

  it("tells of no sorting where it is over before anybody reads of it", async () => {
    const db = await freshDatabase();
    await db.state.put({ ...CHECK, outcome: { kind: "changed", added: 1, changed: 2 } });
    await db.log.bulkAdd(Array.from({ length: 3 }, () => ({ kind: "matches-found", ids: [], at: NOW })) as never[]);
    expect(await readHealth(db, NOW)).not.toHaveProperty("sorting");
  });

  it.each([
    ["just now", NOW, true],
    ["almost a minute ago", NOW - 59_999, true],
    ["a minute ago", NOW - 60_000, false],
    ["by a clock ahead of this one", NOW + 60_000, false],
  ])("has what is under way if it gave a sign %s: %s", async (_, beatAt, isThere) => {
    const db = await freshDatabase();
    await db.state.bulkPut([asking(beatAt), probing(beatAt)]);
    const { progress, probeProgress } = await readHealth(db, NOW);
    expect([progress !== undefined, probeProgress !== undefined]).toEqual([isThere, isThere]);
  });

  it.each([
    ["the schedule's", 20, undefined, {}, 20],
    ["that of one tried again, where it is earlier", 20, 10, {}, 10],
    ["the schedule's, where one tried again is later", 20, 30, {}, 20],
    ["that of one tried again alone", undefined, 10, {}, 10],
    ["when the host wants to be asked again, where that is later", 20, undefined, { nextAt: 40 }, 40],
    ["none while the host is paused", 20, undefined, { paused: true }, undefined],
    ["none where nothing is planned", undefined, undefined, { nextAt: 40 }, undefined],
  ] as const)("the next check is %s", async (_, at, retryAt, rest, expected) => {
    const db = await freshDatabase();
    if (at !== undefined) await db.schedules.put(schedule(CHECK_INDEX, at));
    if (retryAt !== undefined) await db.jobs.add(waiting(retryAt));
    await db.lanes.put(lane(INDEX_HOST, rest));
    expect((await readHealth(db, NOW)).nextAt).toBe(expected);
  });

  it("the next round of asking for drafts is the one that was put off, where it is earlier than the schedule's", async () => {
    const db = await freshDatabase();
    await db.schedules.put(schedule(PROBE_DRAFTS, NOW + 900_000));
    await db.jobs.add({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS, waitingKey: PROBE_DRAFTS, state: "put-off", runAt: NOW + 60_000 } as JobRow);
    expect((await readHealth(db, NOW)).probeAt).toBe(NOW + 60_000);
  });

  it.each([
    ["drafts", "probing", "listing"],
    ["openStd", "listing", "probing"],
  ] as const)("says nothing of what %s switches off", async (setting, gone, stays) => {
    const db = await freshDatabase();
    await db.state.bulkPut([PROBING, LISTING]);
    await writeSetting(db, setting, false);
    const health = await readHealth(db, NOW);
    expect([health[gone], health[stays] !== undefined]).toEqual([undefined, true]);
  });
});

describe("how far long work has come", () => {
  it("counts the pages to be read, those put off and under way among them", async () => {
    const db = await freshDatabase();
    const job = (kind: string, state: string) => ({ kind, state }) as JobRow;
    await db.jobs.bulkAdd([
      job(READ_DRAFT, "todo"),
      job(READ_DRAFT, "put-off"),
      job(READ_DRAFT, "interrupted"),
      job(READ_DRAFT, "leased"),
      job(READ_DRAFT, "done"),
      job(READ_DRAFT, "failed"),
      job("tidy", "todo"),
    ]);
    expect(await readProgress(db, NOW)).toEqual({ pagesToRead: 4 });
  });

  it("has what is under way, and no more", async () => {
    const db = await freshDatabase();
    await db.state.bulkPut([CHECK, PROBING, asking(NOW), probing(NOW)]);
    expect(await readProgress(db, NOW)).toEqual({ pagesToRead: 0, probing: PROBING, progress: asking(NOW), probeProgress: probing(NOW) });
  });
});
