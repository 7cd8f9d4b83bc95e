import { vi } from "vitest";

/** Far more than a machine that is busy with other things needs; it is there to end what hangs. */
const HANGS_MS = 60_000;

/** Looks again and again until nothing is expected in vain any more. */
export function soon<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: HANGS_MS, interval: 5 });
}
