import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { replaceIndex } from "../../store/index/replace-index.ts";
import { backgroundSearch } from "./background-search.ts";

it("makes a search when it is wanted, keeps it, and makes another when the papers have changed", async () => {
  const db = await freshDatabase();
  await replaceIndex(db, indexOf({ P1R0: {} }), {}, 1);
  const { current, ready } = backgroundSearch(async () => db);
  expect(ready()).toBeUndefined();
  const [one, other] = await Promise.all([current(), current()]);
  expect(one).toBe(other);
  expect(one.size).toBe(1);
  expect(ready()).toBe(one);
  expect(await current()).toBe(one);
  await replaceIndex(db, indexOf({ P1R0: {}, P2R0: {} }), {}, 2);
  expect(ready()).toBe(one);
  expect((await current()).size).toBe(2);
});

it("tries again after a database that did not open", async () => {
  const db = await freshDatabase();
  let isClosed = true;
  const { current } = backgroundSearch(async () => {
    if (isClosed) throw new Error("closed");
    return db;
  });
  await expect(current()).rejects.toThrow("closed");
  isClosed = false;
  expect((await current()).size).toBe(0);
});
