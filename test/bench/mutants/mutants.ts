import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { parseCode, type Source } from "../../languages/read-code.ts";
import { type Change, changesOf, withChange } from "./changes.ts";
import type { Equivalent } from "./equivalent.ts";

/** One change of one file. */
export interface Mutant {
  source: Source;
  change: Change;
}

/** What a person reads of a mutant. */
export interface Shown {
  file: string;
  /** From 1. */
  line: number;
  /** The lines that the change touches, without their margins. */
  before: string;
  after: string;
}

/** So many of all changes of these files, each once, the same ones for the same seed; those that cannot matter are left out. */
export function chooseMutants(sources: Source[], { count, seed, equivalent }: { count: number; seed: number; equivalent: readonly Equivalent[] }): Mutant[] {
  const random = seededRandom(seed);
  const left = sources.flatMap((source) => changesOf(source).map((change) => ({ source, change })));
  const chosen: Mutant[] = [];
  while (chosen.length < count && left.length > 0) {
    const [mutant] = left.splice(Math.floor(random() * left.length), 1);
    if (mutant && isCode(mutant) && !equivalent.some((one) => isSame(one, mutant))) chosen.push(mutant);
  }
  return chosen;
}

/** Whether it is the one that this entry names. */
export function isSame({ file, before, after }: Equivalent, mutant: Mutant): boolean {
  if (file !== mutant.source.path) return false;
  const shown = show(mutant);
  return shown.before === before && shown.after === after;
}

export function show({ source: { path, text }, change }: Mutant): Shown {
  const first = text.lastIndexOf("\n", change.start - 1) + 1;
  const next = text.indexOf("\n", change.end);
  const last = next < 0 ? text.length : next;
  const changed = withChange(text, change);
  const joined = (lines: string) => lines.trim().replaceAll(/\s*\n\s*/g, " ");
  return {
    file: path,
    line: text.slice(0, change.start).split("\n").length,
    before: joined(text.slice(first, last)),
    after: joined(changed.slice(first, last + changed.length - text.length)),
  };
}

/** a ?? b || c is none. */
function isCode({ source, change }: Mutant): boolean {
  try {
    parseCode({ path: source.path, text: withChange(source.text, change) });
    return true;
  } catch {
    return false;
  }
}
