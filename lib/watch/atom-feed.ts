import { paperLink } from "../papers/paper-link.ts";
import { TAG, writeAtom } from "../papers/text/write-atom.ts";
import type { Match } from "./matching/match.ts";

/** What a feed says beside the papers themselves, in the person's language. */
export interface FeedTexts {
  /** Of the whole feed. */
  title: string;
  /** As in BCP 47: "en". */
  language: string;
  entryTitle(match: Match): string;
  /** Why it is here. */
  summary(match: Match): string;
}

/**
 * The matches as an Atom feed (RFC 4287), newest first. `name` is the feed's own among those of PaperScout ("starred"); now
 * (epoch ms) is its date where it has no entry.
 */
export function atomFeed(matches: Match[], name: string, now: number, { title, language, entryTitle, summary }: FeedTexts): string {
  const newestFirst = matches.toSorted((a, b) => b.foundAt - a.foundAt || (a.id < b.id ? 1 : -1));
  const entries = newestFirst.map((match) => ({
    id: `${TAG}match:${encodeURIComponent(match.id.toWellFormed())}`,
    title: entryTitle(match),
    updatedAt: match.foundAt,
    authors: match.paper.authors,
    categories: match.paper.audience,
    link: paperLink(match.paper),
    summary: summary(match),
  }));
  return writeAtom({ id: `${TAG}matches:${encodeURIComponent(name)}`, title, language, updatedAt: newestFirst[0]?.foundAt ?? now, entries });
}
