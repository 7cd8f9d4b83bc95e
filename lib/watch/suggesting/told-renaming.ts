import type { RenamedAuthor } from "../../papers/index/renamed-authors.ts";
import { compileAuthor } from "../matching/match-author.ts";
import { canonicalWatch } from "../syntax/canonical-watch.ts";
import { formatRule, readRule } from "../syntax/parse-rule.ts";
import type { Watch } from "../watch.ts";

/** What somebody who watches an author is to know of the index's renamings. */
export type ToldRenaming =
  /** So many older papers have come to bear the watched name. */
  | { kind: "bears"; papers: number }
  /** What is watched is an old name: the new one, and the watch that finds both. */
  | { kind: "is-now"; name: string; wider: Watch };

/** The one thing to be told at a watch; undefined where it is about nobody who was renamed, or finds both names. `since` is when it was added: what was renamed before is no news to it. */
export function toldRenaming(watch: Watch, renamed: RenamedAuthor[], since = 0): ToldRenaming | undefined {
  if (renamed.length === 0) return undefined;
  for (const text of authorsOf(watch)) {
    const isWatched = compileAuthor(text);
    // The latest is what the person is called today.
    const left = renamed.findLast(({ from, to }) => isWatched(from) && !isWatched(to));
    const wider = left && canonicalWatch(withAuthor(watch, text, `${left.to} | ${text}`));
    if (wider) return { kind: "is-now", name: left.to, wider };
  }
  if (watch.kind !== "author") return undefined;
  const isWatched = compileAuthor(watch.text);
  const come = renamed.filter(({ from, to, at }) => at >= since && isWatched(to) && !isWatched(from));
  const papers = come.reduce((sum, one) => sum + one.papers, 0);
  return papers > 0 ? { kind: "bears", papers } : undefined;
}

/** Also of what must not hold: who is not wanted under one name is not under another. */
function authorsOf({ kind, text }: Watch): string[] {
  if (kind === "author") return [text];
  return kind === "rule" ? readRule(text).flatMap((term) => (term.kind === "author" ? term.text : [])) : [];
}

function withAuthor({ kind, text }: Watch, author: string, wider: string): Watch {
  if (kind === "author") return { kind, text: wider };
  const terms = readRule(text).map((term) => (term.kind === "author" && term.text === author ? { ...term, text: wider } : term));
  return { kind, text: formatRule(terms) };
}
