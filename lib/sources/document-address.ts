import { DRAFT_HOST, LISTING_HOST } from "../terms/work-names.ts";

/** Where a document can be asked for: its https address, and the host's lane. */
export interface DocumentAddress {
  url: string;
  host: typeof DRAFT_HOST | typeof LISTING_HOST;
}

/** The open-std.org of old links, and the same without its www. */
const HOSTS_OF: Readonly<Record<string, DocumentAddress["host"]>> = {
  "www.open-std.org": LISTING_HOST,
  "open-std.org": LISTING_HOST,
  "isocpp.org": DRAFT_HOST,
  "www.isocpp.org": DRAFT_HOST,
};

/** How a document at this link is asked for; undefined where it lies at a host that is not asked, or the link is none. */
export function documentAddress(link: string): DocumentAddress | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const host = Object.hasOwn(HOSTS_OF, url.hostname) ? HOSTS_OF[url.hostname] : undefined;
  if (!host || !/^https?:$/.test(url.protocol) || url.port !== "" || url.username !== "" || url.password !== "") return undefined;
  return { url: `https://${host}${url.pathname}${url.search}`, host };
}
