import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalText } from "../feed/canonical.ts";
import { draftOf } from "../feed/draft-fact.ts";
import type { DraftFact } from "../feed/fact.ts";
import { readHead } from "../feed/head.ts";
import { mergeFact, mergeFacts } from "../feed/merge-facts.ts";
import { partName, partToRead, readPart } from "../feed/part.ts";
import { factsOf, paperOfDraft } from "../papers/draft.ts";
import type { Database } from "../store/database/database.ts";
import { readKnown } from "./known-facts.ts";
import { readStatuses, withPublished } from "./statuses/statuses-state.ts";

const NO_AROUND = { recencyHours: 24, frontier: 0 };

/**
 * Takes back what is published in that folder under this key and not known here: for a scout that has lost its state, has an
 * old copy of it, or stands in for another. Gives how many drafts that are, and the number of the head; 0 where there is none.
 */
export async function takeBack(db: Database, folder: string, key: string, now: number): Promise<{ drafts: number; seq: number }> {
  const fileOf = async (name: string) => new Uint8Array(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)));
  const read = await readHead(await fileOf("head.json"), { keys: [key] }, now);
  if (!read.ok) return { drafts: 0, seq: 0 };
  const { head } = read;
  const whole = partToRead(head.parts, undefined);
  const part = whole && (await readPart(await fileOf(partName(whole)), whole, head));
  if (!part?.ok) return { drafts: 0, seq: head.seq };
  const known = mergeFacts((await readKnown(db)).drafts);
  let drafts = 0;
  for (const published of part.drafts) {
    const own = known.get(published.id);
    const fact = own ? mergeFact(own, published) : published;
    if (own && canonicalText(fact) === canonicalText(own)) continue;
    await put(db, fact, now);
    drafts++;
  }
  if (part.statuses.length > 0) await db.state.put(withPublished(await readStatuses(db), part.statuses));
  return { drafts, seq: head.seq };
}

async function put(db: Database, fact: DraftFact, now: number): Promise<void> {
  const draft = draftOf(fact);
  if (!draft) return;
  await db.drafts.put(draft);
  const { page, unreadable } = fact;
  if (page?.abstract !== undefined) await db.draftTexts.put({ id: draft.id, text: "", abstract: page.abstract });
  const at = page?.at ?? unreadable?.at;
  if (at !== undefined) await db.log.add({ kind: "draft-read", paper: paperOfDraft(draft), draft: factsOf(draft, now, NO_AROUND), at });
}
