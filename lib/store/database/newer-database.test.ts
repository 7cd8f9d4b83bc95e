import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { leaveBehind } from "../../../test/store/leave-behind.ts";
import { createDatabase, DATABASE_VERSION } from "./database.ts";
import { openDatabase } from "./open-database.ts";

const NEWER = (DATABASE_VERSION + 1) * 10;

it("leaves a newer database, which lacks one of today's tables, as it is", async () => {
  await leaveBehind("newer", { version: NEWER, stores: { shelves: { keyPath: "key" } }, rows: {} });
  await expect(openDatabase(createDatabase("newer"))).rejects.toMatchObject({
    message: expect.stringMatching(/newer PaperScout/),
    newerFormat: DATABASE_VERSION + 1,
  });
  expect((await indexedDB.databases()).find(({ name }) => name === "newer")?.version).toBe(NEWER);
});
