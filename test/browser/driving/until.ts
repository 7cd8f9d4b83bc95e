const LOOK_EVERY_MS = 100;

/** Looks again and again until `isIt` holds, and gives what it then saw; after the time rejects with `what` and what was last seen. */
export async function until<T>(what: string, look: () => Promise<T>, isIt: (seen: T) => boolean, timeoutMs = 30_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (isIt(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${timeoutMs / 1000} s; last seen: ${JSON.stringify(seen)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
