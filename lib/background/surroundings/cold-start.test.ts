import { expect, it, vi } from "vitest";
import { coldStart } from "./cold-start.ts";

/** What the browser forgets when it ends. */
const session = vi.hoisted(() => {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key: string) => ({ [key]: kept.get(key) }),
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
  };
});
vi.mock("wxt/browser", () => ({ browser: { storage: { session } } }));

it("a start is cold once for each start of the browser, however often it starts the background", async () => {
  const first = coldStart();
  expect([await first(), await first()]).toEqual([true, false]);
  expect(await coldStart()()).toBe(false);
  session.kept.clear();
  expect(await first()).toBe(false);
  expect(await coldStart()()).toBe(true);
});

it("a start that is asked for twice at once is cold once", async () => {
  session.kept.clear();
  const isCold = coldStart();
  expect(await Promise.all([isCold(), isCold()])).toEqual([true, false]);
});
