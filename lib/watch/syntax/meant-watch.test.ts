import { expect, it } from "vitest";
import type { Watch } from "../watch.ts";
import { meantWatch } from "./meant-watch.ts";

it.each<[watch: Watch, text: string, only: string | undefined]>([
  [{ kind: "paper", text: "P2300R10" }, "P2300", "P2300R10"],
  [{ kind: "paper", text: "P0019R8" }, "P0019", "P0019R8"],
  [{ kind: "paper", text: "P2300" }, "P2300", undefined],
  [{ kind: "paper", text: "N4950" }, "N4950", undefined],
  [{ kind: "title", text: "P2300R10" }, "P2300R10", undefined],
])("%j is taken as %s, and %s alone", (watch, text, only) => {
  expect(meantWatch(watch)).toEqual({ watch: { ...watch, text }, ...(only && { only: { kind: "paper", text: only } }) });
});
