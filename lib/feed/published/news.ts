import type { Paper } from "../../papers/paper.ts";
import { paperLink } from "../../papers/paper-link.ts";
import { plainTitle } from "../../papers/text/title-parts.ts";
import { TAG } from "../../papers/text/write-atom.ts";
import { filesSeen } from "../draft-fact.ts";
import type { DraftFact } from "../fact.ts";

/** One thing that readers of feeds are told. Times are epoch ms. */
export interface NewsItem {
  /** The same however often it is written. */
  id: string;
  kind: "found" | "changed" | "gone" | "published" | "added";
  title: string;
  link: string;
  at: number;
  authors: string[];
  audience: string[];
  /** A sentence, and the abstract where there is one. */
  text: string;
  /** Of a draft. */
  fact?: DraftFact;
}

/** A paper that the index gained, and when it was seen (epoch ms). */
export interface AddedPaper {
  paper: Paper;
  at: number;
}

const MOST_ITEMS = 200;

/** What has happened since that time (epoch ms), the newest first, at most 200 of it. What was there when its finder first looked is no news. */
export function newsOf(drafts: Iterable<DraftFact>, papers: Iterable<AddedPaper>, since: number): NewsItem[] {
  const items = [...[...drafts].flatMap(newsOfDraft), ...[...papers].map(newsOfPaper)];
  return items
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, MOST_ITEMS);
}

function newsOfDraft(fact: DraftFact): NewsItem[] {
  const { id, found, files, page, published } = fact;
  const item = (kind: NewsItem["kind"], at: number, sentence: string): NewsItem => ({
    id: `${TAG}${kind}:${id}:${at}`,
    kind,
    title: titled(id, page?.title),
    link: linkOf(fact),
    at,
    authors: page?.authors ?? [],
    audience: page?.audience ?? [],
    text: page?.abstract ? `${sentence}\n\n${page.abstract}` : sentence,
    fact,
  });
  const changed = Math.max(...files.map(({ at }) => at));
  const isGone = files.every(({ gone }) => gone);
  return [
    ...(found.baseline ? [] : [item("found", found.at, `The draft ${id} appeared at isocpp.org.`)]),
    ...(changed > found.at && !isGone ? [item("changed", changed, `The draft ${id} has changed.`)] : []),
    ...(isGone ? [item("gone", changed, `The draft ${id} is gone from isocpp.org.`)] : []),
    ...(published ? [item("published", published.at, `The draft ${id} is now the paper ${published.as}.`)] : []),
  ];
}

function newsOfPaper({ paper, at }: AddedPaper): NewsItem {
  const { id, title, authors, audience } = paper;
  const text = `The paper ${id} was added to the index.`;
  return { id: `${TAG}added:${id}`, kind: "added", title: titled(id, title), link: paperLink(paper), at, authors, audience, text };
}

function titled(id: string, title: string | undefined): string {
  return title ? `${id}: ${plainTitle(title)}` : id;
}

/** To the best of its files, HTML before PDF; built from the id. */
function linkOf(fact: DraftFact): string {
  const files = filesSeen(fact);
  const there = files.filter(({ answer }) => answer.kind !== "absent");
  const best = there.find(({ asked }) => asked.extension === ".html") ?? there[0] ?? files[0];
  return best?.asked.link ?? "";
}
