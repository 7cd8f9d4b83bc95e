type World = Pick<typeof globalThis, "Map" | "WeakMap" | "Math" | "Uint8Array" | "Promise" | "URL">;

/** Adds what pdf.js takes for granted and Node 24, Firefox 140 and Chrome of that time do not have. Before Chrome 122 there is no Iterator, and no pdf.js. */
export function fillBuiltIns(world: World = globalThis): void {
  for (const { prototype } of [world.Map, world.WeakMap]) {
    fill(prototype, "getOrInsert", function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
      if (!this.has(key)) this.set(key, value);
      return this.get(key);
    });
    fill(prototype, "getOrInsertComputed", function (this: Map<unknown, unknown>, key: unknown, compute: (key: unknown) => unknown) {
      if (!this.has(key)) this.set(key, compute(key));
      return this.get(key);
    });
  }
  // Of widths and lengths only: the last bit of a sum does not matter here.
  fill(world.Math, "sumPrecise", (numbers: Iterable<number>) => [...numbers].reduce((sum, number) => sum + number, 0));
  fill(world.Uint8Array.prototype, "toHex", function (this: Uint8Array) {
    return Array.from(this, (byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  fill(world.Promise, "try", (work: (...args: unknown[]) => unknown, ...args: unknown[]) => new world.Promise((resolve) => resolve(work(...args))));
  fill(world.URL, "parse", (address: string, base?: string) => (world.URL.canParse(address, base) ? new world.URL(address, base) : null));
}

function fill(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
