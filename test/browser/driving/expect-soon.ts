import { expect } from "vitest";
import { HANGS_MS } from "./until.ts";

const LOOK_EVERY_MS = 100;

/** Expects it of what the look comes to give: the parts of a page are drawn one after the other, each twice a second at most. */
export function expectSoon<Seen>(look: () => Promise<Seen> | Seen) {
  return expect.poll(look, { interval: LOOK_EVERY_MS, timeout: HANGS_MS });
}
