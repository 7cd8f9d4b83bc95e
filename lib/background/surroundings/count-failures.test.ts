import { expect, it, vi } from "vitest";
import { countFailures } from "./count-failures.ts";

const session = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  return { kept, get: async (key: string) => ({ [key]: kept[key] }), set: vi.fn(async (values: object) => void Object.assign(kept, values)) };
});
vi.mock("wxt/browser", () => ({ browser: { storage: { session } } }));

it("slices that fail in a row are counted beyond the life of one background, and one that goes well ends the row", async () => {
  const counts: number[] = [];
  for (const failed of [false, true, true, true, false, true]) counts.push(await countFailures(failed));
  expect(counts).toEqual([0, 1, 2, 3, 0, 1]);
});

it("nothing is written for slices that go well", async () => {
  await countFailures(false);
  session.set.mockClear();
  await countFailures(false);
  expect(session.set).not.toHaveBeenCalled();
});

it("what cannot be a count is none", async () => {
  Object.assign(session.kept, Object.fromEntries(Object.keys(session.kept).map((key) => [key, "many"])));
  expect(await countFailures(true)).toBe(1);
});
