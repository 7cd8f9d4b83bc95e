import type { PaperText } from "../../document/document.ts";
import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { TextRow, TextTrouble } from "../database/schema.ts";
import { readSettings } from "../lists/settings-store.ts";
import { unpackText } from "./pack-text.ts";
import { draftOfTextId, textIdBefore } from "./text-id.ts";
import { textsToForget } from "./texts-to-forget.ts";

const MEGABYTE = 1_000_000;
/** What was learnt from a text outlives it, and so does why there is none; of so many documents. */
const MOST_ROWS = 2_000;

type TextTables = Tables<"texts" | "packedTexts">;

/** Keeps a text, and the one before it where a draft was overwritten (`isOther`); forgets others where the person's limit wants it. */
export async function keepText(
  db: Tables<"texts" | "packedTexts" | "settings">,
  row: Omit<TextRow, "bytes">,
  { packed, isOther }: { packed: Uint8Array<ArrayBuffer>; isOther: boolean },
): Promise<void> {
  const { id } = row;
  const held = await db.texts.get(id);
  if (isOther) {
    const former = await db.packedTexts.get(id);
    if (held && former) {
      const { since: _, trouble: __, ...facts } = held;
      await db.texts.put({ ...facts, id: textIdBefore(id), usedAt: row.usedAt });
      await db.packedTexts.put({ id: textIdBefore(id), packed: former.packed });
    }
  }
  await db.texts.put({ ...row, ...(held?.isWatched && { isWatched: true }), bytes: packed.length });
  await db.packedTexts.put({ id, packed });
  const { textMegabytes } = await readSettings(db);
  await makeRoom(db, textMegabytes * MEGABYTE, row.usedAt);
}

/** Notes that the document is one of a paper that is watched by its number. */
export async function noteWatched(db: Tables<"texts">, id: string, now: number): Promise<void> {
  const held = await db.texts.get(id);
  if (!held?.isWatched) await db.texts.put({ id, url: "", bytes: 0, readAt: now, usedAt: now, ...held, isWatched: true });
}

/** What was read stays as it is, and was wanted just now. False where there is no text of it. */
export async function touchText(db: Tables<"texts">, id: string, now: number, facts: Pick<TextRow, "version" | "soughtAt"> = {}): Promise<boolean> {
  const held = await db.texts.get(id);
  if (!held || held.bytes === 0) return false;
  const { trouble: _, ...row } = held;
  await db.texts.put({ ...row, ...facts, usedAt: now });
  return true;
}

/** Notes why there is no text, or no newer one. */
export async function noteTextTrouble(
  db: Tables<"texts">,
  id: string,
  about: Pick<TextRow, "soughtAt"> & { url: string; trouble: TextTrouble },
  now: number,
): Promise<void> {
  const held = await db.texts.get(id);
  // The address of a text that stays is that of its validators, which say nothing of another file.
  const url = held && held.bytes > 0 ? held.url : about.url;
  await db.texts.put({ id, bytes: 0, readAt: now, ...held, ...about, url, usedAt: now });
}

/** Forgets all texts. They can be read again, but for those of drafts that have been overwritten since. */
export async function clearTexts(db: TextTables): Promise<void> {
  await db.transaction("rw", [db.texts, db.packedTexts], async () => {
    for (const table of [db.texts, db.packedTexts]) await table.clear();
  });
}

/** Forgets the text of this key where it is spoilt, so that it is read anew; false where it is not. */
export async function forgetSpoilt(db: TextTables & Pick<ReadableDatabase, "packedTexts">, id: string): Promise<boolean> {
  const spoilt = await db.texts.get(id);
  if (await readPaperText(db, id)) return false;
  await db.transaction("rw", [db.texts, db.packedTexts], async () => {
    const held = await db.texts.get(id);
    // Another one may have come meanwhile.
    if (!held || held.readAt !== spoilt?.readAt) return;
    await db.packedTexts.delete(id);
    if (draftOfTextId(id) === undefined) await db.texts.put(withoutText(held));
    else await db.texts.delete(id);
  });
  return true;
}

/** What was learnt from a text that is gone. */
function withoutText({ etag: _, lastModified: __, ...row }: TextRow): TextRow {
  return { ...row, bytes: 0 };
}

async function makeRoom(db: TextTables, maxBytes: number, now: number): Promise<void> {
  // A time to come is of a clock that was ahead: what was used then would stay for ever, and all that is read since go at once.
  const rows = (await db.texts.toArray()).map((row) => (row.usedAt > now ? { ...row, usedAt: 0 } : row));
  const gone = new Set(textsToForget(rows, maxBytes));
  const oldest = rows.filter(({ id, bytes }) => bytes === 0 || gone.has(id)).sort((a, b) => b.usedAt - a.usedAt);
  await db.packedTexts.bulkDelete([...gone]);
  // Of a former text nothing is known but that it was there.
  const [left, over] = [oldest.slice(0, MOST_ROWS).filter(({ id }) => gone.has(id)), oldest.slice(MOST_ROWS)];
  const isFormer = ({ id }: TextRow) => draftOfTextId(id) !== undefined;
  await db.texts.bulkDelete([...over, ...left.filter(isFormer)].map(({ id }) => id));
  await db.texts.bulkPut(left.filter((row) => !isFormer(row)).map(withoutText));
}

/** The text of this key; undefined where there is none, or it is spoilt. */
export async function readPaperText(db: Pick<ReadableDatabase, "packedTexts">, id: string): Promise<PaperText | undefined> {
  const row = await db.packedTexts.get(id);
  return row && unpackText(row.packed);
}

/** How many texts there are, and how many bytes they take. */
export async function readTextsSize(db: Pick<ReadableDatabase, "texts">): Promise<{ texts: number; bytes: number }> {
  const rows = (await db.texts.toArray()).filter(({ bytes }) => bytes > 0);
  return { texts: rows.length, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
}
