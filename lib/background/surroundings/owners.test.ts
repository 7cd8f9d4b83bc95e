import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockOwners } from "./owners.ts";

type Request = (name: string, hold: () => Promise<void>) => Promise<void>;

/** A browser's Web Locks; `die` ends the context that asked for the lock of that name. */
function locks({ request, query }: { request?: Request; query?: () => Promise<object> } = {}) {
  const held = new Set<string>();
  const grant: Request = async (name, hold) => {
    held.add(name);
    return hold();
  };
  vi.stubGlobal("navigator", {
    locks: { request: vi.fn(request ?? grant), query: query ?? (async () => ({ held: [...held, undefined].map((name) => ({ name })) })) },
  });
  return { held, die: (name: string) => held.delete(name) };
}

const refuse = async () => {
  throw new DOMException("The document is not active.", "InvalidStateError");
};

beforeEach(() => vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a context", () => {
  it("lives under one name of its own for as long as it holds the lock of it", async () => {
    const { die } = locks();
    const [one, another] = [lockOwners(), lockOwners()];
    const name = await one.self();
    expect(await one.self()).toBe(name);
    expect(navigator.locks.request).toHaveBeenCalledTimes(1);
    expect(await another.self()).not.toBe(name);
    expect((await another.alive())?.has(name)).toBe(true);
    die(name);
    expect((await another.alive())?.has(name)).toBe(false);
  });

  it("works without a lock too, and counts as dead for nobody", async () => {
    locks({ request: refuse });
    const name = await lockOwners().self();
    expect(name).not.toBe("");
    expect(await lockOwners().self()).not.toBe(name);
    expect((await lockOwners().alive())?.has(name)).toBe(true);
  });

  it("cannot say who lives where the browser does not", async () => {
    locks({ query: refuse });
    expect(await lockOwners().alive()).toBeUndefined();
    vi.stubGlobal("navigator", {});
    expect(await lockOwners().alive()).toBeUndefined();
    expect(await lockOwners().self()).not.toBe("");
  });
});
