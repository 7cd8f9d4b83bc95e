import type { PageLine } from "../../document/page-line.ts";
import { findDate, withoutDates } from "../../papers/text/find-date.ts";
import { type Fields, findFields } from "./find-fields.ts";
import type { FoundTitle } from "./find-title.ts";
import { isOfGroups } from "./header-audience.ts";
import { hasMail, isOfHeader, leadsToHeader } from "./header-line.ts";
import { readLabel } from "./labels.ts";
import { cleanTitle, isBoilerplate } from "./paper-title.ts";
import { authorTokens, isMail } from "./people/author-tokens.ts";
import { namesOwner } from "./people/mail-owner.ts";
import { findAuthors, readAuthors } from "./read-authors.ts";

const MAX_SECTION_LINES = 40;
const MAX_SUBTITLE = 80;

/**
 * The authors of a paper: those of a label, else those so marked, else names with an address, else names in a place where authors
 * stand, else those of a section of their own in the lines behind the header, else those that are said aside.
 */
export function headerAuthors({ values, rest }: Fields, header: PageLine[], behind: PageLine[], title: string, aside: string[]): string[] {
  const labelled = readAuthors(values.authors);
  if (labelled.length > 0) return labelled;
  const marked = readAuthors(rest.filter(({ part }) => part === "author").map(({ text }) => text));
  if (marked.length > 0) return marked;
  const paragraphs = withNamesAbove([...Map.groupBy(rest.filter(isOfAuthors), ({ group }) => group).values()]);
  const found = paragraphs
    .map(textsOf)
    .filter((texts) => texts.some((text) => /@|\bat\b/.test(text)))
    .flatMap(findAuthors);
  if (found.length > 0) return found;
  const unlabelled = findBylines(paragraphs, header, title);
  if (unlabelled.length > 0) return unlabelled;
  const apart = readAuthors(findFields(authorsSection(behind)).values.authors);
  return apart.length > 0 ? apart : readAuthors(aside);
}

/** Paragraphs in which names stand together with what is said of them in the next: where they work, and an address that is that of one of them. */
function withNamesAbove(paragraphs: PageLine[][]): PageLine[][] {
  const joined: PageLine[][] = [];
  for (const lines of paragraphs) {
    const above = joined.at(-1) ?? [];
    const mails = authorTokens(textsOf(lines)).filter(isMail);
    const names = mails.length > 0 && !hasMail(textsOf(above).join(" ")) ? findAuthors(textsOf(above)) : [];
    if (names.some((name) => mails.some(({ mail }) => namesOwner(mail, name)))) above.push(...lines);
    else joined.push([...lines]);
  }
  return joined;
}

/** Names that neither a label nor an address announces: in the block above the title that says more of the paper, else right behind the title, else above it. */
function findBylines(paragraphs: PageLine[][], header: PageLine[], title: string): string[] {
  const last = header.findLastIndex(({ part, heading }) => part === "title" || heading === 1);
  const titleGroup = header[last]?.group;
  if (titleGroup === undefined) return [];
  const bylines = paragraphs
    .map((lines) => lines.filter((line) => saysWho(line) && cleanTitle([line.text]) !== title))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ group: lines[0]?.group ?? 0, names: findAuthors(textsOf(lines)) }));
  const isSaidMore = (group: number) =>
    header.some((line) => line.group === group && (readLabel(line.text) !== undefined || findDate(line.text) !== undefined));
  const above = bylines.filter(({ group, names }) => group < titleGroup && names.length > 0);
  const namedAbove = above.flatMap(({ names }) => names);
  if (above.some(({ group }) => isSaidMore(group))) return namedAbove;
  const behind = bylines.filter(({ group }) => group > titleGroup);
  const from = isSubtitle(header, behind) ? 1 : 0;
  const end = behind.findIndex(({ names }, at) => at >= from && names.length === 0);
  const names = behind.slice(from, end < 0 ? undefined : end).flatMap((byline) => byline.names);
  return names.length > 0 ? names : namedAbove;
}

interface Byline {
  group: number;
  names: string[];
}

/** Whether the first of what stands behind the title says more of it: below it names follow at once, and more of the header behind them. */
function isSubtitle(header: PageLine[], [first, ...others]: Byline[]): boolean {
  const end = others.findIndex(({ names }) => names.length === 0);
  const last = others.at(end < 0 ? -1 : end - 1);
  if (!first || !last || first.names.length > 0 || end === 0) return false;
  const lines = header.filter(({ group }) => group === first.group);
  const behind = header.find(({ group }) => group > last.group);
  return lines.length === 1 && (lines[0]?.text.length ?? 0) <= MAX_SUBTITLE && behind !== undefined && isOfHeader(behind.text);
}

/** Where the authors have a section of their own behind the first parts of the paper: from its heading on. */
function authorsSection(lines: PageLine[]): PageLine[] {
  const at = lines.findIndex(({ text, heading }) => heading !== undefined && isAuthorsHeading(text));
  return at < 0 ? [] : lines.slice(at, at + MAX_SECTION_LINES);
}

function isAuthorsHeading(text: string): boolean {
  const label = readLabel(text.replace(/^[\d.]+\s+/, ""));
  return label?.field === "authors" && label.value === "";
}

function isOfAuthors({ heading, part, column }: PageLine): boolean {
  return heading === undefined && part === undefined && !column;
}

/** Not a date, a number, a group, or addresses alone. */
function saysWho(line: PageLine): boolean {
  const isOfMails = hasMail(line.text) && authorTokens([line.text]).every(isMail);
  return withoutDates(line.text).trim() !== "" && !isBoilerplate(line.text) && !isOfGroups(line) && !isOfMails;
}

function textsOf(lines: PageLine[]): string[] {
  return lines.map(({ text }) => text);
}

/**
 * Lines in which headings and subtitles right below the title that name the authors are marked as such: they have an address, or
 * a line of the header follows. The lines themselves where there are none.
 */
export function withBylines(lines: PageLine[], title: FoundTitle | undefined): PageLine[] {
  const subtitle = title ? lines.findIndex(({ part }, at) => at <= title.last && part === "subtitle") : -1;
  const bylines = new Map<PageLine, PageLine>();
  for (let at = subtitle < 0 ? (title?.last ?? lines.length) + 1 : subtitle; at < lines.length; at++) {
    const line = lines[at];
    if (line?.heading === undefined && line?.part !== "subtitle") break;
    const next = lines[at + 1];
    if (isByline(line, (next !== undefined && isOfHeader(next.text)) || leadsToHeader(lines, at))) bylines.set(line, { ...line, part: "author" });
  }
  return bylines.size === 0 ? lines : lines.map((line) => bylines.get(line) ?? line);
}

function isByline({ text, part }: PageLine, isInHeader: boolean): boolean {
  if (part !== undefined && part !== "subtitle") return false;
  const names = findAuthors([text]);
  if (hasMail(text)) return names.length > 0;
  // "Pattern Matching" looks like a name, and stands where a subtitle may.
  return names.length > (part === "subtitle" ? 1 : 0) && isInHeader;
}
