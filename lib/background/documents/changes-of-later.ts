import type { PaperText } from "../../document/document.ts";
import { seriesOfId } from "../../papers/series.ts";
import type { Database } from "../../store/database/database.ts";
import type { TextRow } from "../../store/database/schema.ts";
import { revisionBefore } from "../../store/texts/document-source.ts";
import { readPaperText } from "../../store/texts/texts.ts";
import type { TextSummariser } from "./read-document.ts";

/** What the documents differ in of which this is the one before, where they were read first: their host was in trouble meanwhile, or what read it was killed. */
export async function changesOfLater(db: Database, id: string, text: PaperText, summarise: TextSummariser): Promise<Required<Pick<TextRow, "id" | "since">>[]> {
  const number = seriesOfId(id)?.slice(1);
  if (number === undefined || !id.startsWith("P")) return [];
  const ranges = ["P", "D"].map((prefix): [string, string] => [`${prefix}${number}R`, `${prefix}${number}S`]);
  const rows = await db.texts.where("id").inAnyRange(ranges).toArray();
  const found = [];
  for (const { id: later, bytes, since } of rows) {
    if (bytes === 0 || since || later === id || (await revisionBefore(db, later)) !== id) continue;
    const after = await readPaperText(db, later);
    const summary = after && (await summarise(text, after, { before: id, after: later }));
    if (summary) found.push({ id: later, since: { id, summary } });
  }
  return found;
}
