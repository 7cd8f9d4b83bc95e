import "fake-indexeddb/auto";
import { expect, it, onTestFinished } from "vitest";
import { leaveBehind } from "../../../test/store/leave-behind.ts";
import fixture from "../../../test/store/version-5.json" with { type: "json" };
import { createDatabase } from "./database.ts";
import { openDatabase } from "./open-database.ts";

it("keeps all that version 5 left behind, and has room for texts", async () => {
  await leaveBehind("version-5", fixture);
  const db = await openDatabase(createDatabase("version-5"));
  onTestFinished(() => db.delete());
  for (const [table, rows] of Object.entries(fixture.rows)) expect(await db.table(table).toArray(), table).toEqual(rows);
  expect([await db.texts.count(), await db.packedTexts.count()]).toEqual([0, 0]);
});
