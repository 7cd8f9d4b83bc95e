import { shelfKey } from "../../../lib/papers/index/shelve.ts";

export const CHANGED_PAPERS = 50;

/** The body of an index with fifty papers retitled, spread over all of it, and the number of shelves that they stand on. */
export function change(body: string): { body: string; shelves: number } {
  const index = JSON.parse(body) as Record<string, { title: string }>;
  const ids = Object.keys(index).filter((id) => /^P\d{4}R\d+$/.test(id));
  const chosen = Array.from({ length: CHANGED_PAPERS }, (_, n) => ids[Math.floor((n * ids.length) / CHANGED_PAPERS)] ?? "");
  for (const id of chosen) index[id] = { ...index[id], title: `${index[id]?.title}, revised` };
  return { body: JSON.stringify(index), shelves: new Set(chosen.map(shelfKey)).size };
}
