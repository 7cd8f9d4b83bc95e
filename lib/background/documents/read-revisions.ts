import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { revisionBefore } from "../../store/texts/document-source.ts";
import { noteWatched } from "../../store/texts/texts.ts";
import { readToRead, writeToRead } from "../../store/texts/to-read.ts";
import { READ_DOCUMENT, READ_REVISIONS } from "../../terms/work-names.ts";
import { isWaiting } from "../../work/jobs/job-state.ts";
import { isClosed } from "../../work/lanes/lane.ts";
import type { JobRequest } from "../../work/rows.ts";
import type { Kind } from "../../work/work.ts";
import { noArguments } from "../jobs/no-arguments.ts";
import { hostAskedFor, WANTED_TABLES, wantDocument } from "./want-document.ts";

const MINUTE = 60_000;
/** So many revisions a turn, with those before them: 240 documents an hour, whatever a mailing brings. */
const A_TURN = 20;
const NEXT_TURN_MS = 10 * MINUTE;
/** Then what was asked for before waits for its host, or for the network. */
const MOST_WAITING = 2 * A_TURN;
const LOOKS_AGAIN_MS = 20 * MINUTE;
/** The arguments of one that only asks for the next turn. */
const BELL = "bell";

/**
 * Asks for the texts of some of the revisions that are to be read, each with the one before, and comes back for the rest.
 * What lies at a host that is not to be asked, or has enough to do, is left where it is, and what is behind it is looked at.
 */
export function readRevisions(database: () => Promise<Database>): Kind {
  return defineKind({
    parse: (args) => (args === BELL ? BELL : noArguments(args)),
    lock: READ_REVISIONS,
    tables: [...WANTED_TABLES, "settings", "state"],
    async run(args) {
      if (args === BELL) return { commit: async ({ now, enqueue }) => void (await enqueue(nextTurn(now))) };
      const busy = await busyHosts(await database());
      return {
        async commit({ db, now, enqueue }) {
          if (!(await readSettings(db)).readRevisions) return writeToRead(db, []);
          const ids = await readToRead(db);
          const left: string[] = [];
          const waitedFor = new Set<string>();
          let [place, asked] = [0, 0];
          for (; place < ids.length && asked < A_TURN; place++) {
            const id = ids[place] ?? "";
            const before = await revisionBefore(db, id);
            // A first revision has nothing to be compared with; a draft may be overwritten.
            const documents = before === undefined && !id.startsWith("D") ? [] : [before ?? [], id].flat();
            const host = await hostOf(db, documents, now);
            if (host !== undefined && busy.has(host)) {
              waitedFor.add(host);
              left.push(id);
              continue;
            }
            asked++;
            for (const one of documents) {
              await noteWatched(db, one, now);
              await wantDocument(db, enqueue, one, now);
            }
          }
          await writeToRead(db, [...left, ...ids.slice(place)]);
          if (place < ids.length) await enqueue(nextTurn(now));
          for (const host of waitedFor) await enqueue(bellAt(host, now));
        },
      };
    },
  });
}

function nextTurn(now: number): JobRequest {
  return { kind: READ_REVISIONS, key: READ_REVISIONS, runAt: now + NEXT_TURN_MS };
}

/** Work of a host's lane that asks for the next turn: it wakes nobody while that host is not to be asked, and whatever opens the lane lets it run. */
function bellAt(host: string, now: number): JobRequest {
  return { kind: READ_REVISIONS, args: BELL, key: `${READ_REVISIONS}/${host}`, lane: host, runAt: now + LOOKS_AGAIN_MS };
}

/** The hosts that are not to be asked, or for which enough documents wait. */
async function busyHosts({ jobs, lanes }: Database): Promise<Set<string>> {
  const waiting = await jobs.filter((job) => job.kind === READ_DOCUMENT && isWaiting(job)).toArray();
  const full = [...Map.groupBy(waiting, ({ lane }) => lane)].filter(([, jobs]) => jobs.length >= MOST_WAITING).map(([host]) => host);
  const closed = (await lanes.toArray()).filter(isClosed).map(({ host }) => host);
  return new Set([...full, ...closed]);
}

/** The host that these would be asked for at; where they lie at several, that of the last: the one before a revision comes with it. */
async function hostOf(db: Tables<(typeof WANTED_TABLES)[number]>, documents: string[], now: number): Promise<string | undefined> {
  const hosts = await Promise.all(documents.map((id) => hostAskedFor(db, id, now)));
  return hosts.findLast((host) => host !== undefined);
}
