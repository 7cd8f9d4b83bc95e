import { describe, expect, it } from "vitest";
import { START, telling } from "../../test/notify/telling.ts";
import { found } from "../../test/store/found-match.ts";
import { sampleDraft } from "../library/paper/sample-document.ts";
import type { Database } from "../store/database/database.ts";
import { writeSetting } from "../store/lists/settings-store.ts";
import { addWatch, removeWatchlist, setListMode } from "../store/lists/watchlists.ts";
import { markRead, putOff } from "../store/matches/matches.ts";
import { TELL } from "./tell-matches.ts";

const MINUTE = 60_000;

describe("telling of matches", () => {
  it("tells of all new matches in one notification, once, and remembers each", async () => {
    const { db, shown, state, work, find, untold } = await telling();
    const ids = ["P1R0", "P2R0", "P3R0", "P4R0", "P5R0"];
    await find(...ids.map((id) => found(id)));
    expect([...shown.values()]).toMatchObject([{ title: "5 papers you watch" }]);
    expect([...shown.values()][0]?.message.split("\n")).toHaveLength(4);
    expect(await untold()).toBe(0);
    expect(await db.effects.where("key").startsWith("told:").toArray()).toEqual(ids.map((id) => ({ key: `told:${id}`, at: START })));
    await work.pass(work.engine.enqueue({ kind: TELL, key: TELL }));
    await work.drain();
    expect(state.shows).toBe(1);
  });

  it.each([true, false])("tells with or without a sound as the person wants it: silent %s", async (silent) => {
    const { db, shown, find } = await telling();
    await writeSetting(db, "silentNotifications", silent);
    await find(found("P1R0"));
    expect([...shown.values()].map((notification) => notification.silent ?? false)).toEqual([silent]);
  });

  it("says what has changed where that is known by then, and of no draft that says something else since", async () => {
    const { db, shown, find } = await telling();
    const summary = { changed: 3, added: 1, removed: 0, moved: 0, renamed: 0, wordsAdded: 1, wordsRemoved: 0, wording: false };
    const text = (id: string) => ({ id, url: "", bytes: 1, readAt: 1, usedAt: 1, since: { id: "before", summary } });
    const draft = sampleDraft(2, 0);
    await db.drafts.put(draft);
    await db.texts.bulkPut([text("P1R0"), { ...text(draft.id), version: "another" }]);
    await find(found("P1R0"), found(draft.id));
    expect([...shown.values()][0]?.message.split("\n").filter((line) => line.includes("changed"))).toEqual(["P1R0 Title of P1R0 (P1R0) · 4 sections changed"]);
  });

  it("tells in one notification of what was found in several batches", async () => {
    const { db, titles, find } = await telling();
    for (const text of ["P1R0", "P2R0"]) await addWatch(db, 1, { kind: "paper", text }, 1);
    await db.matches.bulkAdd([found("P1R0"), found("P2R0")]);
    await db.log.bulkAdd(["P1R0", "P2R0"].map((id) => ({ kind: "matches-found" as const, ids: [id], at: 1 })));
    await find(found("P3R0"));
    expect(titles()).toEqual(["3 papers you watch"]);
  });

  it("does not tell again what was already counted on the badge only, and draws the badge", async () => {
    const { db, state, find } = await telling();
    await find(found("P1R0", { notifiedAt: 5 }));
    expect(state).toMatchObject({ shows: 0, badges: 1 });
    expect(await db.matches.toArray()).toMatchObject([{ notifiedAt: 5, notification: "" }]);
  });

  it("shows the same notification under the same name when it was killed before the showing", async () => {
    const { shown, state, work, titles, find, untold } = await telling();
    state.dies = "before";
    await find(found("P1R0"), found("P2R0"));
    expect(await untold()).toBe(2);
    state.dies = undefined;
    // What was to be told together stays together; what came later has a notification of its own, in its time.
    await find(found("P3R0"));
    expect(titles()).toEqual(["2 papers you watch"]);
    await work.drainNext();
    expect(titles()).toEqual(["2 papers you watch", "A paper you watch: P3R0"]);
    expect(shown.size).toBe(2);
    expect(await untold()).toBe(0);
  });

  it("does not show it again where it is asked to tell, and the person puts it away, while it is shown", async () => {
    const { shown, state, work, clock, find, untold } = await telling();
    state.meanwhile = async () => {
      shown.clear();
      state.meanwhile = async () => {};
      await work.engine.enqueue({ kind: TELL, key: TELL });
      void work.engine.drain();
      await clock.settle();
    };
    await find(found("P1R0"));
    expect([state.shows, await untold()]).toEqual([1, 0]);
  });

  it("does not show twice when it was killed between the showing and its record", async () => {
    const { db, shown, state, find, untold } = await telling();
    state.dies = "after";
    await find(found("P1R0"), found("P2R0"));
    expect(await db.jobs.where({ state: "done" }).toArray()).toContainEqual(expect.objectContaining({ kind: TELL, attempts: 2 }));
    expect(state.shows).toBe(1);
    expect(shown.size).toBe(1);
    expect(await untold()).toBe(0);
  });

  it("tries again for some time, and gives up in the end", async () => {
    const { db, clock, state, work, find, untold } = await telling();
    state.dies = "before";
    await find(found("P1R0"));
    while (work.due.at !== undefined) await work.drainNext();
    expect(await db.jobs.where({ state: "failed" }).toArray()).toMatchObject([{ kind: TELL, attempts: 8, error: { kind: "Error", message: "killed" } }]);
    expect(clock.now() - START).toBeGreaterThan(10 * MINUTE);
    expect(await untold()).toBe(1);
  });

  it("marks matches as told, without a word, where notifications are switched off", async () => {
    const { db, state, find, untold } = await telling();
    await writeSetting(db, "notifications", false);
    await find(found("P1R0"), found("D2R0", { draft: { version: "1" }, heldUntil: START + MINUTE }));
    expect(state).toMatchObject({ shows: 0, badges: 1 });
    expect(await untold()).toBe(0);
    expect(await db.effects.toCollection().primaryKeys()).toEqual(["told:D2R0", "told:P1R0"]);
  });

  it.each<[what: string, meanwhile: (db: Database) => Promise<unknown>]>([
    ["was read", (db) => markRead(db, ["P2R0"], START + MINUTE)],
    ["was put off for later", (db) => putOff(db, ["P2R0"], true, START + MINUTE)],
    ["comes of a list that only counts now", (db) => setListMode(db, 1, "badge")],
    ["comes of a list that is off", (db) => setListMode(db, 1, "off")],
    ["comes of a list that is gone", (db) => removeWatchlist(db, 1)],
    ["comes of a watch that is gone", (db) => db.watches.clear()],
  ])("does not tell what %s before its turn came, and takes it for told", async (_, meanwhile) => {
    const { db, state, work, find, untold } = await telling();
    await find(found("P1R0"));
    await find(found("P2R0"));
    await meanwhile(db);
    await work.drainNext();
    expect([state.shows, await untold()]).toEqual([1, 0]);
    expect(await db.effects.get("told:P2R0")).toEqual({ key: "told:P2R0", at: START + 10 * MINUTE });
    expect(work.due.at).toBeUndefined();
  });

  it("leaves what was read out of a notification that was named and could not be shown", async () => {
    const { db, state, titles, work, find, untold } = await telling();
    state.dies = "before";
    await find(found("P1R0"), found("P2R0"));
    state.dies = undefined;
    await markRead(db, ["P1R0"], START);
    await work.drainNext();
    expect(titles()).toEqual(["A paper you watch: P2R0"]);
    expect(await untold()).toBe(0);
  });

  it("tells of a draft that was read before its turn came when it changes", async () => {
    const { db, titles, work, find } = await telling();
    await find(found("P1R0"));
    await find(found("D2R0", { kind: "draft-found", draft: { version: "1" }, readAt: START }));
    await find(found("D2R0", { kind: "draft-changed", draft: { version: "2" } }));
    await work.drainNext();
    expect(titles()).toHaveLength(2);
    expect(await db.effects.where("key").startsWith("told:D2R0").primaryKeys()).toContain("told:D2R0@2");
  });

  it("waits until all that was logged is matched, where somebody matches", async () => {
    const { db, shown, work, find } = await telling();
    work.work.listeners.matcher = { tables: [], apply: async () => {} };
    await db.cursors.add({ name: "matcher", forward: 0, generation: 0, priority: 0, paused: true, done: 0, spentMs: 0, steppedAt: 0 });
    await find(found("P1R0"));
    expect(shown.size).toBe(0);
    await db.cursors.update("matcher", { forward: 1 });
    await work.drain();
    expect(shown.size).toBe(1);
  });
});
