const LOOK_EVERY_MS = 100;
/** Who looks works, too: never more than a third of the time. */
const REST_PER_LOOK = 2;
/** It is there to end what hangs, on a machine that has other things to do as well. */
export const HANGS_MS = 60_000;

/**
 * Looks again and again until `isIt` holds, and gives what it then saw; after the time rejects with `what` and what was last
 * seen. Where a look fails, there is nothing to be seen yet: an element that has not been drawn.
 */
export async function until<T>(what: string, look: () => Promise<T>, isIt: (seen: T) => boolean, timeoutMs = HANGS_MS): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const began = Date.now();
    const { seen, error } = await look().then(
      (seen) => ({ seen, error: undefined }),
      (error: unknown) => ({ seen: undefined, error }),
    );
    if (error === undefined && isIt(seen as T)) return seen as T;
    if (Date.now() > deadline) {
      const last = error === undefined ? JSON.stringify(seen)?.slice(0, 500) : String(error);
      throw new Error(`${what}: not within ${timeoutMs / 1000} s; last seen: ${last}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(LOOK_EVERY_MS, REST_PER_LOOK * (Date.now() - began))));
  }
}
