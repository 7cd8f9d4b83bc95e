import { median } from "../report.ts";
import type { Figures } from "./figures.ts";
import { mannWhitney } from "./mann-whitney.ts";

export interface Compared {
  figure: string;
  /** Medians. */
  before: number;
  now: number;
  /** now / before; undefined where that says nothing. */
  ratio: number | undefined;
  p: number;
  verdict: "better" | "worse" | "not told apart";
}

export const ALPHA = 0.05;

/** Each figure that all runs of both sides have. */
export function compare(before: readonly Figures[], now: readonly Figures[]): Compared[] {
  const names = [...(now[0]?.keys() ?? [])].filter((name) => [...before, ...now].every((figures) => figures.has(name)));
  return names.map((figure) => {
    const valuesOf = (runs: readonly Figures[]) => runs.map((figures) => figures.get(figure)?.value ?? Number.NaN);
    const [old, present] = [valuesOf(before), valuesOf(now)];
    const [was, is] = [median(old), median(present)];
    const p = mannWhitney(old, present);
    const isLess = sum(present.map((value) => sum(old.map((one) => Math.sign(value - one))))) < 0;
    const isBetter = isLess === (now[0]?.get(figure)?.better === "lower");
    return { figure, before: was, now: is, ratio: was > 0 ? is / was : undefined, p, verdict: p >= ALPHA ? "not told apart" : isBetter ? "better" : "worse" };
  });
}

/** Which side runs when, each so often: before, now, now, before, … so that neither is always the first. */
export function order(runs: number): ("before" | "now")[] {
  return Array.from({ length: runs }, (_, run) => (run % 2 === 0 ? (["before", "now"] as const) : (["now", "before"] as const))).flat();
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
