import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { leaveBehind } from "../../test/store/leave-behind.ts";
import { createDatabase } from "./database.ts";
import { openDatabase } from "./open-database.ts";

it("leaves a newer database, which lacks one of today's tables, as it is", async () => {
  await leaveBehind("newer", { version: 30, stores: { shelves: { keyPath: "key" } }, rows: {} });
  await expect(openDatabase(createDatabase("newer"))).rejects.toThrow(/newer PaperScout/);
  expect((await indexedDB.databases()).find(({ name }) => name === "newer")?.version).toBe(30);
});
