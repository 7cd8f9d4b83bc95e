import { describe, expect, it } from "vitest";
import { workOn } from "../../test/engine/work-on.ts";
import { speak } from "../../test/speak.ts";
import { freshDatabase } from "../../test/store/fresh-database.ts";
import { virtualClock } from "../../test/work/virtual-clock.ts";
import type { Database } from "../store/database.ts";
import { writeSetting } from "../store/settings-store.ts";
import type { Match } from "../watch/match.ts";
import type { WorkDatabase } from "../work/rows.ts";
import type { Notification } from "./compose-notification.ts";
import { notifier } from "./notifier.ts";
import { type Notifier, TELL, tellMatches } from "./tell-matches.ts";

const START = 1000;

function found(id: string, rest: Partial<Match> = {}): Match {
  const paper = { id, type: "paper" as const, title: `Title of ${id}`, authors: [], audience: [] };
  const reasons = [{ kind: "paper" as const, watched: id, found: id, list: 1, listName: "My watchlist" }];
  return { id, paper, kind: "paper-added", reasons, foundAt: 1, notifiedAt: 0, notification: "", readAt: 0, ...rest };
}

/** A browser that keeps its notifications. `failing` is thrown before or after it shows one. */
function screen() {
  const shown = new Map<string, Notification>();
  const state = { shows: 0, badges: 0, dies: undefined as "before" | "after" | undefined };
  const browser: Notifier = {
    async show(id, notification) {
      if (state.dies === "before") throw new Error("killed");
      state.shows++;
      shown.set(id, notification);
      if (state.dies === "after") throw new Error("killed");
    },
    shown: async () => [...shown.keys()],
    renderBadge: async () => {
      state.badges++;
    },
  };
  return { shown, state, browser };
}

/** PaperScout's telling, and nothing else of it. */
async function telling() {
  const clock = virtualClock(START);
  const db = await freshDatabase(clock.watch);
  const { shown, state, browser } = screen();
  const setting = { kinds: { [TELL]: tellMatches(async () => db, browser, speak) }, listeners: { notifier: notifier() } };
  const work = workOn(db as unknown as WorkDatabase, clock, setting);
  return {
    db,
    clock,
    shown,
    state,
    work,
    /** As the matcher would log them. */
    async find(...matches: Match[]) {
      await db.matches.bulkAdd(matches);
      await db.log.add({ kind: "matches-found", ids: matches.map(({ id }) => id), at: 1 });
      await work.drain();
    },
  };
}

const untold = (db: Database) => db.matches.where({ notifiedAt: 0 }).count();
const titles = (shown: Map<string, Notification>) => [...shown.values()].map(({ title }) => title);

describe("telling of matches", () => {
  it("tells of all new matches in one notification, once, and remembers each", async () => {
    const { db, shown, state, work, find } = await telling();
    await find(...["P1R0", "P2R0", "P3R0", "P4R0", "P5R0"].map((id) => found(id)));
    expect([...shown.values()]).toMatchObject([{ title: "5 papers you watch" }]);
    expect([...shown.values()][0]?.message.split("\n")).toHaveLength(4);
    expect(await untold(db)).toBe(0);
    expect(await db.effects.toCollection().primaryKeys()).toEqual(["P1R0", "P2R0", "P3R0", "P4R0", "P5R0"].map((id) => `told:${id}`));
    await work.pass(work.engine.enqueue({ kind: TELL, key: TELL }));
    await work.drain();
    expect(state.shows).toBe(1);
  });

  it("tells in one notification of what was found in several batches", async () => {
    const { db, shown, find } = await telling();
    await db.matches.bulkAdd([found("P1R0"), found("P2R0")]);
    await db.log.bulkAdd(["P1R0", "P2R0"].map((id) => ({ kind: "matches-found" as const, ids: [id], at: 1 })));
    await find(found("P3R0"));
    expect(titles(shown)).toEqual(["3 papers you watch"]);
  });

  it("does not tell again what was already counted on the badge only, and draws the badge", async () => {
    const { db, state, find } = await telling();
    await find(found("P1R0", { notifiedAt: 5 }));
    expect(state).toMatchObject({ shows: 0, badges: 1 });
    expect(await db.matches.toArray()).toMatchObject([{ notifiedAt: 5, notification: "" }]);
  });

  it("shows the same notification under the same name when it was killed before the showing", async () => {
    const { db, shown, state, work, find } = await telling();
    state.dies = "before";
    await find(found("P1R0"), found("P2R0"));
    expect(await untold(db)).toBe(2);
    state.dies = undefined;
    await find(found("P3R0"));
    expect(shown.size).toBe(2);
    await work.drain();
    // What was to be told together stays together; what came later has a notification of its own.
    expect(titles(shown).sort()).toEqual(["2 papers you watch", "A paper you watch: P3R0"]);
    expect(await untold(db)).toBe(0);
  });

  it("does not show twice when it was killed between the showing and its record", async () => {
    const { db, shown, state, find } = await telling();
    state.dies = "after";
    await find(found("P1R0"), found("P2R0"));
    expect(await db.jobs.where({ state: "done" }).toArray()).toContainEqual(expect.objectContaining({ kind: TELL, attempts: 2 }));
    expect(state.shows).toBe(1);
    expect(shown.size).toBe(1);
    expect(await untold(db)).toBe(0);
  });

  it("tries again for some time, and gives up in the end", async () => {
    const { db, clock, state, work, find } = await telling();
    state.dies = "before";
    await find(found("P1R0"));
    while (work.due.at !== undefined) await work.drainNext();
    expect(await db.jobs.where({ state: "failed" }).toArray()).toMatchObject([{ kind: TELL, attempts: 8, error: { kind: "Error", message: "killed" } }]);
    expect(clock.now() - START).toBeGreaterThan(10 * 60_000);
    expect(await untold(db)).toBe(1);
  });

  it("marks matches as told, without a word, where notifications are switched off", async () => {
    const { db, state, find } = await telling();
    await writeSetting(db, "notifications", false);
    await find(found("P1R0"));
    expect(state.shows).toBe(0);
    expect(await untold(db)).toBe(0);
  });

  it("waits until all that was logged is matched, where somebody matches", async () => {
    const { db, shown, work, find } = await telling();
    await db.cursors.add({ name: "matcher", forward: 0, generation: 0, priority: 0, busyMs: 0, paused: true, done: 0, spentMs: 0, steppedAt: 0 });
    await find(found("P1R0"));
    expect(shown.size).toBe(0);
    await db.cursors.update("matcher", { forward: 1 });
    await work.drain();
    expect(shown.size).toBe(1);
  });
});
