import { useMemo } from "preact/hooks";
import type { MatchedPaper } from "../../../lib/store/matches/matches.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import type { KnownTexts } from "../match/known-texts.tsx";

/** What was read of the documents of these papers; nobody waits for it. */
export function useKnownTexts(papers: MatchedPaper[]): KnownTexts {
  const ids = papers.flatMap(({ matches }) => matches.map(({ id }) => id));
  const read = useLiveQuery(
    async (db) => {
      // Few of a thousand matches have a text: which there are is one question, and not one for each match.
      const [texts, pages] = [await db.texts.toCollection().primaryKeys(), await db.draftTexts.toCollection().primaryKeys()];
      const shown = new Set(ids);
      return { rows: await db.texts.bulkGet(texts.filter((id) => shown.has(id))), pages };
    },
    [ids.join()],
  );
  return useMemo(() => ({ texts: new Map(read?.rows.flatMap((row) => (row ? [[row.id, row]] : []))), pages: new Set(read?.pages) }), [read]);
}
