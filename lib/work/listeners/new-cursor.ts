import type { CursorRow } from "../rows.ts";

/** A cursor that has heard nothing yet. */
export function newCursor(name: string, marks: Pick<CursorRow, "forward" | "backward" | "priority">): CursorRow {
  return { name, ...marks, generation: 0, paused: false, done: 0, spentMs: 0, steppedAt: 0 };
}
