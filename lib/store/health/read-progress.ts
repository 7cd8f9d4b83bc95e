import { READ_DRAFT } from "../../terms/work-names.ts";
import { WAITING_STATES } from "../../work/rows.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { type Health, readHealth } from "./health.ts";

/** How far the work that takes long has come. */
export interface WorkProgress extends Pick<Health, "progress" | "probing" | "probeProgress"> {
  /** First pages of drafts that are still to be read, those being read among them. */
  pagesToRead: number;
}

export async function readProgress(db: ReadableDatabase, now: number): Promise<WorkProgress> {
  const { progress, probing, probeProgress } = await readHealth(db, now);
  const pagesToRead = await db.jobs
    .where("state")
    .anyOf([...WAITING_STATES, "leased"])
    .filter(({ kind }) => kind === READ_DRAFT)
    .count();
  return { pagesToRead, ...(progress && { progress }), ...(probing && { probing }), ...(probeProgress && { probeProgress }) };
}
