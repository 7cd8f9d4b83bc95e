import type { LaneRow } from "../rows.ts";
import type { LeasedJob } from "./job-state.ts";

/** A job under way in this context: its lease as last known here, how to stop it, and its lane with what the host has answered since. */
export interface Held {
  job: LeasedJob;
  /** As the database said last. */
  until: number;
  stop: AbortController;
  lane?: LaneRow;
}

/** The lease was lost or the job aborted: nothing more may be sent for it. */
export class Stopped extends Error {
  override name = "Stopped";
}
