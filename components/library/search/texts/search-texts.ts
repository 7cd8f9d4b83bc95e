import { type Excerpt, findInText } from "../../../../lib/search/search-text.ts";
import { unpackText } from "../../../../lib/store/texts/pack-text.ts";

/** Some texts, as the database keeps them, and the words that are looked for in them. */
export interface TextsQuestion {
  words: string[][];
  texts: { id: string; packed?: Uint8Array<ArrayBuffer>; page?: string }[];
}

export interface TextHit {
  id: string;
  excerpt: Excerpt;
}

/** Those of the texts that have the words, in their order; one that is spoilt has none. */
export async function searchTexts({ words, texts }: TextsQuestion): Promise<TextHit[]> {
  const hits: TextHit[] = [];
  for (const { id, packed, page } of texts) {
    const excerpt = findInText(words, page === undefined ? await paragraphsOf(packed) : page.split("\n"));
    if (excerpt) hits.push({ id, excerpt });
  }
  return hits;
}

async function paragraphsOf(packed: Uint8Array<ArrayBuffer> | undefined): Promise<string[]> {
  const text = packed && (await unpackText(packed));
  return (text?.sections ?? []).flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
}
