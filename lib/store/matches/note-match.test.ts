import { describe, expect, it } from "vitest";
import { DRAFT, draftEvent, logged, PAGE, PUBLISHED, reasonsOf } from "../../../test/store/draft-log.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { hearLog, listenersAt } from "../../../test/store/hear-log.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import type { DraftFacts, PaperEvent } from "../../papers/paper-event.ts";
import type { SettingName } from "../../terms/settings.ts";
import { control } from "../../work/control.ts";
import type { Database } from "../database/database.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { addWatch, editWatch, moveWatches } from "../lists/watchlists.ts";
import { HOLD_MS } from "./note-match.ts";

const READ = draftEvent("draft-read");
const FOUND = draftEvent("draft-found");
const ADDED: PaperEvent = { kind: "paper-added", paper: PUBLISHED };

describe("a new draft", () => {
  it("found by its number waits for its first page", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300", "author:Noether");
    expect(await logged(db, 1000, FOUND)).toBe(1);
    expect(await db.matches.toArray()).toMatchObject([
      { id: "D2300R11", kind: "draft-found", paper: DRAFT, draft: { version: "1" }, notifiedAt: 0, readAt: 0, heldUntil: 1000 + HOLD_MS },
    ]);
    expect(reasonsOf(await db.matches.get("D2300R11"))).toEqual(["paper P2300: D2300R11 (notify list)"]);
  });

  it("whose page is read has one match for all its reasons, and waits no longer", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300", "author:Noether");
    await logged(db, 1000, FOUND);
    expect(await logged(db, 2000, READ)).toBe(1);
    const [match, ...others] = await db.matches.toArray();
    expect(others).toEqual([]);
    expect(match).toMatchObject({ kind: "draft-found", paper: { ...DRAFT, ...PAGE }, foundAt: 1000, notifiedAt: 0 });
    expect(match).not.toHaveProperty("heldUntil");
    expect(reasonsOf(match)).toEqual(["paper P2300: D2300R11 (notify list)", "author Noether: Emmy Noether (notify list)"]);
  });

  it("that was told is not told again for what its page says", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300", "author:Noether");
    await logged(db, 1000, FOUND);
    await db.matches.toCollection().modify({ notifiedAt: 1500, notification: "told" });
    expect(await logged(db, 2000, READ)).toBe(0);
    expect(await db.matches.toArray()).toMatchObject([{ notifiedAt: 1500, reasons: [{ kind: "paper" }, { kind: "author" }] }]);
  });

  it("found once more knows less than its match does", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await logged(db, 1000, FOUND, READ);
    const before = await db.matches.get("D2300R11");
    expect(await logged(db, 2000, draftEvent("draft-found", { version: "0" }))).toBe(0);
    expect(await db.matches.get("D2300R11")).toEqual(before);
  });

  it("of a watched author is found when its page is read, and then does not wait", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "author:Noether");
    expect(await logged(db, 1000, FOUND)).toBe(0);
    expect(await logged(db, 2000, READ)).toBe(1);
    const match = await db.matches.get("D2300R11");
    expect(match).toMatchObject({ kind: "draft-read", notifiedAt: 0, draft: { version: "1" } });
    expect(match).not.toHaveProperty("heldUntil");
  });

  it.each([
    ["notify", 0],
    ["badge", 1000],
    ["off", undefined],
  ] as const)("is told as its list wants: %s", async (mode, notifiedAt) => {
    const db = await freshDatabase();
    await watchList(db, mode, "P2300");
    await logged(db, 1000, FOUND);
    expect((await db.matches.get("D2300R11"))?.notifiedAt).toBe(notifiedAt);
    expect(await db.effects.count()).toBe(mode === "badge" ? 1 : 0);
  });

  it("is told also to who wants to hear of no paper of the index", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    for (const name of ["tellRevisions", "tellIndexPapers"] as const) await writeSetting(db, name, false);
    await logged(db, 1000, FOUND);
    expect((await db.matches.get("D2300R11"))?.notifiedAt).toBe(0);
  });

  const near = { nearFrontier: true } as const;
  it.each<[switches: SettingName[], watch: string[], facts: Partial<DraftFacts>, reasons: string[]]>([
    [[], [], near, []],
    [["tellAnyDraft"], [], {}, ["any-draft"]],
    [["tellFrontierDrafts"], [], near, ["near-frontier"]],
    [["tellFrontierDrafts"], [], {}, []],
    [["tellFrontierDrafts", "tellAnyDraft"], [], near, ["near-frontier"]],
    [["tellFrontierDrafts", "tellAnyDraft"], [], {}, ["any-draft"]],
    [["tellFrontierDrafts", "tellAnyDraft"], [], { ...near, baseline: true }, []],
    [["tellFrontierDrafts", "tellAnyDraft"], [], { ...near, older: true }, []],
    [["tellAnyDraft"], ["P2300"], {}, ["paper", "any-draft"]],
    [["tellAnyDraft"], ["P2300"], { baseline: true }, ["paper"]],
    [["tellAnyDraft"], ["author:Noether"], { older: true }, ["author"]],
  ])("with %j on, watching %j, being %j: told for %j", async (switches, watched, facts, reasons) => {
    const db = await freshDatabase();
    await watchList(db, "notify", ...watched);
    for (const name of switches) await writeSetting(db, name, true);
    await logged(db, 1000, draftEvent("draft-found", facts), draftEvent("draft-read", facts));
    const [match] = await db.matches.toArray();
    expect(match?.reasons.map(({ kind }) => kind).sort() ?? []).toEqual([...reasons].sort());
    expect(match?.notifiedAt).toBe(reasons.length > 0 ? 0 : undefined);
  });
});

