import type { CheckOutcome } from "../../terms/check-outcome.ts";
import { isFailure } from "../../terms/check-outcome.ts";
import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { CheckState } from "../database/state-rows.ts";
import { countCheck } from "./tally.ts";

const NEVER_CHECKED: CheckState = { name: "check", attempts: 0, lastTriedAt: 0, lastSuccessAt: 0 };

export async function readCheck(db: Pick<ReadableDatabase, "state">): Promise<CheckState> {
  return ((await db.state.get("check")) as CheckState | undefined) ?? NEVER_CHECKED;
}

/** Notes that a check begins. It has ended as "interrupted" unless somebody says otherwise. */
export async function noteCheckBegun(db: Tables<"state">, now: number): Promise<void> {
  await db.transaction("rw", [db.state], async () => {
    const { isWanted: _, ...check } = await readCheck(db);
    await db.state.bulkPut([
      { ...check, attempts: check.attempts + 1, lastTriedAt: now, outcome: { kind: "interrupted" } },
      { name: "progress", phase: "asking", beatAt: now },
    ]);
  });
}

/** Notes how a check ended. Joins the caller's transaction. */
export async function noteCheckEnded(db: Tables<"state">, outcome: CheckOutcome, now: number): Promise<void> {
  await db.transaction("rw", [db.state], async () => {
    const check = await readCheck(db);
    await db.state.put({ ...check, outcome, ...(!isFailure(outcome) && { attempts: 0, lastSuccessAt: now }) });
    await db.state.delete("progress");
    await countCheck(db, isFailure(outcome), now);
  });
}

/** A person wants to know now: what the next attempt costs is theirs to say. */
export async function noteCheckWanted(db: Tables<"state">): Promise<void> {
  await db.state.where({ name: "check" }).modify((row) => {
    (row as CheckState).isWanted = true;
  });
}
