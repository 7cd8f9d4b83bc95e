import { parsePaperId } from "../../papers/paper-id.ts";
import { defineListener } from "../../store/database/define-work.ts";
import type { Match } from "../../store/database/schema.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { revisionBefore } from "../../store/texts/document-source.ts";
import { MATCHER } from "../../terms/work-names.ts";
import { namedPapers } from "../../watch/matching/match-rule.ts";
import type { Listener } from "../../work/work.ts";
import { WANTED_TABLES, wantDocument } from "./want-document.ts";

/** A mailing brings somebody a dozen; who watches hundreds of papers reads the rest when they want to. */
const MOST = 40;

/** Wants the text of each new revision of a paper that is watched by its number, with the one before, and of its drafts, where the person has that on. */
export function reader(): Listener {
  return defineListener({
    tables: [...WANTED_TABLES, "matches", "settings"],
    priority: 0,
    after: MATCHER,
    from: "now",
    async apply(events, { db, now, enqueue }) {
      const ids = events.flatMap((event) => (event.kind === "matches-found" ? event.ids : []));
      if (ids.length === 0 || !(await readSettings(db)).readRevisions) return;
      const matches = (await db.matches.bulkGet([...new Set(ids)])).flatMap((match) => (match && isNamed(match) ? match : []));
      for (const { id } of matches.slice(0, MOST)) {
        const before = await revisionBefore(db, id);
        // A first revision has nothing to be compared with; a draft may be overwritten.
        if (before === undefined && !id.startsWith("D")) continue;
        for (const one of [before ?? [], id].flat()) await wantDocument(db, enqueue, one, now);
      }
    },
  });
}

/** Whether a watch names the paper by its number. */
function isNamed({ id, reasons }: Match): boolean {
  if (parsePaperId(id)?.revision === undefined) return false;
  return reasons.some(({ kind, watched }) => kind === "paper" || kind === "published" || (kind === "rule" && namedPapers({ kind, text: watched }).length > 0));
}
