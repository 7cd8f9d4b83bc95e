import { timestamp } from "../../papers/text/write-atom.ts";
import type { AboutFeed } from "./about.ts";
import type { NewsItem } from "./news.ts";

/** The news as a JSON Feed 1.1 (jsonfeed.org/version/1.1). What is our own stands under `_paperscout`. */
export function jsonFeed(items: NewsItem[], { publisher, folder, at, expires, waitMinutes }: AboutFeed): string {
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: publisher,
    ...(folder && { home_page_url: folder, feed_url: `${folder}feed.json` }),
    language: "en",
    _paperscout: { at, expires, waitMinutes },
    items: items.map(itemOf),
  })}\n`;
}

function itemOf({ id, kind, title, link, at, authors, audience, text, fact }: NewsItem) {
  const names = authors.filter(Boolean);
  return {
    id,
    ...(link && { url: link }),
    title: title,
    content_text: text,
    date_published: timestamp(at),
    ...(names.length > 0 && { authors: names.map((name) => ({ name })) }),
    tags: [kind, ...audience.filter(Boolean)],
    ...(fact && { _paperscout: fact }),
  };
}
