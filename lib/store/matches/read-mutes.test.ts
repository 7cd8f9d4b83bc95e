import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { readMutes } from "./read-mutes.ts";

it("mutes are read the last first, those of one moment by their names", async () => {
  const db = await freshDatabase();
  await db.mutes.bulkPut([
    { series: "P3", at: 5 },
    { series: "P1", at: 5 },
    { series: "P2", at: 1 },
    { series: "P4", at: 9 },
  ] as Parameters<typeof db.mutes.bulkPut>[0]);
  expect((await readMutes(db)).map(({ series }) => series)).toEqual(["P4", "P1", "P3", "P2"]);
});
