import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { Watch } from "../../watch/watch.ts";
import { decideTitleForms, noteTitleFormsTold, readLists } from "./lists-state.ts";
import { decideLists } from "./restore-lists.ts";

describe("that words of titles find their other forms", () => {
  it.each<[watches: Watch[], told: "told" | "untold"]>([
    [[{ kind: "title", text: "executor" }], "untold"],
    [[{ kind: "rule", text: "author:Kühl title:executor" }], "untold"],
    [[{ kind: "author", text: "Kühl" }], "told"],
    [[], "told"],
  ])("with %j from before is %s", async (watches, told) => {
    const db = await freshDatabase();
    await db.state.put({ name: "lists", since: 1 });
    await db.watches.bulkAdd(watches.map((watch) => ({ ...watch, list: 1, addedAt: 1 })));
    await decideTitleForms(db);
    expect(await readLists(db)).toEqual({ name: "lists", since: 1, titleForms: told });
    expect((await db.watches.toArray()).map(({ text }) => text)).toEqual(watches.map(({ text }) => text));
  });

  it("is told once, and to nobody who begins with it", async () => {
    const db = await freshDatabase();
    await decideLists(db, async () => undefined, 1);
    await decideTitleForms(db);
    await db.watches.add({ kind: "title", text: "executor", list: 1, addedAt: 2 });
    await decideTitleForms(db);
    expect((await readLists(db))?.titleForms).toBe("told");
    await db.state.put({ name: "lists", since: 1, titleForms: "untold" });
    await noteTitleFormsTold(db);
    await decideTitleForms(db);
    expect((await readLists(db))?.titleForms).toBe("told");
  });
});
