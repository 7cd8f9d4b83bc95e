import { parentPort } from "node:worker_threads";
import { READERS } from "./readers.ts";
import { kindOf, spoil } from "./spoil.ts";

/** What became of a case. `strays`: rejections that nobody awaited, which a browser's thread only notes. */
export interface Ending {
  outcome?: string;
  fault?: string;
  cpuMs: number;
  strays: number;
}

let strays = 0;
process.on("unhandledRejection", () => strays++);
console.warn = () => {};

/** Reads one case after the other: {seed, index} comes, its ending goes. */
parentPort?.on("message", async ({ seed, index }: { seed: number; index: number }) => {
  strays = 0;
  const begun = process.threadCpuUsage();
  const ending: Ending = { cpuMs: 0, strays: 0 };
  try {
    const { bytes } = spoil(seed, index);
    ending.outcome = (await READERS[kindOf(index)]?.(bytes)) ?? "no reader";
  } catch (error) {
    ending.fault = error instanceof Error ? `${error.message}\n${error.stack?.split("\n").slice(1, 4).join("\n")}` : String(error);
  }
  const { user, system } = process.threadCpuUsage(begun);
  // What was left to itself ends in the next turns.
  await new Promise((resolve) => setTimeout(resolve, 1));
  parentPort?.postMessage({ ...ending, cpuMs: (user + system) / 1_000, strays });
});
