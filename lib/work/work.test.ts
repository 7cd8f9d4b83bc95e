import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, type NotedDatabase } from "../../test/engine/fresh-work.ts";
import { transact } from "./work.ts";

/** One of the engine's transactions, on two of the tables. */
const within = <T>({ work }: FreshWork, body: (db: NotedDatabase) => Promise<T>): Promise<T> =>
  transact(work, "test", ["notes", "jobs"], (db) => body(db as NotedDatabase));

async function awaitOften(): Promise<void> {
  for (let times = 0; times < 150; times++) await Promise.resolve();
}

describe("a transaction", () => {
  it("is one, however much its body awaits that asks the database nothing", async () => {
    const fresh = await freshWork();
    const writing = within(fresh, async (db) => {
      await db.notes.add({ text: "before" });
      await awaitOften();
      await db.notes.add({ text: "after" });
      await awaitOften();
      expect(await db.notes.count()).toBe(2);
      throw new Error("undone");
    });
    await expect(writing).rejects.toThrow("undone");
    expect(await fresh.notes()).toEqual([]);
  });

  it("is all written where it ends well, and gives what its body gives", async () => {
    const fresh = await freshWork();
    const given = await within(fresh, async (db) => {
      await awaitOften();
      await db.notes.add({ text: "one" });
      await awaitOften();
      await Promise.all([db.notes.add({ text: "two" }), db.notes.where(":id").above(0).toArray()]);
      return "given";
    });
    expect(given).toBe("given");
    expect(await fresh.notes()).toEqual(["one", "two"]);
  });

  it("has the tables that were declared and no others, however they are got at", async () => {
    const fresh = await freshWork();
    const writing = within(fresh, async (db) => {
      await db.notes.add({ text: "undone" });
      await db.log.add({ what: "not declared" });
    });
    await expect(writing).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await fresh.notes()).toEqual([]);
    expect(await fresh.db.log.count()).toBe(0);
  });

  it("is no other within it", async () => {
    const fresh = await freshWork();
    const writing = within(fresh, async (db) => {
      await db.transaction("rw", [db.notes], async () => void (await db.notes.add({ text: "within" })));
      throw new Error("undone");
    });
    await expect(writing).rejects.toThrow("undone");
    expect(await fresh.notes()).toEqual([]);
  });

  it("takes nothing more when it is over", async () => {
    const fresh = await freshWork();
    let kept: NotedDatabase | undefined;
    await within(fresh, async (db) => {
      kept = db;
      await db.notes.add({ text: "in time" });
    });
    await expect(kept?.notes.add({ text: "too late" })).rejects.toMatchObject({ name: "TransactionInactiveError" });
    expect(await fresh.notes()).toEqual(["in time"]);
  });

  it("that was over before all was written rejects", async () => {
    const fresh = await freshWork();
    const writing = within(fresh, async (db) => {
      await db.notes.count();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await db.notes.add({ text: "too late" });
    });
    await expect(writing).rejects.toMatchObject({ name: "TransactionInactiveError" });
    expect(await fresh.notes()).toEqual([]);
  });
});
