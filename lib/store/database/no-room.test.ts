import { expect, it, vi } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { JobRow } from "../../work/rows.ts";
import { hasRoom } from "./has-room.ts";
import { lacksRoom, noteNoRoom } from "./no-room.ts";

const session = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  return { get: async (key: string) => ({ [key]: kept[key] }), set: async (values: object) => void Object.assign(kept, values) };
});
vi.mock("wxt/browser", () => ({ browser: { storage: { session } } }));

it("room lacks from when it was noted until the end of a job can be written again", async () => {
  const db = await freshDatabase();
  const end = (endedAt: number) => db.jobs.add({ kind: "tidy", state: "done", endedAt } as JobRow);
  expect(await lacksRoom(db)).toBe(false);
  await noteNoRoom(5);
  expect(await lacksRoom(db)).toBe(true);
  await db.jobs.add({ kind: "tidy", state: "todo", runAt: 9 } as JobRow);
  await end(4);
  expect(await lacksRoom(db)).toBe(true);
  await end(6);
  await end(3);
  expect(await lacksRoom(db)).toBe(false);
  await noteNoRoom(7);
  expect(await lacksRoom(db)).toBe(true);
});

it("whether there is room for so much is tried, and nothing of it stays", async () => {
  const db = await freshDatabase();
  expect(await hasRoom(db, 1_000)).toBe(true);
  expect(await db.downloads.count()).toBe(0);
  await db.downloads.put({ name: "index", body: new Uint8Array(1), contentType: "" });
  const refuse = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  db.downloads.hook("creating", refuse);
  expect(await hasRoom(db, 1_000)).toBe(false);
  db.downloads.hook("creating").unsubscribe(refuse);
  expect(await db.downloads.toArray()).toMatchObject([{ name: "index" }]);
});
