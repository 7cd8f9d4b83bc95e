import { digestOf } from "../papers/text/digest.ts";

const EPOCH_MS = 6 * 60 * 60_000;
/** Hexadecimal ones, as many as a number holds. */
const EXACT_DIGITS = 13;

/**
 * Whether a copy asks for the file of that name itself while its feeds are silent: for one in `share`, others in each
 * epoch of six hours. `phase` is the copy's own number in [0, 1). So all copies together ask for each file about as
 * often as copies are more than `share`, however many there are.
 */
export function isOwnShare(name: string, phase: number, share: number, now: number): boolean {
  const drawn = digestOf([name, String(Math.floor(now / EPOCH_MS))]).slice(0, EXACT_DIGITS);
  return Number.parseInt(drawn, 16) % share === Math.floor(phase * share);
}
