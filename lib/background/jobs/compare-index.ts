import { readSentIndex, type SentIndex } from "../../sources/wg21-link.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { noteCheckEnded } from "../../store/health/check-state.ts";
import { replaceIndex } from "../../store/index/replace-index.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { isFailure } from "../../terms/check-outcome.ts";
import { CHECK_INDEX, PROBE_DRAFTS } from "../../terms/work-names.ts";
import type { Kind, Outcome } from "../../work/work.ts";
import { asError } from "./courses.ts";
import { noArguments } from "./no-arguments.ts";
import { progressTeller } from "./tell-progress.ts";

/** The tables that the outcome of a comparison is written to. */
export const COMPARED_TABLES = ["shelves", "vanished", "log", "state", "downloads", "drafts", "settings"] as const;

/** Reads the index that was kept for it and replaces the old one: megabytes of JSON, so not where a person's click is answered. */
export function compareIndex(database: () => Promise<Database>): Kind {
  return defineKind({
    parse: noArguments,
    place: "heavy",
    // While what was sent is compared and then thrown away, nothing newer is put in its place.
    lock: CHECK_INDEX,
    priority: 2,
    maxAttempts: 4,
    tables: COMPARED_TABLES,
    async run(_, job) {
      const db = await database();
      const sent = await db.downloads.get("index");
      if (!sent) return;
      await progressTeller(db, job.now)("comparing");
      return compare(sent);
    },
    onRefused: ({ kind }, { db, now }) => noteRefused(db, kind, now),
  });
}

/** Reads what was sent; its commit replaces the old index by it, with the events that this causes, or notes why not and asks again before long. */
export function compare({ body, contentType, etag, lastModified }: SentIndex): Outcome<Tables<(typeof COMPARED_TABLES)[number]>> {
  const read = readSentIndex({ body, contentType });
  const headers = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  return {
    async commit({ db, now, enqueue }) {
      const outcome = "failure" in read ? read.failure : await replaceIndex(db, read.index, headers, now);
      await noteCheckEnded(db, outcome, now);
      await db.downloads.delete("index");
      if (outcome.kind === "baseline" && (await readSettings(db)).drafts) await enqueue({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS, schedule: PROBE_DRAFTS });
      if (!isFailure(outcome)) return;
      // Reading the same again is of no use, and a check that brought nothing has not ended well: the next slot asks again.
      return { final: true, error: asError(outcome) };
    },
  };
}

/** Notes that the results could not be written. */
export function noteRefused(db: Tables<"state">, error: string, now: number): Promise<void> {
  return noteCheckEnded(db, { kind: error === "storage-full" ? error : "interrupted" }, now);
}
