import { describe, expect, it } from "vitest";
import { draftEvent, logged, PAGE, PUBLISHED, reasonsOf } from "../../../test/store/draft-log.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { exportBackup } from "../backup/backup.ts";
import { importBackup } from "../backup/import-backup.ts";
import { writeSetting } from "../lists/settings-store.ts";

describe("a rule on a watchlist", () => {
  it("finds what all its terms ask for, and says which", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "author:Noether title:sender*", "author:Noether title:ranges", "author:Noether -audience:LEWG");
    await logged(db, 1, { kind: "paper-added", paper: PUBLISHED });
    expect(reasonsOf(await db.matches.get("P2300R11"))).toEqual(["rule author:Noether title:sender*: Emmy Noether, “Senders” (notify list)"]);
  });

  it("says nothing of a draft whose first page may still name what must not be", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300 -audience:LEWG", "P2300 -audience:SG1");
    await logged(db, 1, draftEvent("draft-found"));
    expect(await db.matches.count()).toBe(0);
    await logged(db, 2, draftEvent("draft-read"));
    expect(reasonsOf(await db.matches.get("D2300R11"))).toEqual(["rule paper:P2300 -audience:SG1: D2300R11 (notify list)"]);
  });

  it("tells of a draft that cannot be read, since nothing says that it is not wanted", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300 -audience:LEWG");
    const unread = { title: "", authors: [], audience: [] };
    expect(await logged(db, 1, draftEvent("draft-found"), draftEvent("draft-read", { unreadable: "broken" }, unread))).toBe(1);
    expect(await db.matches.get("D2300R11")).toMatchObject({ notifiedAt: 0, draft: { unreadable: "broken" } });
  });

  it("is not satisfied by an author who is only mentioned", async () => {
    const db = await freshDatabase();
    await writeSetting(db, "tellMentions", true);
    await watchList(db, "notify", "author:Gödel audience:LEWG");
    await db.draftTexts.put({ id: "D2300R11", text: "Thanks to Kurt Gödel." });
    await logged(db, 1, draftEvent("draft-read"));
    expect(await db.matches.count()).toBe(0);
    await logged(db, 2, draftEvent("draft-read", {}, { authors: [...PAGE.authors, "Kurt Gödel"] }));
    expect(await db.matches.count()).toBe(1);
  });

  it.each([
    ["P2300 -kind:draft", "tellRevisions"],
    ["author:Noether -kind:draft", "tellIndexPapers"],
  ] as const)("%s is told as long as %s is on", async (text, setting) => {
    for (const on of [true, false]) {
      const db = await freshDatabase();
      await writeSetting(db, setting, on);
      await watchList(db, "notify", text);
      await logged(db, 7, { kind: "paper-added", paper: PUBLISHED });
      expect((await db.matches.get("P2300R11"))?.notifiedAt).toBe(on ? 0 : 7);
    }
  });

  it("goes out and in again with its matches", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", 'title:"senders by author:Noether" -SG1', "author:Noether title:senders");
    await logged(db, 1, { kind: "paper-added", paper: PUBLISHED });
    const backup = await exportBackup(db, 5);
    const other = await freshDatabase();
    expect(await importBackup(other, JSON.stringify(backup), 9)).toMatchObject({ ok: true, watches: 2, matches: 1, rejected: [] });
    expect((await other.watches.toArray()).map(({ kind, text }) => [kind, text])).toEqual([
      ["rule", 'title:"senders by author:Noether" -audience:SG1'],
      ["rule", "author:Noether title:senders"],
    ]);
  });
});
