import type { Paper } from "./paper.ts";

/** Where a paper can be read: its wg21.link address, else the document's own, else the short link that its id gives. Always https. */
export function paperLink({ id, link, longLink }: Paper): string {
  return link ?? longLink ?? `https://wg21.link/${encodeURIComponent(id.toLowerCase().toWellFormed())}`;
}
