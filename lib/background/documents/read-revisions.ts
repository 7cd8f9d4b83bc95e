import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { revisionBefore } from "../../store/texts/document-source.ts";
import { noteWatched } from "../../store/texts/texts.ts";
import { readToRead, writeToRead } from "../../store/texts/to-read.ts";
import { READ_DOCUMENT, READ_REVISIONS } from "../../terms/work-names.ts";
import { isWaiting } from "../../work/jobs/job-state.ts";
import type { Kind } from "../../work/work.ts";
import { noArguments } from "../jobs/no-arguments.ts";
import { WANTED_TABLES, wantDocument } from "./want-document.ts";

const MINUTE = 60_000;
/** So many revisions a turn, with those before them: 240 documents an hour, whatever a mailing brings. */
const A_TURN = 20;
const NEXT_TURN_MS = 10 * MINUTE;
/** Then what was asked for before waits for its host, or for the network. */
const MOST_WAITING = 2 * A_TURN;
const LOOKS_AGAIN_MS = 30 * MINUTE;

/** Asks for the texts of some of the revisions that are to be read, each with the one before, and comes back for the rest. */
export function readRevisions(database: () => Promise<Database>): Kind {
  const again = (now: number, inMs: number) => ({ kind: READ_REVISIONS, key: READ_REVISIONS, runAt: now + inMs });
  return defineKind({
    parse: noArguments,
    lock: READ_REVISIONS,
    tables: [...WANTED_TABLES, "settings", "state"],
    async run() {
      const { jobs } = await database();
      const waiting = await jobs.filter((job) => job.kind === READ_DOCUMENT && isWaiting(job)).count();
      return {
        async commit({ db, now, enqueue }) {
          if (!(await readSettings(db)).readRevisions) return writeToRead(db, []);
          const ids = await readToRead(db);
          if (ids.length > 0 && waiting >= MOST_WAITING) return void (await enqueue(again(now, LOOKS_AGAIN_MS)));
          for (const id of ids.slice(0, A_TURN)) {
            const before = await revisionBefore(db, id);
            // A first revision has nothing to be compared with; a draft may be overwritten.
            if (before === undefined && !id.startsWith("D")) continue;
            for (const one of [before ?? [], id].flat()) {
              await noteWatched(db, one, now);
              await wantDocument(db, enqueue, one, now);
            }
          }
          await writeToRead(db, ids.slice(A_TURN));
          if (ids.length > A_TURN) await enqueue(again(now, NEXT_TURN_MS));
        },
      };
    },
  });
}
