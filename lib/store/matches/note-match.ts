import { publishedFrom } from "../../papers/draft.ts";
import type { Paper } from "../../papers/paper.ts";
import type { DraftEvent, PaperEvent, PublishedFrom } from "../../papers/paper-event.ts";
import { formatPaperId } from "../../papers/paper-id.ts";
import { seriesOf } from "../../papers/series.ts";
import type { Settings } from "../../terms/settings.ts";
import { namedPapers } from "../../watch/matching/match-rule.ts";
import type { Tables } from "../database/database.ts";
import { effectKey, effectOf } from "../database/effects.ts";
import type { ListMode, Match, MatchReason } from "../database/schema.ts";
import { eachOnce } from "./each-once.ts";
import type { Wishes } from "./present-wishes.ts";

/** A notification of a draft waits so long for its first page, which says more than its number. */
export const HOLD_MS = 10 * 60_000;

/** What the matcher goes by while it hears a batch. */
export interface Hearing {
  db: Tables<"matches" | "effects" | "drafts" | "draftTexts">;
  now: number;
  /** False where a person looks back: what is found is counted, not told. */
  tells: boolean;
  settings: Settings;
  wishes: Wishes;
  /** The paper series that are muted. */
  mutes: ReadonlySet<string>;
}

export interface WatchHit {
  mode: ListMode;
  reason: MatchReason;
}

type Heard<Kind extends PaperEvent["kind"]> = Extract<PaperEvent, { kind: Kind }> & { at: number };

/** Writes the match that these hits make of a paper, or adds them to the one that is there. True where there is something new to tell or to count. */
export async function noteMatch(hearing: Hearing, event: PaperEvent & { at: number }, hits: WatchHit[]): Promise<boolean> {
  const { db, now, tells, settings } = hearing;
  const { paper, kind } = event;
  const before = await db.matches.get(paper.id);
  const muted = isMuted(hearing, paper);
  if (muted && !before) return false;
  const reasons = eachOnce([...(before?.reasons ?? []), ...hits.map(({ reason }) => reason)]);
  const wanted = tells && !muted && hits.some(({ mode, reason }) => mode === "notify" && isToldOf(kind, reason, settings));
  const about = { paper, ...(await draftPart(db, event, now)), ...(await publishedPart(db, event)) };
  if (before) {
    // Counted on the badge so far, and now asked for by a list that wants to be told.
    const isAsked = wanted && before.notification === "" && before.readAt === 0 && reasons.length > before.reasons.length;
    const isReleased = tells && before.heldUntil !== undefined && before.notifiedAt === 0 && kind === "draft-read";
    // Who looks back, or hears anew that a draft was found, knows less than the match does.
    const isOld = !tells || (kind === "draft-found" && before.draft !== undefined);
    await db.matches.put({ ...(isOld ? before : { ...kept(before, kind), ...about }), reasons, notifiedAt: isAsked ? 0 : before.notifiedAt });
    return isAsked || isReleased;
  }
  // Told long ago, read and forgotten since: it is there again, and stays quiet.
  const told = await db.effects.get(effectKey(paper.id));
  const match: Match = {
    id: paper.id,
    kind,
    reasons,
    foundAt: now,
    notifiedAt: told?.at ?? (wanted ? 0 : now),
    notification: "",
    readAt: told && tells ? now : 0,
    starredAt: 0,
    ...about,
  };
  if (!wanted && !told) await db.effects.put(effectOf(match));
  await db.matches.add(match);
  return true;
}

