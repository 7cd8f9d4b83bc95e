import { type RenamedAuthor, withRenamings } from "../../papers/index/renamed-authors.ts";
import type { LogEvent } from "../../papers/paper-event.ts";
import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { RenamingsState } from "../database/state-rows.ts";

export async function readRenamings(db: Pick<ReadableDatabase, "state">): Promise<RenamedAuthor[]> {
  return ((await db.state.get("renamings")) as RenamingsState | undefined)?.authors ?? [];
}

/** Keeps which authors were renamed by these events. Joins the caller's transaction, which logs them. */
export async function noteRenamings(db: Tables<"state">, events: LogEvent[], now: number): Promise<void> {
  if (!events.some(({ kind }) => kind === "renaming")) return;
  await db.state.put({ name: "renamings", authors: withRenamings(await readRenamings(db), events, now) });
}
