import type { Paper } from "../papers/paper.ts";
import { compileAuthor } from "../watch/matching/match-author.ts";
import { compileTitle } from "../watch/matching/match-title.ts";
import { meantWatch } from "../watch/syntax/meant-watch.ts";
import { parseWatch } from "../watch/syntax/parse-watch.ts";
import type { Watch } from "../watch/watch.ts";

/** Of an agenda. */
const MOST = 30;

/**
 * The watches that a query stands for, given the papers that it found: what it is in the words of watches, a revision as
 * its series; of mere words the person who bears them as a name, as the papers spell it, and the titles that hold them,
 * whichever is in more of the papers first. [] where nothing can be watched.
 */
export function watchesFor(query: string, found: readonly Paper[]): Watch[] {
  const parsed = parseWatch(query);
  if (parsed.ok) return [meantWatch(parsed.watch).watch];
  if (parsed.problem === "several") return parsed.texts.flatMap((text) => watchesFor(text, found)).slice(0, MOST);
  if (parsed.problem !== "ambiguous") return [];
  const [author, title] = parsed.choices;
  const isMeant = compileAuthor(author.text);
  const names = count(found.flatMap(({ authors }) => authors.filter(isMeant)));
  const find = compileTitle(title.text);
  const titled = found.filter((paper) => find(paper.title) !== undefined).length;
  const choices = [
    // Of several people of one name nobody knows who is meant.
    ...(names.length > 0
      ? [{ watch: names.length === 1 && names[0] ? { ...author, text: names[0].text } : author, papers: names.reduce((sum, { papers }) => sum + papers, 0) }]
      : []),
    ...(titled > 0 ? [{ watch: title, papers: titled }] : []),
  ];
  return choices.sort((a, b) => b.papers - a.papers).map(({ watch }) => watch);
}

function count(texts: string[]): { text: string; papers: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, papers]) => ({ text, papers }));
}
