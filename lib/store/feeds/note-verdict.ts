import { type AskedFile, afterAnswer, type Draft, type FileSeen, factsOf, paperOfDraft } from "../../papers/draft.ts";
import type { Settings } from "../../terms/settings.ts";
import type { Tools } from "../../work/work.ts";
import type { Tables } from "../database/database.ts";
import { EVENT_OF } from "../drafts/note-answers.ts";
import type { Claim } from "./note-facts.ts";

export interface Verified {
  claim: Claim;
  feed: string;
  /** What isocpp.org said of each file that it was asked for. */
  answers: { asked: AskedFile; answer: FileSeen }[];
  settings: Pick<Settings, "recencyHours">;
  frontier: number;
}

/**
 * Notes what isocpp.org said of a claim: what is so becomes the event that was held back, what is not is counted against
 * the feed. Its first page is what the feed said it to be; it is not fetched. Part of a job's commit.
 */
export async function noteVerdict(
  { claim, feed, answers, settings, frontier }: Verified,
  { db, now }: Tools<Tables<"drafts" | "draftTexts" | "feeds" | "log">>,
): Promise<void> {
  const before = await db.drafts.get(claim.id);
  if (!before) return;
  const draft = claim.change === "found" ? afterFind(before, answers, now) : afterChange(before, claim, answers, now);
  const isSo = draft !== undefined && !(claim.change === "found" && draft.gone);
  const row = await db.feeds.get(feed);
  if (row) await db.feeds.put({ ...row, ...(isSo ? { confirmed: row.confirmed + 1 } : { denied: row.denied + 1 }) });
  if (!draft) return;
  await db.drafts.put(draft);
  if (draft.gone) await db.draftTexts.delete(draft.id);
  if (!isSo) return;
  const event = { paper: paperOfDraft(draft), draft: factsOf(draft, now, { recencyHours: settings.recencyHours, frontier }), at: now };
  await db.log.add({ kind: EVENT_OF[claim.change], ...event });
  // Whoever waits for its page has it already.
  if (claim.change !== "gone" && (draft.page || draft.unreadable !== undefined)) await db.log.add({ kind: "draft-read", ...event });
}

/** The draft that was claimed: it is there where one of its files is. */
function afterFind({ claimedBy: _, ...before }: Draft, answers: Verified["answers"], now: number): Draft {
  const isThere = answers.some(({ answer }) => answer.kind !== "absent");
  if (!isThere) return { ...before, files: before.files.map((file) => ({ ...file, missingSince: now, gone: true as const })), gone: true };
  return answers.reduce<Draft>((draft, { asked, answer }) => afterAnswer(draft, asked, answer, now)?.draft ?? draft, before);
}

/** A draft that was known, after what was claimed of it; undefined where that is not so. */
function afterChange(before: Draft, { change }: Claim, answers: Verified["answers"], now: number): Draft | undefined {
  let draft = before;
  let isSo = false;
  for (const { asked, answer } of answers) {
    // The feed had asked twice.
    for (let times = change === "gone" && answer.kind === "absent" ? 2 : 1; times > 0; times--) {
      const step = afterAnswer(draft, asked, answer, now);
      if (!step) break;
      draft = step.draft;
      isSo ||= step.change === change;
    }
  }
  return isSo ? draft : undefined;
}
