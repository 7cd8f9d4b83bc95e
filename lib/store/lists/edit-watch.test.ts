import { expect, it } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import type { MatchReason } from "../database/schema.ts";
import { foundByWatch } from "../matches/found-by-watch.ts";
import { editWatch, endWatch, moveWatches, removeWatch, removeWatchlist, restoreWatch } from "./watchlists.ts";

async function twoLists() {
  const db = await freshDatabase();
  const first = await watchList(db, "notify", "P2300", "author:Lovelace");
  const second = await watchList(db, "badge", "LEWG", "P2300");
  const rows = await db.watches.toArray();
  const texts = async () => (await db.watches.orderBy("id").toArray()).map(({ list, kind, text }) => `${list === first ? 1 : 2} ${kind} ${text}`);
  return { db, first, second, texts, ids: rows.map(({ id }) => id) };
}

it("makes another watch of one where it stands, which keeps its place and age", async () => {
  const { db, first, ids, texts } = await twoLists();
  expect(await editWatch(db, ids[0] ?? 0, { kind: "rule", text: "author:Hopper -audience:SG1" }, first)).toBe("edited");
  expect(await texts()).toEqual(["1 rule author:Hopper -audience:SG1", "1 author Lovelace", "2 audience LEWG", "2 paper P2300"]);
  expect(await editWatch(db, ids[0] ?? 0, { kind: "rule", text: "author:Hopper -audience:SG1" }, first)).toBe("edited");
});

it("moves one to another list", async () => {
  const { db, second, ids, texts } = await twoLists();
  expect(await editWatch(db, ids[1] ?? 0, { kind: "author", text: "Lovelace" }, second)).toBe("edited");
  expect(await texts()).toEqual(["1 paper P2300", "2 author Lovelace", "2 audience LEWG", "2 paper P2300"]);
});

it("leaves one of two that became the same", async () => {
  const { db, first, second, ids, texts } = await twoLists();
  expect(await editWatch(db, ids[0] ?? 0, { kind: "paper", text: "P2300" }, second)).toBe("already-there");
  expect(await texts()).toEqual(["1 author Lovelace", "2 audience LEWG", "2 paper P2300"]);
  expect(await editWatch(db, ids[1] ?? 0, { kind: "paper", text: "P1" }, -1)).toBe("gone");
  expect(await editWatch(db, -1, { kind: "paper", text: "P1" }, first)).toBe("gone");
});

it("moves several at once, and leaves one of two that became the same", async () => {
  const { db, second, ids, texts } = await twoLists();
  expect(await moveWatches(db, [...ids.slice(0, 2), -1], second)).toBe(2);
  expect(await texts()).toEqual(["2 author Lovelace", "2 audience LEWG", "2 paper P2300"]);
  expect(await moveWatches(db, ids, -1)).toBe(0);
});

async function bothFound() {
  const lists = await twoLists();
  const { db, first, second } = lists;
  const of = (list: number, kind: MatchReason["kind"], watched: string): MatchReason => ({ kind, watched, found: watched, list, listName: `list ${list}` });
  await db.matches.bulkAdd([
    { ...found("P2300R0"), reasons: [of(first, "paper", "P2300"), of(second, "paper", "P2300"), of(second, "audience", "LEWG")] },
    { ...found("P2300R1"), reasons: [of(first, "paper", "P2300"), of(first, "published", "D2300R1")] },
    { ...found("P1R0"), reasons: [of(first, "mention", "Lovelace"), of(first, "author", "Lovelace and others")] },
    { ...found("P2R0"), reasons: [of(second, "audience", "LEWG")] },
  ]);
  const reasons = async () =>
    Object.fromEntries(
      (await db.matches.toArray()).map(({ id, reasons }) => [id, reasons.map(({ kind, watched, list, listName }) => `${listName}/${list} ${kind} ${watched}`)]),
    );
  return { ...lists, reasons };
}

it("moves what one has found with it, and says once what both lists had found", async () => {
  const { db, second, ids, reasons } = await bothFound();
  const before = await reasons();
  expect(await moveWatches(db, ids.slice(0, 2), second)).toBe(2);
  expect(await reasons()).toEqual({
    ...before,
    P2300R0: ["list 2/2 paper P2300", "list 2/2 audience LEWG"],
    P2300R1: ["badge list/2 paper P2300", "list 1/1 published D2300R1"],
    P1R0: ["badge list/2 mention Lovelace", "list 1/1 author Lovelace and others"],
  });
  const foundBy = await foundByWatch(db);
  expect(foundBy({ kind: "paper", text: "P2300", list: second }).count).toBe(2);
  expect(foundBy({ kind: "author", text: "Lovelace", list: second }).count).toBe(1);
});

it("moves what one has found where it is edited, unless it asks for something else from then on", async () => {
  const { db, first, second, ids, reasons } = await bothFound();
  const before = await reasons();
  await editWatch(db, ids[0] ?? 0, { kind: "paper", text: "P2301" }, second);
  await editWatch(db, ids[1] ?? 0, { kind: "author", text: "Lovelace" }, first);
  expect(await reasons()).toEqual(before);
  await editWatch(db, ids[1] ?? 0, { kind: "author", text: "Lovelace" }, second);
  expect(await reasons()).toEqual({ ...before, P1R0: ["badge list/2 mention Lovelace", "list 1/1 author Lovelace and others"] });
});

it("writes nothing of what others have found", async () => {
  const { db, first, second, ids } = await bothFound();
  const written: string[] = [];
  db.matches.hook("updating", (_, id) => void written.push(id));
  await moveWatches(db, [ids[1] ?? 0], second);
  await moveWatches(db, [ids[1] ?? 0], second);
  expect(written).toEqual(["P1R0"]);
  expect(first).not.toBe(second);
});

it("brings back one that was removed, where and as old as it was", async () => {
  const { db, first, second, ids, texts } = await twoLists();
  const before = await db.watches.toArray();
  const [row] = before;
  if (!row) throw new Error("no watch");
  await removeWatch(db, row.id);
  expect(await restoreWatch(db, row)).toBe(true);
  expect(await db.watches.toArray()).toEqual(before);
  expect(await restoreWatch(db, { ...row, id: 99 })).toBe(true);
  expect(await db.watches.count()).toBe(ids.length);
  await removeWatchlist(db, first);
  expect(await restoreWatch(db, row)).toBe(false);
  expect(await texts()).toEqual((await db.watches.toArray()).map(({ kind, text }) => `2 ${kind} ${text}`));
  expect(second).not.toBe(first);
});

it("ends one in every list that has it, and brings all of it back as it was", async () => {
  const { db, first, texts } = await twoLists();
  await db.watches.add({ list: first, kind: "paper", text: "D2300", addedAt: 7 });
  const before = await db.watches.toArray();
  const ended = await endWatch(db, { kind: "paper", text: "d2300" });
  expect(ended.map(({ text }) => text)).toEqual(["P2300", "P2300", "D2300"]);
  expect(await texts()).toEqual(["1 author Lovelace", "2 audience LEWG"]);
  expect(await endWatch(db, { kind: "paper", text: "P2300" })).toEqual([]);
  for (const row of ended) expect(await restoreWatch(db, row)).toBe(true);
  expect(await db.watches.toArray()).toEqual(before);
});
