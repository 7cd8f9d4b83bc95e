import type { Database } from "../store/database/database.ts";
import { readProbing } from "../store/drafts/probing-cycle.ts";
import { readCheck } from "../store/health/check-state.ts";
import type { Published } from "./state-file.ts";
import { readStatuses } from "./statuses/statuses-state.ts";

/** How a scout is, for whoever watches it: health.json beside the feed. Times are epoch ms, 0 for never. */
export interface Health {
  at: number;
  startedAt: number;
  seq: number;
  publishedAt: number;
  drafts: number;
  /** When the index, and a round for drafts, last ended well; how often in a row they have not since, and why. */
  index: { lastSuccessAt: number; failures: number; last?: string };
  rounds: { lastSuccessAt: number; failures: number; last?: string };
  /** Where papers stand: how many are known, and the same as above; absent where that is not asked for. */
  statuses?: { known: number; lastSuccessAt: number; failures: number; last?: string };
  /** What could not be done on this machine: written, mostly. */
  trouble?: string;
}

export async function readHealth(db: Database, published: Published, startedAt: number, now: number, trouble?: string): Promise<Health> {
  const [check, probing] = [await readCheck(db), await readProbing(db)];
  const statuses = await readStatuses(db);
  const outcome = probing?.last?.outcome.kind;
  return {
    at: now,
    startedAt,
    seq: published.seq,
    publishedAt: published.at,
    drafts: await db.drafts.count(),
    index: { lastSuccessAt: check.lastSuccessAt, failures: check.attempts, ...(check.outcome && { last: check.outcome.kind }) },
    rounds: { lastSuccessAt: probing?.lastSuccessAt ?? 0, failures: probing?.failures ?? 0, ...(outcome && { last: outcome }) },
    ...((statuses.outcome ?? statuses.known.length > 0) && {
      statuses: {
        known: statuses.known.length,
        lastSuccessAt: statuses.lastSuccessAt,
        failures: statuses.attempts,
        ...(statuses.outcome && { last: statuses.outcome.kind }),
      },
    }),
    ...(trouble && { trouble }),
  };
}
