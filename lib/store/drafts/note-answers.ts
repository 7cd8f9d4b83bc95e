import { afterAnswer, type Draft, type DraftChange, type FileSeen, factsOf, paperOfDraft } from "../../papers/draft.ts";
import { formatPaperId } from "../../papers/paper-id.ts";
import { readFileName, urlOfFile } from "../../probe/draft-file.ts";
import type { Settings } from "../../terms/settings.ts";
import { READ_DRAFT } from "../../terms/work-names.ts";
import type { Tools } from "../../work/work.ts";
import type { Tables } from "../database/database.ts";
import { withoutClaim } from "../feeds/claim.ts";
import { noteAsked } from "./read-knowledge.ts";

/** What isocpp.org said of one file, and when it was asked, epoch ms. What tells nothing of the file has no answer. */
export interface AnsweredFile {
  name: string;
  at: number;
  answer?: FileSeen;
}

/** What the log calls it. */
export const EVENT_OF: Record<DraftChange, "draft-found" | "draft-changed" | "draft-gone"> = {
  found: "draft-found",
  changed: "draft-changed",
  gone: "draft-gone",
};

/**
 * Notes what was asked and what it means for the drafts, with the events that this causes and the first pages that are to
 * be read; gives how many drafts are new. Part of a job's commit.
 */
export async function noteAnswers(
  answers: AnsweredFile[],
  { frontier, settings, isBaseline }: { frontier: number; settings: Settings; isBaseline: boolean },
  { db, now, enqueue }: Tools<Tables<"drafts" | "draftTexts" | "asked" | "log">>,
): Promise<number> {
  await noteAsked(db, new Map(answers.map(({ name, at }) => [name, at])));
  // Nearly all that is asked for is not there and never was: those need not be looked up one by one.
  const held = new Set(await db.drafts.toCollection().primaryKeys());
  let found = 0;
  for (const { name, at, answer } of answers) {
    const file = answer && readFileName(name);
    if (!file) continue;
    const id = formatPaperId(file);
    if (answer.kind !== "present" && !held.has(id)) continue;
    const before = await db.drafts.get(id);
    const after = afterAnswer(before, { ...file, link: urlOfFile(name) }, answer, at);
    if (!after) continue;
    // What a feed has claimed, and somebody would have been told of, is found where isocpp.org says so without having been asked for it.
    const isProven = before?.claimedBy !== undefined && answer.kind !== "absent";
    const change = isProven && before.wanted ? "found" : after.change;
    const settled = isProven ? withoutClaim(after.draft) : after.draft;
    const draft: Draft = change === "found" && isBaseline ? { ...settled, baseline: true } : settled;
    await db.drafts.put(draft);
    const key = `${READ_DRAFT} ${id}`;
    // What an earlier reading brings must not be written over what a later one has brought.
    const read = () => enqueue({ kind: READ_DRAFT, args: { id }, key, lock: key });
    if (!change) {
      // A second file may say what the first could not.
      if (draft.unreadable && draft.files.length > (before?.files.length ?? 0)) await read();
      continue;
    }
    await db.log.add({
      kind: EVENT_OF[change],
      paper: paperOfDraft(draft),
      draft: factsOf(draft, now, { recencyHours: settings.recencyHours, frontier }),
      at: now,
      ...(isProven && before.wanted?.quietly && { quiet: true as const }),
    });
    if (change === "found") found++;
    if (change === "gone") await db.draftTexts.delete(draft.id);
    else await read();
  }
  return found;
}
