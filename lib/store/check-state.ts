import type { Database } from "./database.ts";
import type { CheckState } from "./schema.ts";

export const NEVER_CHECKED: CheckState = { name: "check", nextAt: 0, attempts: 0, notBefore: 0, lastTriedAt: 0, lastSuccessAt: 0 };

export async function readCheck(db: Database): Promise<CheckState> {
  return ((await db.state.get("check")) as CheckState | undefined) ?? NEVER_CHECKED;
}

/** Makes the next check due now. One that is running is not disturbed, it is the one that was wished for. */
export async function makeCheckDue(db: Database): Promise<void> {
  await db.transaction("rw", [db.state], async () => db.state.put({ ...(await readCheck(db)), nextAt: 0 }));
}
