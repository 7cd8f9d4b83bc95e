import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What was to become the state, and what was to become its lock, or had been one. */
const STATE_TO_BE = /^\.\d+\.new$/;
const LOCK_TO_BE = /^\.lock\.[0-9a-f-]{36}(?:\.dead)?$/;
/** Whoever tries to take the lock has such a file, too, for as long as it waits for another. */
const LEFT_MS = 60 * 60_000;

/** Takes away what scouts that were killed left beside the state. For whoever holds its lock. */
export async function sweepBeside(path: string, now: number): Promise<void> {
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (!name.startsWith(basename(path))) continue;
    const rest = name.slice(basename(path).length);
    const file = join(dirname(path), name);
    const isLeft = async () => now - (await stat(file).catch(() => ({ mtimeMs: now }))).mtimeMs > LEFT_MS;
    // What cannot be taken away is in nobody's way.
    if (STATE_TO_BE.test(rest) || (LOCK_TO_BE.test(rest) && (await isLeft()))) await rm(file).catch(() => {});
  }
}