/** A draft that was matched has changed: it is unread again, and told again once for each change. A match that is still to be told is told as it is now. */
export async function noteDraftChanged(hearing: Hearing, { paper, kind, draft }: Heard<DraftEvent["kind"]>): Promise<boolean> {
  const { db, now, tells, settings, wishes } = hearing;
  const before = await db.matches.get(paper.id);
  if (!before || !tells) return false;
  if (isMuted(hearing, before.paper) || (await db.effects.get(effectKey(paper.id, draft.version)))) {
    await db.matches.put({ ...before, draft });
    return false;
  }
  const askers = wishes.askersOf(before);
  if (askers.length === 0) {
    // It says what is there, to nobody.
    await db.matches.put({ ...before, draft });
    return false;
  }
  const isUntold = before.notifiedAt === 0;
  const wanted = settings.tellChangedDrafts && askers.some(({ mode }) => mode === "notify");
  const match: Match = {
    ...before,
    // Nobody has been told of the draft: to them it is new.
    kind: isUntold && before.notification === "" ? before.kind : kind,
    paper: { ...before.paper, ...(paper.link && { link: paper.link }) },
    draft,
    foundAt: now,
    notifiedAt: wanted || isUntold ? 0 : now,
    notification: "",
    readAt: 0,
    heldUntil: now + HOLD_MS,
  };
  const versions = isUntold ? [before.draft?.version, draft.version] : wanted ? [] : [draft.version];
  await db.effects.bulkPut(versions.map((version) => ({ key: effectKey(paper.id, version), at: now })));
  await db.matches.put(match);
  return true;
}

/** A draft that was matched has become a paper: reason enough for each list that asked for the draft. */
export async function noteDraftPublished(hearing: Hearing, event: Heard<"draft-published">): Promise<boolean> {
  const { paper, from } = event;
  const draft = await hearing.db.matches.get(from.id);
  const hits = (draft ? hearing.wishes.askersOf(draft) : []).map(
    ({ id: list, name: listName, mode }): WatchHit => ({
      mode: hearing.settings.tellPublishedDrafts ? mode : "badge",
      reason: { kind: "published", watched: from.id, found: paper.id, list, listName },
    }),
  );
  return hits.length > 0 && noteMatch(hearing, event, hits);
}

/** Nobody is told that a draft is gone; its match says so. */
export async function noteDraftGone({ db, tells }: Hearing, { paper, draft }: Heard<DraftEvent["kind"]>): Promise<boolean> {
  const before = tells && (await db.matches.get(paper.id));
  if (before) await db.matches.put({ ...before, draft: { ...draft, gone: true } });
  return false;
}

/** Whether the person wants to hear nothing of that paper; what is there of it is kept up to date. */
export function isMuted({ mutes }: Hearing, paper: Paper): boolean {
  const series = seriesOf(paper);
  return series !== undefined && mutes.has(series);
}

/** Whether the person wants notifications of that kind. Off, such a match is counted on the badge. */
function isToldOf(kind: PaperEvent["kind"], reason: MatchReason, settings: Settings): boolean {
  if (kind.startsWith("draft-")) return true;
  return asksForPaper(reason) ? settings.tellRevisions : settings.tellIndexPapers;
}

/** A watch that names a paper by its number asks for its revisions. */
function asksForPaper({ kind, watched }: MatchReason): boolean {
  return kind === "paper" || (kind === "rule" && namedPapers({ kind, text: watched }).length > 0);
}

/** What stays of a match: a page that was read holds nothing back any more, and a paper of the index is no draft. */
function kept(before: Match, kind: PaperEvent["kind"]): Match {
  const { heldUntil: _, ...released } = before;
  if (kind === "draft-read") return released;
  const { draft, ...paper } = released;
  return draft && kind.startsWith("paper-") ? { ...paper, kind } : before;
}

async function draftPart(db: Tables<"drafts">, event: PaperEvent, now: number): Promise<Pick<Match, "draft" | "heldUntil">> {
  if (event.kind !== "draft-found" && event.kind !== "draft-read") return {};
  const isGone = (await db.drafts.get(event.paper.id))?.gone;
  return { draft: { ...event.draft, ...(isGone && { gone: true }) }, ...(event.kind === "draft-found" && { heldUntil: now + HOLD_MS }) };
}

/** The draft that a published paper was, where we had it. */
async function publishedPart(
  db: Tables<"drafts">,
  { paper: { prefix, number, revision }, kind, at }: PaperEvent & { at: number },
): Promise<{ from?: PublishedFrom }> {
  if (prefix !== "P" || number === undefined || revision === undefined || kind === "draft-found" || kind === "draft-read") return {};
  const draft = await db.drafts.get(formatPaperId({ prefix: "D", number, revision }));
  return draft ? { from: publishedFrom(draft, draft.publishedAt ?? at) } : {};
}