describe("an author who is only mentioned", () => {
  it.each<[name: string, on: boolean, watches: string[], text: string | undefined, reasons: string[]]>([
    ["is found", true, ["author:Gödel"], "Thanks to Kurt GODEL.", ["mention Gödel: Gödel (notify list)"]],
    ["is not looked for unless wanted", false, ["author:Gödel"], "Thanks to Kurt Gödel.", []],
    ["is no second reason beside the author", true, ["author:Noether"], "Emmy Noether", ["author Noether: Emmy Noether (notify list)"]],
    [
      "is a reason for one watch while the author is one for another",
      true,
      ["author:Noether", "author:Gödel"],
      "Emmy Noether thanks Gödel",
      ["author Noether: Emmy Noether (notify list)", "mention Gödel: Gödel (notify list)"],
    ],
    ["is nobody who is watched otherwise", true, ["title:Gödel"], "Kurt Gödel", []],
    ["is nobody where no page could be read", true, ["author:Gödel"], undefined, []],
  ])("%s", async (_, on, watches, text, reasons) => {
    const db = await freshDatabase();
    await watchList(db, "notify", ...watches);
    await writeSetting(db, "tellMentions", on);
    if (text !== undefined) await db.draftTexts.put({ id: "D2300R11", text });
    await logged(db, 1000, FOUND, READ);
    expect(reasonsOf(await db.matches.get("D2300R11"))).toEqual(reasons);
  });
});

describe("a paper of the index", () => {
  it.each<[off: SettingName, watches: Record<"notify" | "badge", string[]>, told: boolean]>([
    ["tellRevisions", { notify: ["P2300"], badge: [] }, false],
    ["tellRevisions", { notify: ["author:Noether"], badge: [] }, true],
    ["tellRevisions", { notify: ["P2300", "author:Noether"], badge: [] }, true],
    ["tellIndexPapers", { notify: ["P2300"], badge: [] }, true],
    ["tellIndexPapers", { notify: ["title:senders"], badge: [] }, false],
    ["tellIndexPapers", { notify: ["title:senders"], badge: ["P2300"] }, false],
    ["tellRevisions", { notify: ["P2300"], badge: ["title:senders"] }, false],
  ])("with %s off, watching %j: told %s, and counted in any case", async (off, { notify, badge }, told) => {
    const db = await freshDatabase();
    await watchList(db, "notify", ...notify);
    await watchList(db, "badge", ...badge);
    await writeSetting(db, off, false);
    await logged(db, 1000, ADDED);
    expect(await db.matches.toArray()).toMatchObject([{ id: "P2300R11", notifiedAt: told ? 0 : 1000, readAt: 0 }]);
  });

  it("that yearly listings name before the index does is told once", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    expect(await logged(db, 1000, { kind: "paper-listed", paper: PUBLISHED })).toBe(1);
    await db.matches.toCollection().modify({ notifiedAt: 1500, notification: "told" });
    expect(await logged(db, 2000, ADDED)).toBe(0);
    expect(await db.matches.toArray()).toMatchObject([{ kind: "paper-listed", notifiedAt: 1500 }]);
  });

  it("of which the listing says more is news only to those who did not watch it before", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await watchList(db, "badge", "audience:LEWG");
    await logged(db, 1000, { kind: "paper-listed", paper: PUBLISHED, before: { ...PUBLISHED, audience: [] } });
    expect(reasonsOf(await db.matches.get("P2300R11"))).toEqual(["audience LEWG: LEWG (badge list)"]);
  });

  it("found at isocpp.org under its own name is a draft until the index has it", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await db.drafts.put({ id: "D2300R11", prefix: "D", number: 2300, revision: 11, files: [], foundAt: 500 });
    const own = { id: "P2300R11", prefix: "P" } as const;
    await logged(db, 1000, draftEvent("draft-found", {}, own), draftEvent("draft-read", {}, own));
    expect(await db.matches.get("P2300R11")).toMatchObject({ kind: "draft-found", draft: { version: "1" } });
    expect(await db.matches.get("P2300R11")).not.toHaveProperty("from");
    expect(await logged(db, 2000, ADDED)).toBe(0);
    const match = await db.matches.get("P2300R11");
    expect(match).toMatchObject({ kind: "paper-added", paper: PUBLISHED, notifiedAt: 0, foundAt: 1000, from: { id: "D2300R11" } });
    for (const name of ["draft", "heldUntil"]) expect(match).not.toHaveProperty(name);
  });
});

