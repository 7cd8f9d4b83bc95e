import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DRAFT, draftEvent, logged, PAGE, PUBLISHED, reasonsOf } from "../../../test/store/draft-log.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { hearLog, listenersAt } from "../../../test/store/hear-log.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { control } from "../../work/control.ts";
import type { Database } from "../database/database.ts";
import { effectOf } from "../database/effects.ts";
import type { ListMode } from "../database/schema.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { forgetRead } from "../matches/matches.ts";
import { HOLD_MS } from "../matches/note-match.ts";

const FOUND = draftEvent("draft-found");
const READ = draftEvent("draft-read");
const changed = (version: string) => draftEvent("draft-changed", { version });
const from = { id: DRAFT.id, link: DRAFT.link ?? "", foundAt: 1000, days: 9 };

/** What the notifications do; gives id and version of all that this tells of. */
async function tell(db: Database, now: number): Promise<string[]> {
  const untold = await db.matches.where({ notifiedAt: 0 }).toArray();
  const told = untold.map((match) => ({ ...match, notifiedAt: now, notification: `at ${now}` }));
  await db.matches.bulkPut(told);
  await db.effects.bulkPut(told.map(effectOf));
  return told.map(({ id, draft }) => `${id}@${draft?.version}`);
}

/** Lets the matcher hear the whole log again. */
async function hearAgain(db: Database, now: number): Promise<void> {
  await control.resetListener(listenersAt(db, now), "matcher");
  await hearLog(db, now);
}

/** A draft that a list of this mode has matched, and of which people have been told. */
async function matched(mode: ListMode = "notify", ...watches: string[]): Promise<Database> {
  const db = await freshDatabase();
  await watchList(db, mode, "P2300", ...watches);
  await logged(db, 1000, FOUND, READ);
  await tell(db, 2000);
  return db;
}

const draftMatch = (db: Database) => db.matches.get(DRAFT.id);

