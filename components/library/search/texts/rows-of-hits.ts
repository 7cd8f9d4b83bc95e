import { parsePaperId } from "../../../../lib/papers/paper-id.ts";
import { byRevision, seriesOfId } from "../../../../lib/papers/series.ts";
import { draftOfTextId } from "../../../../lib/store/texts/text-id.ts";
import type { TextHit } from "./search-texts.ts";

/** A paper in whose text the words are: the document that is shown for it, and the place. */
export interface TextHitRow extends TextHit {
  series: string;
}

/** The papers in the order of their first hits, each with its newest document that has the words; a draft as it was before only where it has them no more. */
export function rowsOfHits(hits: TextHit[]): TextHitRow[] {
  const rows = new Map<string, TextHitRow & { isFormer: boolean }>();
  for (const { id: key, excerpt } of hits) {
    const former = draftOfTextId(key);
    const row = { id: former ?? key, excerpt, isFormer: former !== undefined };
    const series = seriesOfId(row.id);
    const held = series && rows.get(series);
    if (series && (!held || isNewer(row, held))) rows.set(series, { series, ...row });
  }
  return [...rows.values()].map(({ series, id, excerpt }) => ({ series, id, excerpt }));
}

function isNewer(one: { id: string; isFormer: boolean }, other: { id: string; isFormer: boolean }): boolean {
  const order = byRevision(parsePaperId(one.id) ?? {}, parsePaperId(other.id) ?? {});
  return order > 0 || (order === 0 && other.isFormer && !one.isFormer);
}
