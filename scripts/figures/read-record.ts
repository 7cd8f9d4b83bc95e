import * as v from "valibot";
import type { FigureRecord } from "./judge-figures.ts";

const Shape = v.record(v.string(), v.pipe(v.number(), v.finite(), v.minValue(0)));

/** The record that a text holds, or why it holds none. */
export function readRecord(text: string): { record: FigureRecord } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: error.message };
  }
  if (Array.isArray(json)) return { problem: "a list is no record" };
  const { success, output, issues } = v.safeParse(Shape, json);
  return success ? { record: output } : { problem: `${v.getDotPath(issues[0]) ?? "all of it"}: ${issues[0].message}` };
}

/** The text of a record, a line for each figure. */
export function writeRecord(record: FigureRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
