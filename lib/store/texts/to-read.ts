import type { Tables } from "../database/database.ts";
import type { ToReadState } from "../database/state-rows.ts";

type State = Tables<"state">;

/** The documents whose texts are still to be asked for, those first that come first. */
export async function readToRead(db: State): Promise<string[]> {
  return ((await db.state.get("to-read")) as ToReadState | undefined)?.ids ?? [];
}

/** What is matched now comes before what was matched earlier. */
export async function addToRead(db: State, ids: string[]): Promise<void> {
  await writeToRead(db, [...new Set([...ids, ...(await readToRead(db))])]);
}

export async function writeToRead(db: State, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.state.put({ name: "to-read", ids });
  else await db.state.delete("to-read");
}
