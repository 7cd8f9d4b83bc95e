import type { ReadableDatabase } from "../database/readable-database.ts";

/** What the document of that id says that it is about, where its first page or all of it was read; undefined where that does not say, or was not read. */
export async function readAbstract(db: Pick<ReadableDatabase, "draftTexts" | "texts">, id: string): Promise<string | undefined> {
  return (await db.draftTexts.get(id))?.abstract ?? (await db.texts.get(id))?.abstract;
}
