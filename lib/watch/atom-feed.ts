import { paperLink } from "../papers/paper-link.ts";
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

/** Names of feeds and entries begin so (RFC 4151); they stay the same however often a match is written. */
const TAG = "tag:paperscout.invalid,2026:";
/** Four digits are all that a date of RFC 3339 has for the year. */
const LAST_MOMENT = Date.UTC(9999, 11, 31);

/**
 * The matches as an Atom feed (RFC 4287), newest first. `name` is the feed's own among those of PaperScout ("starred"); now
 * (epoch ms) is its date where it has no entry. What XML cannot hold is left out.
 */
export function atomFeed(matches: Match[], name: string, now: number, texts: FeedTexts): string {
  const newestFirst = matches.toSorted((a, b) => b.foundAt - a.foundAt || (a.id < b.id ? 1 : -1));
  return `${[
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(texts.language)}">`,
    `  <id>${TAG}matches:${encodeURIComponent(name)}</id>`,
    `  <title>${escaped(texts.title)}</title>`,
    `  <updated>${timestamp(newestFirst[0]?.foundAt ?? now)}</updated>`,
    `  <generator>PaperScout</generator>`,
    ...newestFirst.flatMap((match) => entry(match, texts)),
    `</feed>`,
  ].join("\n")}\n`;
}

function entry(match: Match, { entryTitle, summary }: FeedTexts): string[] {
  const { id, paper, foundAt } = match;
  // An entry without an author is none (RFC 4287, 4.1.2).
  const authors = paper.authors.filter((name) => escaped(name) !== "");
  return [
    `  <entry>`,
    `    <id>${TAG}match:${encodeURIComponent(id.toWellFormed())}</id>`,
    `    <title>${escaped(entryTitle(match))}</title>`,
    `    <updated>${timestamp(foundAt)}</updated>`,
    ...(authors.length > 0 ? authors : ["WG21"]).map((name) => `    <author><name>${escaped(name)}</name></author>`),
    ...paper.audience.map(escaped).flatMap((code) => (code === "" ? [] : `    <category term="${code}"/>`)),
    ...link(paperLink(paper)),
    `    <summary>${escaped(summary(match))}</summary>`,
    `  </entry>`,
  ];
}

function link(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { protocol, href } = new URL(address);
  return protocol === "https:" ? [`    <link rel="alternate" href="${escaped(href)}"/>`] : [];
}

function timestamp(at: number): string {
  return new Date(Math.min(Math.max(at, 0), LAST_MOMENT)).toISOString();
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as XML 1.0 can hold it: without controls, halves of characters and what is no character; blanks single. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
