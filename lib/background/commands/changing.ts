import { tellAnew } from "../../notify/tell-anew.ts";
import { saveListMirror } from "../../store/backup/list-mirror.ts";
import type { Database } from "../../store/database/database.ts";
import type { Engine } from "../../work/engine.ts";
import { shareSoon } from "../jobs/share-soon.ts";

/** Runs a command that changes lists or settings, and gives its result. */
export type Change = <Result>(command: (db: Database) => Promise<Result>) => Promise<Result>;

/** A Change that asks for sharing what it changes and for another look at what is to be told, and resolves when the copy of lists and settings outside the database is made, too. */
export function changing(database: () => Promise<Database>, engine: Engine, wake: () => void): Change {
  // The change is made; that its copy is not is no reason to tell the person otherwise.
  const warn = (error: unknown) => console.warn("PaperScout:", error);
  return async (command) => {
    const db = await database();
    const share = () => shareSoon(db, engine, wake).catch(warn);
    // Asked for first: a background that is killed right after the change has not forgotten to share it.
    await share();
    const result = await command(db);
    if (await tellAnew(db, engine.enqueue).catch(warn)) wake();
    await saveListMirror(db, Date.now()).catch(warn);
    // And again: the change may be that sharing is switched on, or have taken longer than the run waits.
    await share();
    return result;
  };
}
