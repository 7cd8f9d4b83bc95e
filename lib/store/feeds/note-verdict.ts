import { type AskedFile, afterAnswer, type Draft, type DraftChange, type FileSeen, factsOf, paperOfDraft } from "../../papers/draft.ts";
import type { Settings } from "../../terms/settings.ts";
import type { Tools } from "../../work/work.ts";
import type { Tables } from "../database/database.ts";
import { EVENT_OF } from "../drafts/note-answers.ts";
import { type Claim, claimantOf, withoutClaim } from "./claim.ts";
import { countVerdict, isSecondLook } from "./doubt.ts";

/** What isocpp.org said of each file that it was asked for. */
export type Answers = readonly { asked: AskedFile; answer: FileSeen }[];

export interface Verified {
  claim: Claim;
  feed: string;
  answers: Answers;
  settings: Pick<Settings, "recencyHours">;
  frontier: number;
}

/**
 * Notes what isocpp.org said of a claim. It is judged by the answer alone: by what is to be told of the draft now, whatever
 * the feed has said, perhaps several things since the job was asked for. Where that is nothing, it is "in doubt" and to be
 * asked for again; the second time it is counted against the feed. Its first page is what the feed said it to be; it is
 * not fetched. Part of a job's commit.
 */
export async function noteVerdict(
  { claim, feed, answers, settings, frontier }: Verified,
  { db, now }: Tools<Tables<"drafts" | "draftTexts" | "feeds" | "log">>,
): Promise<"in doubt" | undefined> {
  const before = await db.drafts.get(claim.id);
  const claimant = before && claimantOf(before, claim, feed);
  // Nothing was asked, so nothing was denied; or the claim was withdrawn meanwhile.
  if (!before || claimant === undefined || answers.length === 0) return undefined;
  const { draft, change } = afterAnswers(before, claim, answers, now);
  if (change === undefined && !isSecondLook(before, claimant, now)) {
    await db.drafts.put({ ...draft, doubt: { feed: claimant, at: now } });
    return "in doubt";
  }
  const { doubt: _, ...settled } = change === undefined && claim.change === "found" ? denied(draft, now) : draft;
  await db.drafts.put(settled);
  if (settled.gone) await db.draftTexts.delete(settled.id);
  // A feed that says of a known draft what is not so, while one of its files is missing, had its reason.
  const isDenied = claim.change === "found" || answers.every(({ answer }) => answer.kind !== "absent");
  if (change !== undefined || isDenied) await countVerdict(db, claimant, change === undefined ? "denied" : "confirmed");
  if (change === undefined) return undefined;
  const isQuiet = claim.change === "found" && before.wanted?.quietly;
  const facts = factsOf(settled, now, { recencyHours: settings.recencyHours, frontier });
  const event = { paper: paperOfDraft(settled), draft: facts, at: now, ...(isQuiet && { quiet: true as const }) };
  await db.log.add({ kind: EVENT_OF[change], ...event });
  // Whoever waits for its page has it already.
  if (change !== "gone" && (settled.page || settled.unreadable !== undefined)) await db.log.add({ kind: "draft-read", ...event });
  return undefined;
}

/** The draft after these answers, and what there is to tell of it; nothing where they speak against the claim. */
export function afterAnswers(before: Draft, { change }: Pick<Claim, "change">, answers: Answers, now: number): { draft: Draft; change?: DraftChange } {
  let draft = before;
  let told: DraftChange | undefined;
  for (const { asked, answer } of answers) {
    // A feed has asked twice before it says that a file is gone.
    for (let times = change === "gone" && answer.kind === "absent" ? 2 : 1; times > 0; times--) {
      const step = afterAnswer(draft, asked, answer, now);
      if (!step) break;
      draft = step.draft;
      told = step.change ?? told;
    }
  }
  if (change !== "found") return { draft, ...(told && { change: told }) };
  // It is there where one of its files is; how often one is missing is told from doubts, which are minutes apart.
  const isThere = answers.some(({ answer }) => answer.kind !== "absent");
  return isThere ? { draft: withoutClaim(draft), change: "found" } : { draft: before };
}

/** A claim that isocpp.org has denied: gone, and still a claim. */
function denied({ wanted: _, ...draft }: Draft, now: number): Draft {
  return { ...draft, files: draft.files.map((file) => ({ ...file, missingSince: now, gone: true as const })), gone: true };
}
