import type { Draft, DraftChange } from "../../papers/draft.ts";
import { VERIFY_DRAFT } from "../../terms/work-names.ts";
import { LONGEST_WAIT_MS } from "../../work/jobs/job-state.ts";
import type { JobRequest } from "../../work/rows.ts";
import type { Tools } from "../../work/work.ts";
import type { Tables } from "../database/database.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What is claimed is verified at a random moment within that time: else all copies would ask at once. */
const SPREAD_MS = 2 * MINUTE;
/** What a look back finds is asked for one after the other, so far apart: it may be all that a feed has claimed in months, and nobody is told of it anyway. */
const APART_MS = 20 * SECOND;

/** What a feed claims of a draft, and which file of it tells. */
export interface Claim {
  id: string;
  change: DraftChange;
  extension?: string;
}

/** The job that asks whether it is so. */
export function verifying(claim: Claim, feed: string, now: number, random: () => number): JobRequest {
  return verifyingAt(soon(now, random), claim, feed, now);
}

function verifyingAt(runAt: number, claim: Claim, feed: string, now: number): JobRequest {
  return { kind: VERIFY_DRAFT, args: { ...claim, feed, since: now }, key: jobKey(claim.id), runAt };
}

/** The key of the job that asks for what is claimed of that draft. */
export function jobKey(id: string): string {
  return `${VERIFY_DRAFT} ${id}`;
}

function soon(now: number, random: () => number): number {
  return now + Math.floor(random() * SPREAD_MS);
}

/** Whose claim it is that waits to be verified; undefined where there is none: that a draft was found is none once isocpp.org has said so, or it is gone or published. */
export function claimantOf({ claimedBy, gone, publishedAs }: Draft, { change }: Pick<Claim, "change">, feed: string): string | undefined {
  if (change !== "found") return feed;
  return gone || publishedAs !== undefined ? undefined : claimedBy;
}

/** Has isocpp.org asked whether a draft is there that only a feed claims: somebody would be told of it, or has only looked back, `quietly`. */
export type WantVerified = (draft: Draft, quietly: boolean) => Promise<void>;

/** The same for one transaction. What was wanted aloud stays so; what is wanted quietly gets its turn behind all that is, in six hours at the latest. */
export function wantingVerified({ db, now, enqueue }: Tools<Tables<"drafts">>, random: () => number): WantVerified {
  let last: number | undefined;
  const nextTurn = async () => {
    last ??= await lastTurn(db, now);
    last = Math.min(last + Math.floor(random() * 2 * APART_MS), now + LONGEST_WAIT_MS);
    return last;
  };
  return async (draft, quietly) => {
    const { id, wanted } = draft;
    const claim: Claim = { id, change: "found" };
    const feed = claimantOf(draft, claim, "");
    if (feed === undefined) return;
    const isQuiet = quietly && (wanted === undefined || wanted.quietly === true);
    const isPlanned = wanted !== undefined && isAhead(wanted.at, now) && (isQuiet || !wanted.quietly);
    const at = isPlanned ? wanted.at : isQuiet ? await nextTurn() : soon(now, random);
    await db.drafts.put({ ...draft, wanted: { at, ...(isQuiet && { quietly: true as const }) } });
    await enqueue(verifyingAt(at, claim, feed, now));
  };
}

/** When the last is asked for that is wanted quietly. */
async function lastTurn(db: Tables<"drafts">, now: number): Promise<number> {
  const turns = await db.drafts.filter(({ wanted }) => wanted?.quietly === true && isAhead(wanted.at, now)).toArray();
  return turns.reduce((last, { wanted }) => Math.max(last, wanted?.at ?? 0), now);
}

/** What lies further ahead was planned by a clock that was wrong. */
function isAhead(at: number, now: number): boolean {
  return at >= now && at <= now + LONGEST_WAIT_MS;
}

/** The draft without what is noted as long as only a feed claims it. */
export function withoutClaim({ claimedBy: _, wanted: __, doubt: ___, ...draft }: Draft): Draft {
  return draft;
}
