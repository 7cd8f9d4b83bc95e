import { Worker } from "node:worker_threads";
import { PDF_LIMIT_MS } from "../../../lib/first-page/limits.ts";
import type { Ending } from "./fuzz-thread.ts";
import { kindOf } from "./spoil.ts";

/** By the clock on the wall, of a machine that has other things to do. */
const GIVEN_UP_MS = 15_000;
const MEGABYTES = 512;

/** Reads cases in a thread that is ended where it hangs, or has no memory left, and started anew for the next. */
export async function* runCases(seed: number, indexes: Iterable<number>): AsyncGenerator<{ index: number } & Ending> {
  let thread: Worker | undefined;
  try {
    for (const index of indexes) {
      thread ??= new Worker(new URL("./fuzz-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
      const ending = await endingOf(thread, seed, index);
      if (ending.died) {
        await thread.terminate();
        thread = undefined;
      }
      yield { index, ...ending };
    }
  } finally {
    await thread?.terminate();
  }
}

function endingOf(thread: Worker, seed: number, index: number): Promise<Ending & { died?: true }> {
  const { promise, resolve } = Promise.withResolvers<Ending & { died?: true }>();
  const died = (fault: string) => resolve({ fault, cpuMs: 0, strays: 0, died: true });
  // A PDF that keeps its reader busy has a limit in the product, too, whose thread then ends.
  const giveUp = () => resolve({ outcome: "took-too-long", cpuMs: 0, strays: 0, died: true });
  const hang = () => died(`hangs: no answer in ${GIVEN_UP_MS / 1_000} s`);
  const limit = kindOf(index) === "pdf" ? setTimeout(giveUp, PDF_LIMIT_MS) : setTimeout(hang, GIVEN_UP_MS);
  const onError = (error: unknown) => died(`ends its thread: ${error}`);
  thread.once("message", resolve).once("error", onError);
  thread.postMessage({ seed, index });
  return promise.finally(() => {
    clearTimeout(limit);
    thread.off("message", resolve).off("error", onError);
  });
}
