import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { hearLog, listenersAt } from "../../../test/store/hear-log.ts";
import { indexOf, manyPapers } from "../../../test/store/index-of.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { control } from "../../work/control.ts";
import type { Database } from "../database/database.ts";
import { effectOf } from "../database/effects.ts";
import { readRenamings } from "../index/renamings.ts";
import { replaceIndex } from "../index/replace-index.ts";
import { forgetRead } from "./matches.ts";

/** Serves one index after the other and matches after each. */
async function serve(db: Database, ...indexes: Record<string, unknown>[]): Promise<void> {
  let now = 1000;
  for (const index of indexes) {
    await replaceIndex(db, index, {}, now);
    await hearLog(db, now);
    now += 1000;
  }
}

const ids = async (db: Database) => (await db.matches.toArray()).map(({ id }) => id).sort();

describe("matching the log against the watchlists", () => {
  it("finds a new paper for each reason and keeps all reasons on one match", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "2300", "author:Godel");
    await watchList(db, "badge", "title:senders");
    await serve(
      db,
      indexOf({ P2300R9: {} }),
      indexOf({ P2300R9: {}, P2300R10: { title: "Senders everywhere", author: "Kurt Gödel" }, P9000R0: {}, LWG2300: { type: "issue" } }),
    );
    expect(await db.matches.toArray()).toMatchObject([
      {
        id: "P2300R10",
        notifiedAt: 0,
        readAt: 0,
        foundAt: 2000,
        reasons: [
          { kind: "paper", watched: "P2300", listName: "notify list" },
          { kind: "author", watched: "Godel", found: "Kurt Gödel" },
          { kind: "title", found: "Senders", listName: "badge list" },
        ],
      },
    ]);
  });

  it.each([
    ["notify", ["P2300R10"], 0],
    ["badge", ["P2300R10"], 2000],
    ["off", [], undefined],
  ] as const)("a list on %s finds %j, told at %s", async (mode, expected, notifiedAt) => {
    const db = await freshDatabase();
    await watchList(db, mode, "P2300");
    await serve(db, indexOf({ P2300R9: {} }), indexOf({ P2300R9: {}, P2300R10: {} }));
    expect(await ids(db)).toEqual(expected);
    expect((await db.matches.get("P2300R10"))?.notifiedAt).toBe(notifiedAt);
  });

  it("looks at each event once, also when it is killed before it is done", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await serve(db, indexOf({ P2300R9: {} }));
    await replaceIndex(db, indexOf({ P2300R9: {}, P2300R10: {} }), {}, 2000);
    const stop = () => {
      throw new Error("killed");
    };
    db.cursors.hook("updating", stop);
    await expect(hearLog(db, 2000)).rejects.toThrow("killed");
    db.cursors.hook("updating").unsubscribe(stop);
    expect(await db.matches.count()).toBe(0);
    expect(await hearLog(db, 3000)).toBe(1);
    expect(await hearLog(db, 4000)).toBe(0);
    expect(await ids(db)).toEqual(["P2300R10"]);
  });

  it("tells of a stub once, and of its author when the mailing names them", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P3000", "author:Noether");
    const stub = { title: "P3000r0.Candidate", author: undefined, date: undefined };
    await serve(db, indexOf({ P1R0: {} }), indexOf({ P1R0: {}, P3000R0: stub, P3001R0: stub }));
    expect(await ids(db)).toEqual(["P3000R0"]);
    await db.matches.toCollection().modify({ readAt: 5, notifiedAt: 5 });
    const filled = { author: "Emmy Noether", title: "Rings" };
    await serve(db, indexOf({ P1R0: {}, P3000R0: filled, P3001R0: filled }));
    expect(await ids(db)).toEqual(["P3000R0", "P3001R0"]);
    expect(await db.matches.get("P3000R0")).toMatchObject({ readAt: 5, notifiedAt: 5, paper: { title: "Rings" } });
    expect(await db.matches.get("P3001R0")).toMatchObject({ readAt: 0, notifiedAt: 0 });
  });

  it("tells once of a title that flaps, and of a corrected paper only where the watch did not apply before", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "title:executors", "P1227");
    const a = indexOf({ P1227R2: { title: "Signed ssize" } });
    const b = indexOf({ P1227R2: { title: "Executors" } });
    await serve(db, a);
    for (let turn = 0; turn < 11; turn++) await serve(db, turn % 2 === 0 ? b : a);
    expect(await db.log.filter(({ kind }) => kind !== "matches-found").count()).toBe(11);
    expect(await db.matches.toArray()).toMatchObject([{ id: "P1227R2", reasons: [{ kind: "title" }] }]);
  });

  it("stays silent at a mass change and at a new kind of entry", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "title:moved", "title:item", "author:Lovelace");
    const before = manyPapers(3800, 1, { link: "http://www.open-std.org/x" });
    const edits = Object.fromEntries(Array.from({ length: 1952 }, (_, n) => [`EDIT${n}`, { type: "editorial", title: "item", author: "Ada Lovelace" }]));
    const moved = manyPapers(3800, 1, { title: "moved" });
    const drafts = indexOf(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`D${n + 1000}R0`, {}])));
    await serve(db, before, { ...before, ...edits }, { ...moved, ...edits }, { ...moved, ...edits, ...drafts });
    expect(await db.matches.count()).toBe(0);
    expect((await db.log.toArray()).map(({ kind, at: _, seq: __, ...rest }) => ({ kind, ...rest }))).toEqual([
      { kind: "mass-change", field: "title", papers: 3800 },
      { kind: "mass-change", field: "link", papers: 3800 },
      { kind: "new-kind", prefix: "D", papers: 100 },
    ]);
  });

  it("tells nobody of twenty old papers whose author has another name now, and whoever watches that name of the new one", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", 'author:"Ada Vogel"');
    const old = Array.from({ length: 20 }, (_, place) => `P${100 + place}R0`);
    const by = (author: string) => indexOf(Object.fromEntries(old.map((id) => [id, { author: `${author}, Kurt Gödel`, date: "2014-05-02" }])));
    await serve(db, by("Bob Vogel"), { ...by("Ada Vogel"), ...indexOf({ P9200R0: { author: "Ada Vogel" } }) });
    expect((await db.matches.toArray()).map(({ id }) => id)).toEqual(["P9200R0"]);
    expect(await db.log.toCollection().first()).toMatchObject({ kind: "renaming", field: "authors", from: ["Bob Vogel"], to: ["Ada Vogel"], papers: 20 });
    expect(await readRenamings(db)).toEqual([{ from: "Bob Vogel", to: "Ada Vogel", papers: 20, at: 2000 }]);
  });

  it("tells a list that wants to be told of a paper that was only counted so far", async () => {
    const db = await freshDatabase();
    await watchList(db, "badge", "P3000");
    await watchList(db, "notify", "author:Noether");
    await serve(db, indexOf({ P1R0: {} }), indexOf({ P1R0: {}, P3000R0: { author: undefined, date: undefined } }));
    expect(await db.matches.get("P3000R0")).toMatchObject({ notifiedAt: 2000 });
    await serve(db, indexOf({ P1R0: {}, P3000R0: { author: "Emmy Noether" } }));
    expect(await db.matches.get("P3000R0")).toMatchObject({ notifiedAt: 0, reasons: [{ kind: "paper" }, { kind: "author" }] });
  });

  it("logs what it found, once, for whoever tells of it", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300", "P2301");
    await serve(db, indexOf({ P1R0: {} }), indexOf({ P1R0: {}, P2300R0: {}, P2301R0: {} }));
    await serve(db, indexOf({ P1R0: {}, P2300R0: { title: "Other" }, P2301R0: {} }));
    const found = (await db.log.toArray()).filter(({ kind }) => kind === "matches-found");
    expect(found).toEqual([{ kind: "matches-found", ids: ["P2300R0", "P2301R0"], at: 2000, seq: expect.any(Number) }]);
  });

  it("stays quiet about a paper that was told, read and forgotten when the log is heard again", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await serve(db, indexOf({ P1R0: {} }), indexOf({ P1R0: {}, P2300R0: {} }));
    await db.matches.toCollection().modify({ readAt: 3000, notifiedAt: 2500 });
    await db.effects.put(effectOf({ id: "P2300R0", kind: "paper-added", notifiedAt: 2500 }));
    await forgetRead(db, 4000);
    expect(await ids(db)).toEqual([]);
    await control.resetListener(listenersAt(db, 5000), "matcher");
    expect(await hearLog(db, 5000)).toBe(1);
    expect(await db.matches.get("P2300R0")).toMatchObject({ notifiedAt: 2500, readAt: 5000 });
  });
});

