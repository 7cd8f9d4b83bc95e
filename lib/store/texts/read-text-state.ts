import { READ_DOCUMENT } from "../../terms/work-names.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { TextRow, TextTrouble } from "../database/schema.ts";

/**
 * Where the reading of a document's text stands. "waits": it is tried again by itself, why it could not be read so far;
 * "stopped": the person has switched off, or paused, asking its host; "unasked": nobody has asked for it, or it was forgotten; "forgotten": the latter,
 * which only somebody knows who has asked for it.
 */
export type TextState =
  | { kind: "there"; row: TextRow }
  | { kind: "reading" }
  | { kind: "waits"; trouble: TextTrouble; host: string }
  | { kind: "stopped"; host: string }
  | { kind: "none"; trouble: TextTrouble; url: string }
  | { kind: "unasked" }
  | { kind: "forgotten" };

/** As it is written in the database; a text that is there is there whatever became of a later attempt. */
export async function readTextState(db: Pick<ReadableDatabase, "texts" | "jobs" | "lanes">, id: string): Promise<TextState> {
  const row = await db.texts.get(id);
  if (row && row.bytes > 0) return { kind: "there", row };
  const key = `${READ_DOCUMENT}/${id}`;
  if (await db.jobs.where({ heldLock: key }).first()) return { kind: "reading" };
  const job = await db.jobs.where({ waitingKey: key }).first();
  if (!job) return row?.trouble ? { kind: "none", trouble: row.trouble, url: row.url } : { kind: "unasked" };
  const lane = await db.lanes.get(job.lane);
  if (lane?.isOff || lane?.paused) return { kind: "stopped", host: job.lane };
  if (!job.error) return { kind: "reading" };
  const trouble: TextTrouble = job.error.kind === "not-allowed" ? { kind: "not-allowed" } : (row?.trouble ?? { kind: "interrupted" });
  return { kind: "waits", trouble, host: job.lane };
}
