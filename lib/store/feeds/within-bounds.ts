import type { DraftFact } from "../../feed/fact.ts";
import { parsePaperId } from "../../papers/paper-id.ts";
import type { Tables } from "../database/database.ts";

/** So many drafts a feed may claim: more than there will be for decades. */
const MOST_CLAIMS = 60_000;
/** So far beyond the frontier a number may be: no more are handed out in years. */
const MOST_AHEAD = 5_000;

interface Bounds {
  folder: string;
  /** 0 where it is not known yet. */
  frontier: number;
  mostClaims?: number;
}

/** Those facts that are taken in: of numbers that there can be, and of new drafts no more than one feed may claim. `excess`: so many are not. */
export async function withinBounds(
  facts: DraftFact[],
  { folder, frontier, mostClaims = MOST_CLAIMS }: Bounds,
  db: Tables<"drafts">,
): Promise<{ facts: DraftFact[]; excess: number }> {
  const possible = frontier === 0 ? facts : facts.filter(({ id }) => (parsePaperId(id)?.number ?? 0) <= frontier + MOST_AHEAD);
  const taken = await claimable(possible, { folder, mostClaims }, db);
  return { facts: taken, excess: facts.length - taken.length };
}

async function claimable(facts: DraftFact[], { folder, mostClaims }: Required<Omit<Bounds, "frontier">>, db: Tables<"drafts">): Promise<DraftFact[]> {
  // Counting whose they are means reading them all: nearly never needed.
  if ((await db.drafts.count()) + facts.length <= mostClaims) return facts;
  const claims = await db.drafts.filter(({ claimedBy }) => claimedBy === folder).count();
  const known = new Set(await db.drafts.toCollection().primaryKeys());
  let room = mostClaims - claims;
  return facts.filter(({ id }) => known.has(id) || room-- > 0);
}