describe("holding the log against one new watch", () => {
  it("finds what was logged before it, counted and not to be told, and is done then", async () => {
    const db = await freshDatabase();
    await serve(db, indexOf({ P1R0: {} }), indexOf({ P1R0: {}, P2300R0: {}, P2400R0: {} }));
    await watchList(db, "notify", "P2300", "P2400");
    const watch = await db.watches.filter(({ text }) => text === "P2400").first();
    expect(await hearLog(db, 3000)).toBe(0);
    await control.lookBack(listenersAt(db, 3000), `history/${watch?.id}`);
    expect(await hearLog(db, 3000, `history/${watch?.id}`)).toBe(1);
    expect(await db.matches.toArray()).toMatchObject([{ id: "P2400R0", foundAt: 3000, notifiedAt: 3000, readAt: 0 }]);
    expect(await db.cursors.toCollection().primaryKeys()).toEqual(["matcher"]);
  });

  it("leaves alone what another watch has found already", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await serve(db, indexOf({ P1R0: {} }), indexOf({ P1R0: {}, P2300R0: {} }));
    await watchList(db, "notify", "author:Lovelace");
    const watch = await db.watches.filter(({ kind }) => kind === "author").first();
    await control.lookBack(listenersAt(db, 3000), `history/${watch?.id}`);
    expect(await hearLog(db, 3000, `history/${watch?.id}`)).toBe(0);
    expect(await db.matches.toArray()).toMatchObject([{ foundAt: 2000, notifiedAt: 0, reasons: [{ kind: "paper" }, { kind: "author" }] }]);
  });
});
