/** What a feed of RFC 4287 says. Texts are plain; addresses that are not https are left out. Times are epoch ms. */
export interface AtomFeed {
  id: string;
  title: string;
  /** As in BCP 47: "en". */
  language: string;
  updatedAt: number;
  /** Where the feed itself lies. */
  self?: string;
  /** The page that it belongs to. */
  page?: string;
  entries: AtomEntry[];
}

interface AtomEntry {
  id: string;
  title: string;
  updatedAt: number;
  publishedAt?: number;
  authors: string[];
  categories: string[];
  link: string;
  summary: string;
}

/** Names of feeds and entries begin so (RFC 4151); they stay the same however often a feed is written. */
export const TAG = "tag:paperscout.invalid,2026:";
/** Four digits are all that a date of RFC 3339 has for the year. */
const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** The feed as XML (RFC 4287). What XML cannot hold is left out. */
export function writeAtom({ id, title, language, updatedAt, self, page, entries }: AtomFeed): string {
  return `${[
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    `  <id>${escapeXml(id)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${timestamp(updatedAt)}</updated>`,
    ...link("self", self).map((line) => `  ${line}`),
    ...link("alternate", page).map((line) => `  ${line}`),
    `  <generator>PaperScout</generator>`,
    ...entries.flatMap(entryLines),
    `</feed>`,
  ].join("\n")}\n`;
}

function entryLines({ id, title, updatedAt, publishedAt, authors, categories, link: address, summary }: AtomEntry): string[] {
  // An entry without an author is none (RFC 4287, 4.1.2).
  const named = authors.filter((name) => escapeXml(name) !== "");
  return [
    `  <entry>`,
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${timestamp(updatedAt)}</updated>`,
    ...(publishedAt === undefined ? [] : [`    <published>${timestamp(publishedAt)}</published>`]),
    ...(named.length > 0 ? named : ["WG21"]).map((name) => `    <author><name>${escapeXml(name)}</name></author>`),
    ...categories.map(escapeXml).flatMap((term) => (term === "" ? [] : `    <category term="${term}"/>`)),
    ...link("alternate", address).map((line) => `    ${line}`),
    `    <summary>${escapeXml(summary)}</summary>`,
    `  </entry>`,
  ];
}

function link(rel: string, address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { protocol, href } = new URL(address);
  return protocol === "https:" ? [`<link rel="${rel}" href="${escapeXml(href)}"/>`] : [];
}

/** The time as RFC 3339 writes it. */
export function timestamp(at: number): string {
  return new Date(Math.min(Math.max(at, 0), LAST_MOMENT)).toISOString();
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as XML 1.0 and HTML can hold it: without controls, halves of characters and what is no character; blanks single. */
export function escapeXml(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
