import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { draftOf } from "../feed/draft-fact.ts";
import { readHead } from "../feed/head.ts";
import { partName, partToRead, readPart } from "../feed/part.ts";
import { factsOf, paperOfDraft } from "../papers/draft.ts";
import type { Database } from "../store/database/database.ts";

const NO_AROUND = { recencyHours: 24, frontier: 0 };

/** Takes back what was published in that folder under this key, for a scout that has lost its state. Gives how many drafts that are, and the number of the head; 0 where there is none. */
export async function rebuild(db: Database, folder: string, key: string, now: number): Promise<{ drafts: number; seq: number }> {
  const fileOf = async (name: string) => new Uint8Array(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)));
  const read = await readHead(await fileOf("head.json"), { keys: [key] }, now);
  if (!read.ok) return { drafts: 0, seq: 0 };
  const { head } = read;
  const whole = partToRead(head.parts, undefined);
  const part = whole && (await readPart(await fileOf(partName(whole)), whole, head));
  if (!part?.ok) return { drafts: 0, seq: head.seq };
  for (const fact of part.drafts) {
    const draft = draftOf(fact);
    if (!draft) continue;
    await db.drafts.put(draft);
    const { page, unreadable } = fact;
    if (page?.abstract !== undefined) await db.draftTexts.put({ id: draft.id, text: "", abstract: page.abstract });
    const at = page?.at ?? unreadable?.at;
    if (at !== undefined) await db.log.add({ kind: "draft-read", paper: paperOfDraft(draft), draft: factsOf(draft, now, NO_AROUND), at });
  }
  return { drafts: part.drafts.length, seq: head.seq };
}
