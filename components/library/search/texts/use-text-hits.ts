import { useEffect, useState } from "preact/hooks";
import { textWords } from "../../../../lib/search/search-text.ts";
import type { ReadableDatabase } from "../../../../lib/store/database/readable-database.ts";
import { useDatabase } from "../../../database-context.ts";
import { askThread } from "./ask-thread.ts";
import type { TextHit } from "./search-texts.ts";

/** Nobody has read the hits of the index sooner. */
const AFTER_MS = 400;
/** So many texts are looked through at once; a hit is shown when those beside it are. */
const BATCH = 8;
const MOST = 50;

export interface TextHits {
  hits: TextHit[];
  /** Not all that is there has been looked through: there were so many hits. */
  isCut: boolean;
}

/** What of the texts and first pages that are here has the words of the query, those that were used last first; grows while it is looked for. Undefined where nothing is. */
export function useTextHits(query: string): TextHits | undefined {
  const db = useDatabase();
  const [latest, setLatest] = useState<{ query: string; found: TextHits }>();
  useEffect(() => {
    const words = textWords(query);
    if (words.length === 0) return;
    const looking = new AbortController();
    const timer = setTimeout(() => {
      look(db, words, looking.signal, (found) => setLatest({ query, found })).catch((error: unknown) => {
        if (!looking.signal.aborted) throw error;
      });
    }, AFTER_MS);
    return () => {
      clearTimeout(timer);
      looking.abort();
    };
  }, [db, query]);
  return latest?.query === query ? latest.found : undefined;
}

async function look(db: ReadableDatabase, words: string[][], signal: AbortSignal, tell: (found: TextHits) => void): Promise<void> {
  const texts = (await db.texts.toArray()).filter(({ bytes }) => bytes > 0).sort((one, other) => other.usedAt - one.usedAt);
  const whole = texts.map(({ id }) => id);
  const isWhole = new Set(whole);
  const pages = (await db.draftTexts.toCollection().primaryKeys()).filter((id) => !isWhole.has(id));
  const ask = askThread(() => new Worker(new URL("./texts-worker.ts", import.meta.url), { type: "module" }), signal);
  let hits: TextHit[] = [];
  const add = (more: TextHit[]) => {
    hits = [...hits, ...more];
    if (more.length > 0 && !signal.aborted) tell({ hits: hits.slice(0, MOST), isCut: hits.length >= MOST });
    return hits.length < MOST && !signal.aborted;
  };
  for (const ids of batchesOf(whole)) {
    const rows = (await db.packedTexts.bulkGet(ids)).flatMap((row) => row ?? []);
    if (!add(await ask({ words, texts: rows.map(({ id, packed }) => ({ id, packed })) }))) return;
  }
  for (const ids of batchesOf(pages)) {
    const rows = (await db.draftTexts.bulkGet(ids)).flatMap((row) => row ?? []);
    if (!add(await ask({ words, texts: rows.map(({ id, text }) => ({ id, page: text })) }))) return;
  }
}

function batchesOf(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, batch) => ids.slice(batch * BATCH, (batch + 1) * BATCH));
}
