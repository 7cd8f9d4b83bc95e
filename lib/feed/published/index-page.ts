import { escapeXml, timestamp } from "../../papers/text/write-atom.ts";
import type { AboutFeed } from "./about.ts";
import type { NewsItem } from "./news.ts";

const MOST_SHOWN = 40;
const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "code{overflow-wrap:anywhere}li{margin:.6rem 0}small{opacity:.75}";

/** One page for people: what this is, when it last asked, what is newest, and what to subscribe to. It has no script, and allows none. */
export function indexPage(items: NewsItem[], { publisher, subscription, at, expires, waitMinutes }: AboutFeed): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(publisher)}</title>
<link rel="alternate" type="application/feed+json" href="feed.json" title="JSON Feed">
<link rel="alternate" type="application/atom+xml" href="feed.xml" title="Atom">
<style>${STYLE}</style>
<h1>${escapeXml(publisher)}</h1>
<p>A scout looks for drafts of WG21 papers at isocpp.org, once for everybody who reads this.
It last wrote ${moment(at)}, and looks about every ${waitMinutes} minutes. If nothing new is here after ${moment(expires)}, it has stopped.</p>
${subscription ? `<p>PaperScout subscribes to it by this address (options, <em>Shared finds</em>):<br><code>${escapeXml(subscription)}</code></p>` : ""}
<p>For feed readers: <a href="feed.json">JSON Feed</a>, <a href="feed.xml">Atom</a>.</p>
<h2>Newest</h2>
<ul>
${items.slice(0, MOST_SHOWN).map(listItem).join("\n") || "<li>Nothing yet.</li>"}
</ul>
</html>
`;

  function listItem({ title, link, at: seenAt, kind, authors }: NewsItem): string {
    const name = link.startsWith("https://") ? `<a href="${escapeXml(link)}" rel="noreferrer">${escapeXml(title)}</a>` : escapeXml(title);
    return `<li>${name}<br><small>${[kind, ...authors.map(escapeXml), moment(seenAt)].filter(Boolean).join(" · ")}</small></li>`;
  }
}

function moment(at: number): string {
  const time = timestamp(at);
  return `<time datetime="${time}">${time.slice(0, 16).replace("T", " ")} UTC</time>`;
}
