import type { Network } from "../../net/ask.ts";
import { type FetchedIndex, fetchIndex } from "../../sources/wg21-link.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { hasRoom } from "../../store/database/has-room.ts";
import type { IndexState } from "../../store/database/state-rows.ts";
import { noteCheckBegun, noteCheckEnded, readCheck } from "../../store/health/check-state.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import { CHECK_INDEX, COMPARE_INDEX, INDEX_HOST } from "../../terms/work-names.ts";
import { LOOKS_AGAIN_MS } from "../../work/jobs/put-off.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { Kind, Outcome, PutOff } from "../../work/work.ts";
import { COMPARED_TABLES, compare, noteRefused } from "./compare-index.ts";
import { endingOf, verdictOn } from "./courses.ts";
import { noArguments } from "./no-arguments.ts";
import { progressTeller } from "./tell-progress.ts";

export interface CheckTools {
  database: () => Promise<Database>;
  network: Network;
  /** True where another context compares: what was sent is kept for it, and need not be sent again whatever becomes of either. */
  handsOver: () => boolean;
}

const MINUTE = 60_000;

/** Asks wg21.link whether the index has changed. What it sends is compared here, or by whoever does the heavy work. */
export function checkIndex({ database, network, handsOver }: CheckTools): Kind {
  return defineKind({
    parse: noArguments,
    lane: INDEX_HOST,
    lock: CHECK_INDEX,
    priority: 2,
    maxAttempts: 6,
    retry: { delayMs: MINUTE, maxMs: 16 * MINUTE },
    tables: COMPARED_TABLES,
    async run(_, job) {
      const db = await database();
      const { maxIndexMegabytes: maxMegabytes } = await readSettings(db);
      const why = await costly(db, job.now());
      if (why) return { putOff: why };
      await noteCheckBegun(db, job.now());
      const known = (await db.state.get("index")) as IndexState | undefined;
      const tell = progressTeller(db, job.now);
      const fetched = await job.send(
        (stop) =>
          fetchIndex(
            network,
            { known: { etag: known?.etag, lastModified: known?.lastModified }, maxMegabytes, stop, onProgress: (received) => void tell("receiving", received) },
            job.now,
          ),
        verdictOf,
      );
      if (fetched.kind === "failed") return failed(fetched.failure);
      if (fetched.kind === "unchanged") {
        return {
          async commit({ db, now }) {
            await forgetLoss(db);
            await noteCheckEnded(db, { kind: "unchanged" }, now);
          },
        };
      }
      const { kind: _kind, ...sent } = fetched;
      if (!handsOver()) {
        await tell("comparing");
        return compare(sent);
      }
      return {
        async commit({ db, enqueue }) {
          await db.downloads.put({ name: "index", ...sent });
          await enqueue({ kind: COMPARE_INDEX, key: COMPARE_INDEX, schedule: CHECK_INDEX });
        },
      };
    },
    onRefused: ({ kind }, { db, now }) => noteRefused(db, kind, now),
    async onPutOff({ kind }, { db, now }) {
      if (kind !== "not-allowed") return;
      await noteCheckBegun(db, now);
      await noteCheckEnded(db, { kind }, now);
    },
  });
}

/** About what the index takes while it is kept, compared and packed. */
const INDEX_BYTES = 12_000_000;
const LONGEST_COSTLY_MS = 12 * 60 * MINUTE;

/**
 * Why another attempt would only cost the host a whole download, undefined where it would not. A body that was too large
 * will be, and what there is no room for is asked for when there is: tried, since no browser tells it truly. Where that is
 * not the whole truth, the same trouble doubles its wait from 30 minutes on.
 */
async function costly(db: Database, now: number): Promise<PutOff | undefined> {
  const { outcome, attempts, lastTriedAt, isWanted } = await readCheck(db);
  if (isWanted) return undefined;
  if (outcome?.kind !== "too-large" && outcome?.kind !== "storage-full") return undefined;
  const error = { kind: outcome.kind, message: JSON.stringify(outcome), longestMs: LOOKS_AGAIN_MS, hastenedBy: ["person"] as const };
  if (outcome.kind === "storage-full" && !(await hasRoom(db, INDEX_BYTES))) return error;
  const free = outcome.kind === "storage-full" ? 2 : 0;
  if (attempts <= free) return undefined;
  const until = lastTriedAt + Math.min(30 * MINUTE * 2 ** Math.min(attempts - free - 1, 10), LONGEST_COSTLY_MS);
  return until > now && lastTriedAt <= now ? { ...error, until } : undefined;
}

function verdictOf(answer: FetchedIndex): Verdict {
  return answer.kind === "failed" ? verdictOn(answer.failure, answer.retryAfterMs) : { kind: "ok" };
}

function failed(failure: CheckFailure): Outcome<Tables<"state">> {
  return { ...endingOf(failure, true), commit: ({ db, now }) => noteCheckEnded(db, failure, now) };
}

/** The old index is served again, so the one that lacked papers was an outage. */
async function forgetLoss(db: Tables<"state">): Promise<void> {
  await db.state
    .where({ name: "index" })
    .filter((row) => row.name === "index" && row.lossSince !== undefined)
    .modify((row) => {
      delete (row as IndexState).lossSince;
    });
}
