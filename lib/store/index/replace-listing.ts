import { changedFields } from "../../papers/index/diff.ts";
import { takeRenamings } from "../../papers/index/renamings.ts";
import { diffListing, type ListedPaper, paperOfListing, withListing } from "../../papers/listing.ts";
import type { Paper } from "../../papers/paper.ts";
import type { LogEvent } from "../../papers/paper-event.ts";
import type { CheckOutcome } from "../../terms/check-outcome.ts";
import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { ListedRow } from "../database/schema.ts";
import type { ListingState } from "../database/state-rows.ts";
import { indexPapers } from "./index-papers.ts";
import { noteRenamings } from "./renamings.ts";
import type { IndexHeaders } from "./replace-index.ts";

/** A listing that lost more rows than this, and half of what it had, was torn. */
const MAX_REAL_LOSS = 20;
/** A loss that is still there at the next daily look is no accident. */
const LOSS_IS_REAL_AFTER_MS = 20 * 60 * 60_000;
/** More changed rows than any mailing has papers: the listing itself was rewritten. */
const MIN_MASS = 400;

const NEVER_READ: ListingState = { name: "listing", years: {}, attempts: 0, lastTriedAt: 0, lastSuccessAt: 0 };

export async function readListingState(db: Pick<ReadableDatabase, "state">): Promise<ListingState> {
  return ((await db.state.get("listing")) as ListingState | undefined) ?? NEVER_READ;
}

/**
 * Takes over what a yearly listing says, with the events that this causes: papers that the index lacks, and what it does
 * not say of those it has. The first listing is the baseline and causes none, unless the year before was read in its time.
 * Joins the caller's transaction.
 */
export async function replaceListing(
  db: Tables<"listed" | "shelves" | "state" | "log">,
  { year, papers, headers }: { year: number; papers: Map<string, ListedPaper>; headers: IndexHeaders },
  now: number,
): Promise<CheckOutcome> {
  const state = await readListingState(db);
  const before = new Map((await db.listed.where({ year }).toArray()).map(({ year: _, ...listed }) => [listed.id, listed]));
  const { added, changed, vanished } = diffListing(before, papers);
  const known = state.years[year];
  if (known && vanished.length > MAX_REAL_LOSS && vanished.length >= before.size / 2) {
    const lossSince = known.lossSince ?? now;
    if (now - lossSince < LOSS_IS_REAL_AFTER_MS) {
      await db.state.put({ ...state, years: { ...state.years, [year]: { ...known, lossSince } } });
      return { kind: "sudden-loss", missing: vanished.length };
    }
  }
  const isBaseline = !known && !state.years[year - 1];
  if (!isBaseline && changed.length <= MIN_MASS) {
    const events = await eventsOf(db, [...added.map((listed) => ({ listed })), ...changed]);
    await db.log.bulkAdd(events.map((event) => ({ ...event, at: now })));
    await noteRenamings(db, events, now);
  }
  await db.listed.bulkPut([...added, ...changed.map(({ listed }) => listed)].map((listed): ListedRow => ({ ...listed, year })));
  await db.listed.bulkDelete(vanished);
  await db.state.put({ ...state, years: { ...state.years, [year]: { ...headers, papers: papers.size, readAt: now } } });
  if (isBaseline) return { kind: "baseline", papers: papers.size };
  return added.length + changed.length === 0 ? { kind: "unchanged" } : { kind: "changed", added: added.length, changed: changed.length };
}

async function eventsOf(db: Pick<ReadableDatabase, "shelves">, rows: { listed: ListedPaper; before?: ListedPaper }[]): Promise<LogEvent[]> {
  const ofIndex = await indexPapers(
    db,
    rows.map(({ listed }) => listed.id),
  );
  const papers = rows.map(({ listed, before }): { paper: Paper; before?: Paper } => {
    const known = ofIndex.get(listed.id);
    if (!known) return { paper: paperOfListing(listed), ...(before && { before: paperOfListing(before) }) };
    return { paper: withListing(known, listed), before: before ? withListing(known, before) : known };
  });
  const { renamings, rest } = takeRenamings(papers.flatMap(({ paper, before }) => (before ? { paper, before } : [])));
  const changed = rest.filter(({ paper, before }) => changedFields(before, paper).length > 0);
  const lacking = papers.filter(({ before }) => before === undefined);
  return [
    ...renamings.map((renaming) => ({ kind: "renaming", ...renaming }) as const),
    ...[...lacking, ...changed].map((facts) => ({ kind: "paper-listed", ...facts }) as const),
  ];
}
