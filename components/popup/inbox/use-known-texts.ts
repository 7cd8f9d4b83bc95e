import { useMemo } from "preact/hooks";
import type { MatchedPaper } from "../../../lib/store/matches/matches.ts";
import { changeSince } from "../../../lib/store/texts/change-since.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import type { KnownTexts } from "../match/known-texts.tsx";

const NONE: ReadonlySet<string> = new Set();

/** What was read of the documents of these papers; nobody waits for it. Few have a text: which do is asked once, and not of each. */
export function useKnownTexts(papers: MatchedPaper[] = []): KnownTexts {
  const kept = useLiveQuery(async (db) => ({
    texts: new Set(await db.texts.toCollection().primaryKeys()),
    pages: new Set(await db.draftTexts.toCollection().primaryKeys()),
  }));
  const shown = papers.flatMap(({ matches }) => matches.flatMap(({ id }) => (kept?.texts.has(id) ? [id] : [])));
  const rows = useLiveQuery(
    async (db) => {
      const [texts, drafts] = [await db.texts.bulkGet(shown), await db.drafts.bulkGet(shown)];
      return texts.flatMap((text, place) => (text ? { ...text, since: changeSince(text, drafts[place]) } : []));
    },
    [shown.join()],
  );
  return useMemo(() => ({ texts: new Map(rows?.map((row) => [row.id, row])), pages: kept?.pages ?? NONE }), [rows, kept?.pages]);
}
