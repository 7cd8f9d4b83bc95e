import { nameOfFile } from "./draft-file.ts";

const FIRST_NUMBER = 900_000;
const NUMBERS = 100_000;

/**
 * The name of a file that nobody can have uploaded, in the form of those that somebody can have: a host that says it is
 * there says so of everything. Another one for each cycle and client (`phase` in [0, 1)), so that no cache answers for it.
 */
export function controlName(cycle: number, phase: number): string {
  const number = FIRST_NUMBER + ((cycle + Math.floor(phase * NUMBERS)) % NUMBERS);
  return nameOfFile({ prefix: "D", number, revision: 999, extension: cycle % 2 === 0 ? ".pdf" : ".html" });
}
