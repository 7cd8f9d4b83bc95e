import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { fillBuiltIns } from "./fill-built-ins.ts";

/** The built-ins of an older browser. */
function olderWorld() {
  const world = runInNewContext(`
    for (const name of ["getOrInsert", "getOrInsertComputed"]) { delete Map.prototype[name]; delete WeakMap.prototype[name]; }
    delete Math.sumPrecise; delete Uint8Array.prototype.toHex; delete Promise.try;
    ({ Map, WeakMap, Math, Uint8Array, Promise })`);
  class OlderURL {
    static canParse = URL.canParse;
    readonly pathname: string;
    constructor(address: string, base?: string) {
      this.pathname = new URL(address, base).pathname;
    }
  }
  return { ...world, URL: OlderURL };
}

it("fills what is missing, as the language has it", async () => {
  const world = olderWorld();
  fillBuiltIns(world);
  const map = new world.Map([["a", 1]]);
  expect([
    map.getOrInsert("a", 2),
    map.getOrInsert("b", 3),
    map.getOrInsertComputed("c", (key: string) => `${key}!`),
    map.getOrInsertComputed("c", String),
  ]).toEqual([1, 3, "c!", "c!"]);
  const key = {};
  expect(new world.WeakMap().getOrInsertComputed(key, () => 7)).toBe(7);
  expect(world.Math.sumPrecise(new Set([1, 2, 3]))).toBe(6);
  expect(new world.Uint8Array([0, 15, 255]).toHex()).toBe("000fff");
  expect([world.URL.parse("x"), world.URL.parse("b", "https://example.org/a")?.pathname]).toEqual([null, "/b"]);
  expect(await world.Promise.try((one: number) => one + 1, 1)).toBe(2);
  await expect(
    world.Promise.try(() => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
});

it("leaves alone what is there, and is seen in no loop", () => {
  const world = olderWorld();
  const own = () => "own";
  world.Math.sumPrecise = own;
  fillBuiltIns(world);
  fillBuiltIns(world);
  expect(world.Math.sumPrecise).toBe(own);
  expect(Object.keys(world.Map.prototype)).toEqual([]);
});
