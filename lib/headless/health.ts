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
  /** What went wrong on this machine; everybody can read it here, so what was said of it stands in the scout's own lines. */
  trouble?: Trouble;
}

/** "disk": state or files could not be written. "fault": something of our own. */
type Trouble = "disk" | "fault";

/** What a system call says of itself is the disk's: nothing else of this machine is used, hosts are asked for elsewhere. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Error && "syscall" in error ? "disk" : "fault";
}

export async function readHealth(db: Database, published: Published, startedAt: number, now: number, trouble?: Trouble): Promise<Health> {
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
