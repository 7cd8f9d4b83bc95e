import { useMemo } from "preact/hooks";
import type { MatchedPaper } from "../../../lib/store/matches/matches.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import type { KnownTexts } from "../match/known-texts.tsx";

/** What was read of the documents of these papers; nobody waits for it. */
export function useKnownTexts(papers: MatchedPaper[]): KnownTexts {
  const ids = papers.flatMap(({ matches }) => matches.map(({ id }) => id));
  const read = useLiveQuery(
    async (db) => ({ rows: await db.texts.bulkGet(ids), pages: await db.draftTexts.where(":id").anyOf(ids).primaryKeys() }),
    [ids.join()],
  );
  return useMemo(() => ({ texts: new Map(read?.rows.flatMap((row) => (row ? [[row.id, row]] : []))), pages: new Set(read?.pages) }), [read]);
}
