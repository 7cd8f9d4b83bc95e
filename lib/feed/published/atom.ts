import { TAG, writeAtom } from "../../papers/text/write-atom.ts";
import type { AboutFeed } from "./about.ts";
import type { NewsItem } from "./news.ts";

/** The news as Atom 1.0. */
export function atom(items: NewsItem[], { publisher, folder, at }: AboutFeed): string {
  return writeAtom({
    id: folder ?? `${TAG}news:${encodeURIComponent(publisher.toWellFormed())}`,
    title: publisher,
    language: "en",
    updatedAt: items[0]?.at ?? at,
    ...(folder && { self: `${folder}feed.xml`, page: folder }),
    entries: items.map((item) => ({
      id: item.id,
      title: item.title,
      updatedAt: item.at,
      publishedAt: item.at,
      authors: item.authors,
      categories: [item.kind, ...item.audience],
      link: item.link,
      summary: item.text,
    })),
  });
}
