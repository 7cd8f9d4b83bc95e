import { expect, it, vi } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { writeSnapshot } from "../../work/snapshot.ts";
import { lacksRoom, noteNoRoom } from "./no-room.ts";

const session = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  return { get: async (key: string) => ({ [key]: kept[key] }), set: async (values: object) => void Object.assign(kept, values) };
});
vi.mock("wxt/browser", () => ({ browser: { storage: { session } } }));

it("room lacks from when it was noted until something can be written again", async () => {
  const db = await freshDatabase();
  const write = (now: number) => writeSnapshot(db as unknown as WorkDatabase, now);
  expect(await lacksRoom(db)).toBe(false);
  await noteNoRoom(5);
  expect(await lacksRoom(db)).toBe(true);
  await write(4);
  expect(await lacksRoom(db)).toBe(true);
  await write(6);
  expect(await lacksRoom(db)).toBe(false);
  await noteNoRoom(7);
  expect(await lacksRoom(db)).toBe(true);
});
