import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf, manyPapers } from "../../../test/store/index-of.ts";
import { indexPapers } from "./index-papers.ts";
import { replaceIndex } from "./replace-index.ts";

it("finds papers of the index on their shelves, and only those that were asked for", async () => {
  const db = await freshDatabase();
  await replaceIndex(db, { ...manyPapers(300), ...indexOf({ N4950: {}, P2300R10: { title: "Senders" }, D2300R11: {} }) }, {}, 1);
  const found = await indexPapers(db, ["P0001R0", "P0299R0", "P2300R10", "N4950", "P2300R11", "P9999R0", "D2300R11", "no id"]);
  expect([...found.keys()].sort()).toEqual(["D2300R11", "N4950", "P0001R0", "P0299R0", "P2300R10"]);
  expect(found.get("P2300R10")).toMatchObject({ title: "Senders", number: 2300, revision: 10 });
});

it("finds none where there is no index or nothing is asked for", async () => {
  const db = await freshDatabase();
  expect(await indexPapers(db, ["P1R0"])).toEqual(new Map());
  await replaceIndex(db, manyPapers(3), {}, 1);
  expect(await indexPapers(db, [])).toEqual(new Map());
});