describe("a draft that was told and read, and changes,", () => {
  it.each<[what: string, meanwhile: (db: Database, list: number, watch: number) => Promise<unknown>, told: boolean]>([
    ["is told", async () => {}, true],
    ["is told where its watch is in another list by then", async (db, _, watch) => moveWatches(db, [watch], await watchList(db, "notify")), true],
    [
      "is told where its watch is spelled otherwise",
      (db, list, watch) => editWatch(db, watch, { kind: "rule", text: "paper:P2300 -author:Gödel" }, list),
      true,
    ],
    [
      "is not where its watch is gone, whatever else the list has",
      async (db, list, watch) => [await addWatch(db, list, { kind: "paper", text: "P1" }, 0), await db.watches.delete(watch)],
      false,
    ],
  ])("%s", async (_, meanwhile, told) => {
    const db = await freshDatabase();
    const list = await watchList(db, "notify", "P2300");
    const watch = (await db.watches.toCollection().first())?.id ?? 0;
    await logged(db, 1000, FOUND, READ);
    await db.matches.toCollection().modify({ notifiedAt: 1500, notification: "told", readAt: 1600 });
    await meanwhile(db, list, watch);
    await logged(db, 2000, draftEvent("draft-changed", { version: "2" }));
    expect(await db.matches.get("D2300R11")).toMatchObject(told ? { readAt: 0, notifiedAt: 0 } : { readAt: 1600, notifiedAt: 1500 });
  });
});

describe("who looks back", () => {
  it("spoils nothing that is known already, and holds nothing back", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await logged(db, 1000, FOUND);
    await logged(db, 2000, READ, draftEvent("draft-gone"), draftEvent("draft-changed", { version: "2" }));
    const before = await db.matches.get("D2300R11");
    const list = await watchList(db, "badge", "paper:P2300R11");
    const watch = await db.watches.where({ list }).first();
    await control.lookBack(listenersAt(db, 3000), `history/${watch?.id}`);
    await hearLog(db, 3000, `history/${watch?.id}`);
    const after = await db.matches.get("D2300R11");
    expect(after).toEqual({ ...before, reasons: [...(before?.reasons ?? []), expect.objectContaining({ list })] });
  });

  it("finds a draft with what its page says, counted, and marked where it is gone", async () => {
    const db = await freshDatabase();
    await logged(db, 1000, FOUND, READ, draftEvent("draft-gone"));
    await db.drafts.put({ id: "D2300R11", prefix: "D", number: 2300, revision: 11, files: [], foundAt: 1000, gone: true });
    await watchList(db, "notify", "P2300");
    const watch = await db.watches.toCollection().first();
    await control.lookBack(listenersAt(db, 3000), `history/${watch?.id}`);
    await hearLog(db, 3000, `history/${watch?.id}`);
    expect(await db.matches.toArray()).toMatchObject([{ paper: PAGE, notifiedAt: 3000, readAt: 0, draft: { version: "1", gone: true } }]);
  });
});
