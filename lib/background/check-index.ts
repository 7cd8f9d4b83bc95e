import { Dexie } from "dexie";
import type { CheckOutcome } from "../check-outcome.ts";
import { claimCheck, isDue, settleCheck, waitUntil } from "../check-schedule.ts";
import type { Network } from "../net/ask.ts";
import { fetchIndex } from "../sources/wg21-link.ts";
import { readCheck } from "../store/check-state.ts";
import type { Database } from "../store/database.ts";
import { replaceIndex } from "../store/replace-index.ts";
import type { CheckPhase, IndexState } from "../store/schema.ts";
import { readSettings } from "../store/settings-store.ts";

export interface CheckTools {
  db: Database;
  network: Network;
  /** False where the person has taken the permission for wg21.link away. */
  mayAsk: () => Promise<boolean>;
  /** Epoch ms. */
  now: () => number;
}

const PROGRESS_EVERY_MS = 250;

/** Looks at the index once where that is due. Resolves with the outcome as it was written, undefined where nothing was to be done. */
export async function checkIndex(tools: CheckTools): Promise<CheckOutcome | undefined> {
  const { db, now } = tools;
  const { pollMinutes, maxIndexMegabytes } = await readSettings(db);
  const claimed = await db.transaction("rw", [db.state], async () => {
    const state = await readCheck(db);
    if (waitUntil(state, now()) > 0 || !isDue(state, pollMinutes, now())) return undefined;
    const claim = claimCheck(state, pollMinutes, now());
    await db.state.bulkPut([claim, { name: "progress", phase: "asking", beatAt: now() }]);
    return claim;
  });
  if (!claimed) return undefined;
  const { outcome, retryAfterMs } = await look(tools, maxIndexMegabytes);
  await db.transaction("rw", [db.state], async () => {
    await db.state.put(settleCheck(claimed, outcome, pollMinutes, now(), retryAfterMs));
    await db.state.delete("progress");
  });
  return outcome;
}

async function look({ db, network, mayAsk, now }: CheckTools, maxMegabytes: number): Promise<{ outcome: CheckOutcome; retryAfterMs?: number | undefined }> {
  if (!(await mayAsk())) return { outcome: { kind: "not-allowed" } };
  const tell = progressTeller(db, now);
  const known = (await db.state.get("index")) as IndexState | undefined;
  const fetched = await fetchIndex(
    network,
    { known: { etag: known?.etag, lastModified: known?.lastModified }, maxMegabytes, onProgress: (received) => void tell("receiving", received) },
    now,
  );
  if (fetched.kind === "failed") return { outcome: fetched.failure, retryAfterMs: fetched.retryAfterMs };
  if (fetched.kind === "unchanged") {
    await forgetLoss(db);
    return { outcome: { kind: "unchanged" } };
  }
  await tell("comparing");
  const { index, kind: _, ...headers } = fetched;
  try {
    return { outcome: await replaceIndex(db, index, headers, now()) };
  } catch (error) {
    if (isQuotaError(error)) return { outcome: { kind: "storage-full" } };
    throw error;
  }
}

/** The old index is served again, so the one that lacked papers was an outage. */
async function forgetLoss(db: Database): Promise<void> {
  await db.state
    .where({ name: "index" })
    .filter((row) => row.name === "index" && row.lossSince !== undefined)
    .modify((row) => {
      delete (row as IndexState).lossSince;
    });
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Dexie.DexieError && (error.name === "QuotaExceededError" || error.inner?.name === "QuotaExceededError");
}

/** Writes the progress row, at most four times a second: a phase that is over sooner was not worth a write. */
function progressTeller(db: Database, now: () => number) {
  let toldAt = now();
  return async (phase: CheckPhase, received?: number) => {
    if (now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now();
    await db.state.put({ name: "progress", phase, ...(received !== undefined && { received }), beatAt: now() });
  };
}
