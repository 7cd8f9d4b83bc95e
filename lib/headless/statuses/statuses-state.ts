import { canonicalText } from "../../feed/canonical.ts";
import type { StatusFact } from "../../feed/fact.ts";
import type { Database } from "../../store/database/database.ts";
import type { StatusesState } from "../../store/database/state-rows.ts";
import { ISSUES_A_PAGE } from "./fetch-issues.ts";
import type { ReadIssues } from "./read-issues.ts";

const NO_STATUSES: StatusesState = { name: "statuses", known: [], next: { page: 1 }, hasBaseline: false, attempts: 0, lastSuccessAt: 0 };

export async function readStatuses(db: Database): Promise<StatusesState> {
  return ((await db.state.get("statuses")) as StatusesState | undefined) ?? NO_STATUSES;
}

/**
 * With what a page says. What says the same as before keeps its time: a comment is no news. The next question begins at the
 * last issue, or, where all of a page changed in one second, is its next page. `isAll`: there was nothing more.
 */
export function afterPage(
  state: StatusesState,
  { statuses, issues, last, etag }: ReadIssues & { etag?: string | undefined },
  now: number,
): { state: StatusesState; isAll: boolean } {
  const known = new Map(state.known.map((row) => [row.fact.series, row]));
  for (const fact of statuses) {
    const before = known.get(fact.series)?.fact;
    if (before && (before.at > fact.at || saysTheSame(before, fact))) continue;
    known.set(fact.series, { fact, learntAt: state.hasBaseline ? now : 0 });
  }
  const isAll = issues < ISSUES_A_PAGE;
  const { since, page } = state.next;
  // A time that is still to come would never be asked for again.
  const end = last === undefined ? undefined : atSecond(Math.min(Date.parse(last), now));
  const isFurther = end !== undefined && (since === undefined || end > since);
  const next = isFurther ? { since: end, page: 1 } : { ...(since && { since }), page: isAll ? 1 : page + 1, ...(isAll && page === 1 && etag && { etag }) };
  return { state: { ...state, known: [...known.values()], next }, isAll };
}

/** With statuses that were published: readers know them. */
export function withPublished(state: StatusesState, published: readonly StatusFact[]): StatusesState {
  const known = new Map(state.known.map((row) => [row.fact.series, row]));
  for (const fact of published) if ((known.get(fact.series)?.fact.at ?? 0) < fact.at) known.set(fact.series, { fact, learntAt: 0 });
  return { ...state, known: [...known.values()] };
}

function saysTheSame({ at: _, ...one }: StatusFact, { at: __, ...other }: StatusFact): boolean {
  return canonicalText(one) === canonicalText(other);
}

function atSecond(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
