import type { Summary } from "../../compare/comparison.ts";
import type { PaperText } from "../../document/document.ts";
import { seriesOfId } from "../../papers/series.ts";
import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { TextRow } from "../../store/database/schema.ts";
import { revisionBefore } from "../../store/texts/document-source.ts";
import { textIdBefore } from "../../store/texts/text-id.ts";
import { readPaperText } from "../../store/texts/texts.ts";
import { COMPARE_REVISION } from "../../terms/work-names.ts";
import type { JobRequest } from "../../work/rows.ts";
import type { Kind } from "../../work/work.ts";

/** What differs between two texts, in numbers; undefined where nothing here can tell. */
export type TextSummariser = (before: PaperText, after: PaperText, ids: { before: string; after: string }) => Promise<Summary | undefined>;

type Found = Required<Pick<TextRow, "id" | "readAt" | "since">>;

/** Says how much a text differs from the one before it, and the one after it from it, where both are there: whichever came last asks for it. */
export function compareRevision(database: () => Promise<Database>, summarise: TextSummariser): Kind {
  return defineKind({
    parse: parseArgs,
    place: "heavy",
    priority: 2,
    lock: COMPARE_REVISION,
    maxAttempts: 3,
    tables: ["texts"],
    async run({ id }) {
      const db = await database();
      const found: Found[] = [];
      for (const { id: after, readAt, version } of await notCompared(db, id)) {
        const before = await textBefore(db, after, version);
        const [from, to] = [before && (await readPaperText(db, before)), await readPaperText(db, after)];
        if (before === undefined || !from || !to) continue;
        const summary = await summarise(from, to, { before, after });
        if (!summary) return { putOff: { kind: "no-reader", message: after, hastenedBy: ["person", "start"] } };
        found.push({ id: after, readAt, since: { id: before, summary } });
      }
      return {
        async commit({ db }) {
          for (const { id, readAt, since } of found) {
            const held = await db.texts.get(id);
            // One that was read anew meanwhile is compared by itself.
            if (held?.readAt === readAt) await db.texts.put({ ...held, since });
          }
        },
      };
    },
  });
}

/** The job that compares it. */
export function comparisonOf(id: string): JobRequest {
  return { kind: COMPARE_REVISION, args: { id }, key: `${COMPARE_REVISION}/${id}` };
}

/** This text and those of the same number that may follow it, where nothing is known of what they differ in. */
async function notCompared(db: Database, id: string): Promise<TextRow[]> {
  const number = id.startsWith("P") ? seriesOfId(id)?.slice(1) : undefined;
  const ranges = number === undefined ? [] : ["P", "D"].map((prefix): [string, string] => [`${prefix}${number}R`, `${prefix}${number}S`]);
  const rows = [await db.texts.get(id), ...(await db.texts.where("id").inAnyRange(ranges).toArray())];
  const found: TextRow[] = [];
  for (const row of rows) if (row && row.bytes > 0 && !row.since && (row === rows[0] || (await revisionBefore(db, row.id)) === id)) found.push(row);
  return found;
}

/** What a draft differs in from what it was says more than what it differs in from the paper that was published; what was published was never another. */
async function textBefore(db: Database, id: string, version: string | undefined): Promise<string | undefined> {
  const former = version === undefined ? undefined : await db.texts.get(textIdBefore(id));
  return former && former.bytes > 0 ? former.id : revisionBefore(db, id);
}

function parseArgs(args: unknown): { id: string } {
  const { id } = (typeof args === "object" && args !== null ? args : {}) as { id?: unknown };
  if (typeof id !== "string") throw new Error("It needs a document.");
  return { id };
}
