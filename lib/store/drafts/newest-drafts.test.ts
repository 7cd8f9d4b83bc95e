import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { Draft } from "../../papers/draft.ts";
import { newestDrafts } from "./newest-drafts.ts";

const draft = (number: number, revision: number, foundAt: number): Draft => ({
  id: `D${number}R${revision}`,
  prefix: "D",
  number,
  revision,
  files: [],
  foundAt,
});

it("the newest drafts are those found last, then those of the higher number and revision", async () => {
  const db = await freshDatabase();
  await db.drafts.bulkPut([draft(1000, 1, 5), draft(3000, 0, 1), draft(1000, 2, 5), draft(2000, 0, 5), draft(1500, 0, 9)]);
  const { count, newest } = await newestDrafts(db, 4);
  expect(count).toBe(5);
  expect(newest.map(({ id }) => id)).toEqual(["D1500R0", "D2000R0", "D1000R2", "D1000R1"]);
});
