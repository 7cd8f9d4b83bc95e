import { expect, it } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { readAllMatches } from "./read-all-matches.ts";

it.each([0, 1, 200, 450])("all of %i matches are read, newest first, those of one moment in the order of the other lists", async (count) => {
  const db = await freshDatabase();
  await db.matches.bulkAdd(Array.from({ length: count }, (_, place) => found(`P${1_000 + place}R0`, { foundAt: 1 + (place % 7) })));
  const expected = await db.matches.orderBy("foundAt").reverse().primaryKeys();
  expect((await readAllMatches(db)).map(({ id }) => id)).toEqual(expected);
});
