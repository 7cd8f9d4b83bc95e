import { hostTrouble, type Network } from "../../net/ask.ts";
import { type FetchedIndex, fetchIndex } from "../../sources/wg21-link.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { IndexState } from "../../store/database/schema.ts";
import { noteCheckBegun, noteCheckEnded } from "../../store/health/check-state.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import { CHECK_INDEX, COMPARE_INDEX, INDEX_HOST } from "../../terms/work-names.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { Kind, Outcome } from "../../work/work.ts";
import { asError, COMPARED_TABLES, compare, noteRefused } from "./compare-index.ts";
import { noArguments } from "./no-arguments.ts";
import { progressTeller } from "./tell-progress.ts";

export interface CheckTools {
  database: () => Promise<Database>;
  network: Network;
  /** False where the person has taken the permission for wg21.link away. */
  mayAsk: () => Promise<boolean>;
  /** True where another context compares: what was sent is kept for it, and need not be sent again whatever becomes of either. */
  handsOver: () => boolean;
}

const MINUTE = 60_000;

/** Asks wg21.link whether the index has changed. What it sends is compared here, or by whoever does the heavy work. */
export function checkIndex({ database, network, mayAsk, handsOver }: CheckTools): Kind {
  return defineKind({
    parse: noArguments,
    lane: INDEX_HOST,
    lock: CHECK_INDEX,
    priority: 2,
    maxAttempts: 6,
    retry: { wait: "exponential", delayMs: MINUTE, maxMs: 16 * MINUTE, byError: { "not-allowed": "never" } },
    tables: COMPARED_TABLES,
    async run(_, job) {
      const db = await database();
      const { maxIndexMegabytes: maxMegabytes } = await readSettings(db);
      await noteCheckBegun(db, job.now());
      if (!(await mayAsk())) return failed({ kind: "not-allowed" });
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
  });
}

function verdictOf(answer: FetchedIndex): Verdict {
  if (answer.kind !== "failed") return { kind: "ok" };
  const trouble = hostTrouble(answer);
  return trouble ? { kind: "strike", error: asError(answer.failure), ...trouble } : { kind: "none" };
}

function failed(failure: CheckFailure): Outcome<Tables<"state">> {
  return { error: asError(failure), commit: ({ db, now }) => noteCheckEnded(db, failure, now) };
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
