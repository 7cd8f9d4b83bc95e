import { draftOf, filesSeen } from "../../feed/draft-fact.ts";
import type { DraftFact } from "../../feed/fact.ts";
import { afterAnswer, type Draft, type DraftChange, factsOf, type HeldFile, isOlder, paperOfDraft } from "../../papers/draft.ts";
import type { Settings } from "../../terms/settings.ts";
import type { Tools } from "../../work/work.ts";
import type { Tables } from "../database/database.ts";
import { EVENT_OF } from "../drafts/note-answers.ts";
import { verifying } from "./claim.ts";
import { isDistrusted } from "./read-feeds.ts";

const HOUR = 60 * 60_000;

export interface Reading {
  folder: string;
  /** The `at` of the head whose facts were taken in before; absent at the first reading, which is the baseline. */
  readAt: number | undefined;
  settings: Pick<Settings, "recencyHours">;
  frontier: number;
  /** In [0, 1). */
  random: () => number;
}

type FactTools = Tools<Tables<"drafts" | "draftTexts" | "matches" | "feeds" | "log">>;

/**
 * Notes what a feed says of drafts, with the events that this causes; gives how many of them are news. A new draft is only
 * claimed: whoever watches it makes the matcher ask whether it is there. What was matched already changes when isocpp.org
 * itself says so. Part of a job's commit.
 */
export async function noteFacts(facts: DraftFact[], reading: Reading, { db, now, enqueue }: FactTools): Promise<number> {
  const ids = facts.map(({ id }) => id);
  const known = await db.drafts.bulkGet(ids);
  const matched = new Set(await db.matches.where("id").anyOf(ids).primaryKeys());
  const distrusted = new Set((await db.feeds.filter(isDistrusted).toArray()).map(({ folder }) => folder));
  let news = 0;
  for (const [place, fact] of facts.entries()) {
    const before = known[place];
    const isMatched = matched.has(fact.id);
    const noted = before ? afterFact(before, fact, reading) : newDraft(fact, reading);
    const told = before && !isMatched ? (claimedAnew(before, noted, fact, reading, distrusted) ?? noted) : noted;
    if (!told) continue;
    const { draft, change, changed, isRead } = told;
    if (before && change && isMatched) {
      // Its new first page is kept until then.
      if (isRead && draft.page) await db.drafts.put({ ...before, page: draft.page });
      await enqueue(verifying({ id: fact.id, change, ...(changed && { extension: changed }) }, reading.folder, now, reading.random));
      news++;
      continue;
    }
    await db.drafts.put(draft);
    if (fact.page?.abstract !== undefined && isRead) await db.draftTexts.put({ id: fact.id, text: "", abstract: fact.page.abstract });
    if (!isNews(fact, draft, now, reading)) continue;
    const event = { paper: paperOfDraft(draft), draft: factsOf(draft, now, { ...reading.settings, frontier: reading.frontier }), at: now };
    if (change) await db.log.add({ kind: EVENT_OF[change], ...event });
    if (isRead && !draft.gone) await db.log.add({ kind: "draft-read", ...event });
    if (change) news++;
  }
  return news;
}

interface Noted {
  draft: Draft;
  change?: DraftChange;
  /** The extension of the file that told. */
  changed?: string;
  /** Its first page says something that it did not. */
  isRead: boolean;
}

function newDraft(fact: DraftFact, { folder, readAt }: Reading): Noted | undefined {
  const draft = draftOf(fact);
  if (!draft || draft.gone) return undefined;
  const claimed = { ...draft, claimedBy: folder, ...(readAt === undefined && { baseline: true as const }) };
  return { draft: claimed, change: "found", isRead: saysSomething(draft) };
}

/** The draft that is known, with what the feed knows later of it; undefined where that is nothing. */
function afterFact(before: Draft, fact: DraftFact, { readAt = 0 }: Reading): Noted | undefined {
  let draft = before;
  let told: Pick<Noted, "change" | "changed"> = {};
  for (const { asked, answer, at } of filesSeen(fact)) {
    const mine = draft.files.find(({ extension }) => extension === asked.extension);
    if (mine && at <= knownAt(mine)) continue;
    // The feed has asked twice before it says that a file is gone.
    const once = afterAnswer(draft, asked, answer, at);
    const step = once && answer.kind === "absent" ? (afterAnswer(once.draft, asked, answer, at) ?? once) : once;
    if (!step) continue;
    draft = step.draft;
    if (step.change) told = { change: step.change, changed: asked.extension };
  }
  const { page, unreadable } = fact;
  const isLater = page !== undefined && (!draft.page || page.at > readAt);
  const { at: _, abstract: __, ...said } = page ?? { at: 0 };
  const isRead = isLater && JSON.stringify(said) !== JSON.stringify(draft.page);
  if (isRead && page) {
    const { unreadable: ___, ...rest } = draft;
    draft = { ...rest, page: { title: page.title, authors: page.authors, audience: page.audience, ...(page.date !== undefined && { date: page.date }) } };
  }
  const isUnreadable = !draft.page && unreadable !== undefined && draft.unreadable === undefined;
  if (isUnreadable) draft = { ...draft, unreadable: unreadable.why };
  return draft === before ? undefined : { draft, ...told, isRead: isRead || isUnreadable };
}

/**
 * What a feed claims anew of a draft that is known and that nobody was told of: it was gone, perhaps since isocpp.org denied
 * it, and is there again; it was claimed by a feed alone that is believed nothing more; or its first page says something else.
 */
function claimedAnew(before: Draft, noted: Noted | undefined, fact: DraftFact, { folder }: Reading, distrusted: ReadonlySet<string>): Noted | undefined {
  const { wanted, ...draft } = noted?.draft ?? before;
  if (draft.gone || (draft.claimedBy !== undefined && distrusted.has(folder))) return undefined;
  const isOrphan = draft.claimedBy !== undefined && distrusted.has(draft.claimedBy) && fact.files.some(({ gone }) => !gone);
  if (before.gone || isOrphan) return { draft: { ...draft, claimedBy: folder }, change: "found", isRead: saysSomething(draft) };
  return noted?.isRead ? { ...noted, draft: { ...draft, ...(wanted && { wanted }), claimedBy: folder } } : undefined;
}

/** Whether its first page was read, or why it could not be. */
function saysSomething({ page, unreadable }: Draft): boolean {
  return page !== undefined || unreadable !== undefined;
}

/** When its present state came to be known here. */
function knownAt({ foundAt, changedAt = foundAt, missingSince = 0 }: HeldFile): number {
  return Math.max(changedAt, missingSince);
}

/** Whether anybody is to hear of it: nobody of what is published, and at the first reading of what is old. */
function isNews(fact: DraftFact, draft: Draft, now: number, reading: Reading): boolean {
  return draft.publishedAs === undefined && (reading.readAt !== undefined || isRecent(fact, draft, now, reading));
}

/** Whether it came to be within the time that counts as new. Of what the feed found at its own beginning only its date says so. */
function isRecent({ found }: DraftFact, draft: Draft, now: number, { settings: { recencyHours } }: Reading): boolean {
  if (isOlder(draft, now, recencyHours)) return false;
  const isDated = draft.files.some(({ modifiedAt }) => modifiedAt !== undefined);
  return isDated || (!found.baseline && now - found.at <= recencyHours * HOUR);
}
