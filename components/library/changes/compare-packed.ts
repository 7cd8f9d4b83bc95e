import { compareTexts } from "../../../lib/compare/compare-texts.ts";
import type { Comparison } from "../../../lib/compare/comparison.ts";
import { unpackText } from "../../../lib/store/texts/pack-text.ts";

/** Two texts as the database keeps them, and whose they are. */
export interface PackedPair {
  before: Uint8Array<ArrayBuffer>;
  after: Uint8Array<ArrayBuffer>;
  ids: { before: string; after: string };
}

/** What differs between them, or which of them are spoilt. */
export async function comparePacked({ before, after, ids }: PackedPair): Promise<{ comparison: Comparison } | { spoilt: string[] }> {
  const [one, other] = await Promise.all([unpackText(before), unpackText(after)]);
  if (!one || !other) return { spoilt: [one ? [] : ids.before, other ? [] : ids.after].flat() };
  return { comparison: compareTexts(one, other, ids) };
}
