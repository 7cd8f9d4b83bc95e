import { digestOf } from "../papers/text/digest.ts";

const EPOCH_MS = 6 * 60 * 60_000;
/** Hexadecimal ones, as many as a number holds. */
const EXACT_DIGITS = 13;

/**
 * Whether a copy asks for the file of that name itself while its feeds are silent: for one in `share`, others each six
 * hours. `phase` is the copy's own number in [0, 1). So all copies together ask for each file about as often as copies
 * are more than `share`, however many there are. Each file changes hands at a time of its own: were it one for all of
 * them, all copies would have something to ask for at that time.
 */
export function isOwnShare(name: string, phase: number, share: number, now: number): boolean {
  const epoch = Math.floor((now + (drawn(name) % EPOCH_MS)) / EPOCH_MS);
  return drawn(name, String(epoch)) % share === Math.floor(phase * share);
}

function drawn(...texts: string[]): number {
  return Number.parseInt(digestOf(texts).slice(0, EXACT_DIGITS), 16);
}
