import { parsePaperId } from "../../papers/paper-id.ts";
import { defineListener } from "../../store/database/define-work.ts";
import type { Match } from "../../store/database/schema.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { addToRead } from "../../store/texts/to-read.ts";
import { MATCHER, READ_REVISIONS } from "../../terms/work-names.ts";
import { namedPapers } from "../../watch/matching/match-rule.ts";
import type { Listener } from "../../work/work.ts";

/** Notes each new revision and draft of a paper that is watched by its number as one whose text is wanted, where the person has that on. */
export function reader(): Listener {
  return defineListener({
    tables: ["matches", "settings", "state"],
    priority: 0,
    after: MATCHER,
    from: "now",
    async apply(events, { db, enqueue }) {
      const ids = events.flatMap((event) => (event.kind === "matches-found" ? event.ids : []));
      if (ids.length === 0 || !(await readSettings(db)).readRevisions) return;
      const named = (await db.matches.bulkGet([...new Set(ids)])).flatMap((match) => (match && isNamed(match) ? match.id : []));
      if (named.length === 0) return;
      await addToRead(db, named);
      await enqueue({ kind: READ_REVISIONS, key: READ_REVISIONS });
    },
  });
}

/** Whether a watch names the paper by its number. */
function isNamed({ id, reasons }: Match): boolean {
  if (parsePaperId(id)?.revision === undefined) return false;
  return reasons.some(({ kind, watched }) => kind === "paper" || kind === "published" || (kind === "rule" && namedPapers({ kind, text: watched }).length > 0));
}
