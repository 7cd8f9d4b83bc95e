import { describe, expect, it, onTestFinished } from "vitest";
import { type Left, leaveBehind } from "../../../test/store/leave-behind.ts";
import { LISTS } from "../../../test/store/since-version-5.ts";
import fixture from "../../../test/store/version-1.json" with { type: "json" };
import { createDatabase, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

const { log, matches, state } = fixture.rows;
const [event] = log;
const [told] = matches;
const [index, check] = state;

let count = 0;

/** What version 1 left behind, with these rows in place of the fixture's, as it is opened today. */
async function upgraded(rows: Left["rows"] = {}): Promise<Database> {
  count++;
  const name = `version-1-${count}`;
  await leaveBehind(name, { ...fixture, rows: { ...fixture.rows, ...rows } });
  const db = await openDatabase(createDatabase(name));
  onTestFinished(() => db.delete());
  return db;
}

describe("what version 1 left behind", () => {
  it.each(["shelves", "vanished", "log", "watchlists", "watches", "settings"] as const)("keeps its %s as they were", async (table) => {
    const db = await upgraded();
    expect(await db.table(table).toArray()).toEqual(fixture.rows[table]);
  });

  it("keeps its matches as they were, without a star", async () => {
    const db = await upgraded();
    expect(await db.matches.toArray()).toEqual(fixture.rows.matches.map((match) => ({ ...match, starredAt: 0 })));
  });

  it("keeps the state of the index, and of the check all but its schedule", async () => {
    const db = await upgraded();
    const { nextAt: _, notBefore: __, ...kept } = check as Record<string, unknown>;
    expect(await db.state.toArray()).toEqual([kept, index, LISTS]);
  });

  it("waits as long as the host has asked for", async () => {
    const db = await upgraded({ state: [index as object, { ...check, notBefore: 123_456 }] });
    expect(await db.lanes.toArray()).toEqual([{ host: "wg21.link", cap: 1, gapMs: 0, nextAt: 123_456, askedUntil: 123_456, paused: false, strikes: 0 }]);
  });

  it("has no lane where nothing was ever checked", async () => {
    const db = await upgraded({ state: [] });
    expect(await db.state.toArray()).toEqual([LISTS]);
    expect(await db.lanes.count()).toBe(0);
  });

  it.each([
    ["from where it had come to", [{ name: "matcher", seq: 1 }], 1],
    ["from the beginning, where it had heard nothing", [], 0],
  ])("matches on %s, and tells of what comes from now on", async (_, cursors, forward) => {
    const db = await upgraded({ cursors, log: [1, 2, 3].map((seq) => ({ ...event, seq })) });
    const rest = { backward: undefined, generation: 0, paused: false, done: 0 };
    const cursorOf = async (name: string) => ({ ...rest, ...(await db.cursors.get(name)) });
    expect(await cursorOf("matcher")).toMatchObject({ ...rest, forward });
    expect(await cursorOf("notifier")).toMatchObject({ ...rest, forward: 3 });
    expect(await db.cursors.count()).toBe(2);
  });

  it("remembers what it told, and logs what it had not told yet, for the notifier to hear", async () => {
    const untold = { ...told, id: "P2300R10", notifiedAt: 0, notification: "" };
    const db = await upgraded({ matches: [told as object, untold] });
    expect(await db.effects.toArray()).toEqual([{ key: "told:P2300R9", at: 2001 }]);
    const heard = (await db.cursors.get("notifier"))?.forward ?? Number.NaN;
    expect(await db.log.where(":id").above(heard).toArray()).toEqual([{ seq: heard + 1, kind: "matches-found", ids: ["P2300R10"], at: expect.any(Number) }]);
  });

  it("is as good as new where it held nothing", async () => {
    const db = await upgraded(Object.fromEntries(Object.keys(fixture.rows).map((table) => [table, []])));
    expect((await db.cursors.toArray()).map(({ name, forward }) => [name, forward])).toEqual([
      ["matcher", 0],
      ["notifier", 0],
    ]);
    for (const table of ["jobs", "lanes", "schedules", "faults", "effects", "engine", "downloads", "log"]) expect(await db.table(table).count(), table).toBe(0);
  });
});