describe("a draft that has changed", () => {
  it("is unread and untold again until its new page is read", async () => {
    const db = await matched();
    await db.matches.toCollection().modify({ readAt: 2500 });
    expect(await logged(db, 3000, changed("2"))).toBe(1);
    const again = { kind: "draft-changed", draft: { version: "2" }, paper: PAGE, foundAt: 3000, notifiedAt: 0, notification: "", readAt: 0 };
    expect(await draftMatch(db)).toMatchObject({ ...again, heldUntil: 3000 + HOLD_MS });
    expect(await logged(db, 4000, draftEvent("draft-read", { version: "2" }, { title: "Receivers" }))).toBe(1);
    expect(await draftMatch(db)).toMatchObject({ ...again, paper: { title: "Receivers" } });
    expect(await draftMatch(db)).not.toHaveProperty("heldUntil");
  });

  it("is told once for each version, also when the log is heard again from its beginning", async () => {
    const db = await matched();
    await logged(db, 3000, changed("2"), draftEvent("draft-read", { version: "2" }));
    expect(await tell(db, 3500)).toEqual(["D2300R11@2"]);
    await logged(db, 4000, changed("3"));
    expect(await tell(db, 4500)).toEqual(["D2300R11@3"]);
    const { heldUntil: _, ...before } = (await draftMatch(db)) ?? {};
    await hearAgain(db, 5000);
    expect(await tell(db, 5500)).toEqual([]);
    expect(await draftMatch(db)).toMatchObject(before);
  });

  it("stays quiet though its match was read and forgotten, when the log is heard again", async () => {
    const db = await matched();
    await logged(db, 3000, changed("2"));
    await tell(db, 3500);
    await db.matches.toCollection().modify({ readAt: 4000 });
    await forgetRead(db, 5000);
    await hearAgain(db, 6000);
    expect(await tell(db, 6500)).toEqual([]);
    expect(await db.matches.where({ readAt: 0 }).count()).toBe(0);
  });

  it("before anybody was told of it is told as the new draft that it is to them, once", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await logged(db, 1000, FOUND);
    await logged(db, 2000, changed("2"));
    expect(await draftMatch(db)).toMatchObject({ kind: "draft-found", draft: { version: "2" }, notifiedAt: 0 });
    expect(await tell(db, 3000)).toEqual(["D2300R11@2"]);
    await hearAgain(db, 4000);
    expect(await tell(db, 4500)).toEqual([]);
  });

  it("while its notification has a name already has changed: it may be on the screen", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await logged(db, 1000, FOUND);
    await db.matches.toCollection().modify({ notification: "named" });
    await logged(db, 2000, changed("2"));
    expect(await draftMatch(db)).toMatchObject({ kind: "draft-changed", notification: "", notifiedAt: 0 });
  });

  it("twice before it is told is told once", async () => {
    const db = await matched();
    await logged(db, 3000, changed("2"));
    await logged(db, 4000, changed("3"));
    expect(await tell(db, 4500)).toEqual(["D2300R11@3"]);
    await hearAgain(db, 5000);
    expect(await tell(db, 5500)).toEqual([]);
  });

  it.each([
    ["notify", true, 0, 0],
    ["notify", false, 3000, 0],
    ["badge", true, 3000, 0],
    ["off", true, 2000, 2500],
  ] as const)("with its list on %s and changes wanted %s: told at %i, read at %i", async (mode, wanted, notifiedAt, readAt) => {
    const db = await matched();
    await db.matches.toCollection().modify({ readAt: 2500 });
    await db.watchlists.toCollection().modify({ mode });
    await writeSetting(db, "tellChangedDrafts", wanted);
    await logged(db, 3000, changed("2"));
    expect(await draftMatch(db)).toMatchObject({ notifiedAt, readAt });
    await writeSetting(db, "tellChangedDrafts", true);
    await hearAgain(db, 4000);
    expect(await tell(db, 4500)).toEqual(notifiedAt === 0 ? ["D2300R11@2"] : []);
  });

  it("does not lose the news that it is there, where changes are not wanted", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await writeSetting(db, "tellChangedDrafts", false);
    await logged(db, 1000, FOUND, changed("2"));
    expect(await tell(db, 2000)).toEqual(["D2300R11@2"]);
  });

  it("that every draft is wanted of is told as well, and one that nobody asked for is not", async () => {
    const db = await freshDatabase();
    await writeSetting(db, "tellAnyDraft", true);
    await logged(db, 1000, FOUND, draftEvent("draft-found", { older: true }, { id: "D9R0", number: 9 }));
    await tell(db, 2000);
    await logged(db, 3000, changed("2"), draftEvent("draft-changed", { version: "2" }, { id: "D9R0", number: 9 }));
    expect(await tell(db, 4000)).toEqual(["D2300R11@2"]);
  });

  it("is told at most once for each version and at last in its last, whatever happens in which order", async () => {
    const step = fc.constantFrom("change", "read", "tell", "hear again", "forget", "gone");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const db = await freshDatabase();
        await watchList(db, "notify", "P2300");
        await logged(db, 1000, FOUND);
        const told: string[] = [];
        let now = 2000;
        let version = 1;
        let forgotten = false;
        for (const what of [...steps, "tell"]) {
          now += 1000;
          if (what === "change") await logged(db, now, changed(String(++version)));
          else if (what === "read") await logged(db, now, draftEvent("draft-read", { version: String(version) }));
          else if (what === "gone") await logged(db, now, draftEvent("draft-gone", { version: String(version) }));
          else if (what === "tell") told.push(...(await tell(db, now)));
          else if (what === "hear again") await hearAgain(db, now);
          else {
            await db.matches.filter(({ notifiedAt }) => notifiedAt > 0).modify({ readAt: now });
            await forgetRead(db, now + 1);
            forgotten ||= (await db.matches.count()) === 0;
          }
        }
        expect(new Set(told).size).toBe(told.length);
        if (!forgotten) expect(told.at(-1)).toBe(`D2300R11@${version}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a draft that is gone", () => {
  it("is marked, without a word, and not marked any more when it is back", async () => {
    const db = await matched();
    expect(await logged(db, 3000, draftEvent("draft-gone"))).toBe(0);
    expect(await draftMatch(db)).toMatchObject({ notifiedAt: 2000, draft: { version: "1", gone: true } });
    await logged(db, 4000, changed("1"));
    expect(await tell(db, 4500)).toEqual(["D2300R11@1"]);
    for (const event of [draftEvent("draft-gone"), changed("1")]) await logged(db, 5000, event);
    expect(await tell(db, 5500)).toEqual([]);
    expect(await draftMatch(db)).toMatchObject({ draft: { version: "1" } });
    expect((await draftMatch(db))?.draft).not.toHaveProperty("gone");
  });

  it("is nothing to those who had not matched it", async () => {
    const db = await freshDatabase();
    await logged(db, 1000, FOUND, draftEvent("draft-gone"));
    expect(await db.matches.count()).toBe(0);
  });
});

describe("a draft that has become a paper", () => {
  it.each<[mode: ListMode, wanted: boolean, notifiedAt: number | undefined]>([
    ["notify", true, 0],
    ["notify", false, 3000],
    ["badge", true, 3000],
    ["off", true, undefined],
    ["off", false, undefined],
  ])("is told to the list that asked for the draft: %s, wanted %s", async (mode, wanted, notifiedAt) => {
    const db = await freshDatabase();
    await watchList(db, "notify", "author:Noether");
    await logged(db, 1000, READ);
    await tell(db, 2000);
    await db.watchlists.toCollection().modify({ mode });
    await writeSetting(db, "tellPublishedDrafts", wanted);
    // Under the published paper stands somebody else.
    const other = { ...PUBLISHED, authors: ["Kurt Gödel"] };
    await logged(db, 3000, { kind: "paper-added", paper: other }, { kind: "draft-published", paper: other, from });
    const match = await db.matches.get("P2300R11");
    expect(match?.notifiedAt).toBe(notifiedAt);
    if (match) expect(reasonsOf(match)).toEqual(["published D2300R11: P2300R11 (notify list)"]);
  });

  it("is told to each list as that list wants, and once", async () => {
    const db = await matched("badge");
    await watchList(db, "notify", "author:Noether");
    await logged(db, 2500, READ);
    expect(await tell(db, 2700)).toEqual(["D2300R11@1"]);
    await logged(db, 3000, { kind: "draft-published", paper: PUBLISHED, from });
    const reasons = ["published D2300R11: P2300R11 (badge list)", "published D2300R11: P2300R11 (notify list)"];
    expect(reasonsOf(await db.matches.get("P2300R11"))).toEqual(reasons);
    expect(await tell(db, 3500)).toEqual(["P2300R11@undefined"]);
    await hearAgain(db, 4000);
    expect(await tell(db, 4500)).toEqual([]);
  });

  it("is one match with the paper that a watch asks for, and says what it was", async () => {
    const db = await matched();
    await db.drafts.put({ id: DRAFT.id, prefix: "D", number: 2300, revision: 11, files: [], foundAt: 1000, publishedAt: 1000 + 9 * 86_400_000 });
    await logged(db, 3000, { kind: "paper-added", paper: PUBLISHED }, { kind: "draft-published", paper: PUBLISHED, from });
    const reasons = ["paper P2300: P2300R11 (notify list)", "published D2300R11: P2300R11 (notify list)"];
    expect(reasonsOf(await db.matches.get("P2300R11"))).toEqual(reasons);
    expect(await db.matches.get("P2300R11")).toMatchObject({ notifiedAt: 0, from: { id: "D2300R11", days: 9 } });
    // Corrected long after: the days between are what they were.
    await watchList(db, "badge", "title:rings");
    await logged(db, 1000 + 99 * 86_400_000, { kind: "paper-changed", paper: { ...PUBLISHED, title: "On rings" }, before: PUBLISHED, fields: ["title"] });
    expect(await db.matches.get("P2300R11")).toMatchObject({ paper: { title: "On rings" }, from: { days: 9 } });
  });
});
