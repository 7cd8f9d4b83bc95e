import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { ListMode } from "../database/schema.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { noteShowing, readNotifying } from "./notifying.ts";

describe("notifications", () => {
  it.each<[string, ListMode[], boolean, boolean]>([
    ["a list notifies", ["badge", "notify"], true, true],
    ["no list does", ["badge", "off"], true, false],
    ["there is no list", [], true, false],
    ["they are switched off", ["notify"], false, false],
  ])("are wanted or not where %s", async (_, modes, notifications, wanted) => {
    const db = await freshDatabase();
    await writeSetting(db, "notifications", notifications);
    for (const mode of modes) {
      const list = await db.watchlists.add({ name: mode, mode });
      await db.watches.add({ list, kind: "paper", text: "P2300", addedAt: 1 });
    }
    expect(await readNotifying(db)).toEqual({ wanted, wasBlocked: false });
  });

  it("are not wanted by a list that watches nothing", async () => {
    const db = await freshDatabase();
    await db.watchlists.add({ name: "Empty", mode: "notify" });
    expect(await readNotifying(db)).toMatchObject({ wanted: false });
  });

  it("were blocked until one is shown, and what the browser does not tell changes nothing", async () => {
    const db = await freshDatabase();
    const blocked = async () => (await readNotifying(db)).wasBlocked;
    await noteShowing(db, "handed-over", 1);
    expect(await blocked()).toBe(false);
    await noteShowing(db, "blocked", 2);
    await noteShowing(db, "handed-over", 3);
    expect(await blocked()).toBe(true);
    await noteShowing(db, "shown", 4);
    expect(await blocked()).toBe(false);
  });
});
