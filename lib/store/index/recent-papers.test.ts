import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { recentPapers } from "./recent-papers.ts";
import { replaceIndex } from "./replace-index.ts";

const idOf = (number: number) => `P${String(number).padStart(4, "0")}R0`;

it("the recent papers are those on the fifteen highest shelves, of P papers only, by number and not by letter", async () => {
  const db = await freshDatabase();
  // 17 shelves, of which two have more digits.
  const numbers = Array.from({ length: 17 }, (_, shelf) => 8_550 + shelf * 100);
  await replaceIndex(db, indexOf(Object.fromEntries([...numbers.map(idOf), "N4950"].map((id) => [id, {}]))), {}, 1);
  expect((await recentPapers(db)).map(({ id }) => id).sort()).toEqual(numbers.slice(2).map(idOf).sort());
});

it("there are none without an index", async () => {
  expect(await recentPapers(await freshDatabase())).toEqual([]);
});
