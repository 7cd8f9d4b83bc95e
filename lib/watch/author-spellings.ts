import { isPaper, type Paper } from "../papers/paper.ts";
import { compileAuthor } from "./match-author.ts";
import type { Watch } from "./watch.ts";

/** The spellings in these papers that an author watch matches, most frequent first; [] for a watch of another kind. */
export function authorSpellings(watch: Watch, papers: Iterable<Paper>): { name: string; papers: number }[] {
  if (watch.kind !== "author") return [];
  const isWatched = compileAuthor(watch.text);
  const counts = new Map<string, number>();
  for (const paper of papers) {
    if (!isPaper(paper)) continue;
    // Composed and decomposed accents look the same to whoever is to choose between the spellings.
    const names = new Set(paper.authors.filter(isWatched).map((name) => name.normalize("NFC")));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, papers]) => ({ name, papers })).sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1));
}
