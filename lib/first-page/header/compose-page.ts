import { isAudienceCode, parseAudience } from "../../papers/audience.ts";
import { foldText } from "../../watch/names/fold-text.ts";
import type { FirstPage, ReadPage } from "../first-page.ts";
import { MAX_TEXT } from "../limits.ts";
import type { PageLine } from "../page-line.ts";
import { findDate, readDate, withoutDates } from "./find-date.ts";
import { type Fields, findFields } from "./find-fields.ts";
import { findTitle } from "./find-title.ts";
import { readLabel } from "./labels.ts";
import { cleanTitle, isBoilerplate, isFileName, numbersIn, withoutOwnNumber } from "./paper-title.ts";
import { findAuthors, readAuthors } from "./read-authors.ts";
import { isSectionHeading } from "./section-heading.ts";
import { tidyText } from "./tidy-text.ts";

/** What a document says of itself where nobody sees it; often wrong, so it only helps out. */
export interface Aside {
  title: string;
  authors: string[];
  date: string;
}

const MAX_HEADER_LINES = 150;
const MAX_AUDIENCES = 12;
const MAX_AUDIENCE = 60;
const MAX_TITLE_LINE = 200;
const MAX_SECTION_LINES = 40;
const MAIL = /\S@\S/;
const LANGUAGE = /\bprogramming languages?\b/i;
/** A part that names a group and is not about the library of something. */
const GROUP = /\bgroup\b|\bWG\b|\bSG ?-?\d|\b(?:EWG|LEWG|CWG|LWG|EWGI|LEWGI)\b|^\s*(?:core|(?:library )?evolution|library)\s*$/i;

/** Makes a first page of its lines. */
export function composePage(lines: PageLine[], aside: Aside): ReadPage {
  if (!lines.some(({ text }) => /\p{L}/u.test(text))) return { ok: false, problem: "no-text" };
  const head = withBylines(lines.slice(0, MAX_HEADER_LINES));
  const marked = findTitle(head);
  const header = head.slice(0, endOfHeader(head, marked?.last ?? -1));
  const fields = findFields(header);
  const title = withoutOwnNumber(titleOf(marked, fields, aside), ownNumbers(fields));
  const authors = authorsOf(fields, header, lines, title, aside);
  if (title === "" && authors.length === 0) return { ok: false, problem: "no-title" };
  const date = dateOf(fields, header, aside);
  const page: FirstPage = { title, authors, audience: audienceOf(fields), text: textOf(lines) };
  return { ok: true, page: date ? { ...page, date } : page };
}

/** Headings and subtitles right below the title that name the authors, marked as such: they have an address, or a line of the header follows. */
function withBylines(lines: PageLine[]): PageLine[] {
  const title = findTitle(lines)?.last ?? -1;
  let at = lines.findIndex(({ part }, place) => place <= title && part === "subtitle");
  if (at < 0) at = title + 1;
  const marked = [...lines];
  for (; title >= 0 && (lines[at]?.heading !== undefined || lines[at]?.part === "subtitle"); at++) {
    const line = lines[at] as PageLine;
    const next = lines[at + 1];
    const names = line.part && line.part !== "subtitle" ? [] : findAuthors([line.text]);
    const isByline = MAIL.test(line.text) || names.length > 1 || line.part === undefined;
    if (names.length > 0 && isByline && (MAIL.test(line.text) || (next && isOfHeader(next.text)))) marked[at] = { ...line, part: "author" };
  }
  return marked;
}

function isOfHeader(text: string): boolean {
  const label = readLabel(text);
  return (label !== undefined && label.field !== "other") || isBoilerplate(text) || findDate(text) !== undefined || MAIL.test(text);
}

/** The header is over where the first part of the paper begins: at a heading that says nothing of the paper itself. */
function endOfHeader(lines: PageLine[], title: number): number {
  const end = lines.findIndex(({ text, heading, part }, at) => {
    if (at <= title) return false;
    if (isSectionHeading(text)) return at > 0;
    if (heading === undefined || part !== undefined || title < 0) return false;
    return !isOfHeader(text);
  });
  return end < 0 ? lines.length : end;
}

function titleOf(marked: ReturnType<typeof findTitle>, { values, rest }: Fields, aside: Aside): string {
  const hidden = isFileName(aside.title) || isBoilerplate(aside.title) ? "" : cleanTitle([aside.title]);
  // A lesser heading may be that of a part, where the paper's own title is no heading.
  if (marked && (marked.heading < 2 || hidden === "" || shareWords(marked.title, hidden))) return marked.title;
  const labelled = cleanTitle(values.title);
  if (labelled !== "" && !isBoilerplate(labelled)) return labelled;
  if (hidden !== "") return hidden;
  const first = rest.find(({ text }) => text.length <= MAX_TITLE_LINE && !isBoilerplate(text) && findDate(text) === undefined && !MAIL.test(text));
  return first ? cleanTitle([first.text]) : "";
}

/** What the header says the paper's number is. */
function ownNumbers({ values, rest }: Fields): string[] {
  const declared = values.number.flatMap(numbersIn);
  return declared.length > 0
    ? declared
    : rest.filter(({ heading, text }) => heading === undefined && isBoilerplate(text)).flatMap(({ text }) => numbersIn(text));
}

function shareWords(one: string, other: string): boolean {
  const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const words = new Set(wordsOf(one));
  if (words.size === 0) return one === other;
  return wordsOf(other).some((word) => words.has(word));
}

function authorsOf({ values, rest }: Fields, header: PageLine[], lines: PageLine[], title: string, aside: Aside): string[] {
  const labelled = readAuthors(values.authors);
  if (labelled.length > 0) return labelled;
  const marked = readAuthors(rest.filter(({ part }) => part === "author").map(({ text }) => text));
  if (marked.length > 0) return marked;
  const paragraphs = [...Map.groupBy(rest.filter(isOfAuthors), ({ group }) => group).values()];
  const found = paragraphs
    .map(textsOf)
    .filter((texts) => texts.some((text) => /@|\bat\b/.test(text)))
    .flatMap(findAuthors);
  if (found.length > 0) return found;
  const unlabelled = findBylines(paragraphs, header, title);
  if (unlabelled.length > 0) return unlabelled;
  const apart = readAuthors(findFields(authorsSection(lines.slice(header.length))).values.authors);
  return apart.length > 0 ? apart : readAuthors(aside.authors);
}

/** Names that neither a label nor an address announces: in the block above the title that says more of the paper, else right behind the title, else above it. */
function findBylines(paragraphs: PageLine[][], header: PageLine[], title: string): string[] {
  const last = header.findLastIndex(({ part, heading }) => part === "title" || heading === 1);
  const titleGroup = header[last]?.group;
  if (titleGroup === undefined) return [];
  const bylines = paragraphs
    .map((lines) => lines.filter(({ text }) => withoutDates(text).trim() !== "" && !isBoilerplate(text) && cleanTitle([text]) !== title))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ group: lines[0]?.group ?? 0, names: findAuthors(textsOf(lines)) }));
  const isSaidMore = (group: number) =>
    header.some((line) => line.group === group && (readLabel(line.text) !== undefined || findDate(line.text) !== undefined));
  const above = bylines.filter(({ group, names }) => group < titleGroup && names.length > 0);
  const namedAbove = above.flatMap(({ names }) => names);
  if (above.some(({ group }) => isSaidMore(group))) return namedAbove;
  const behind = bylines.filter(({ group }) => group > titleGroup);
  const end = behind.findIndex(({ names }) => names.length === 0);
  const names = behind.slice(0, end < 0 ? undefined : end).flatMap((byline) => byline.names);
  return names.length > 0 ? names : namedAbove;
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

function textsOf(lines: PageLine[]): string[] {
  return lines.map(({ text }) => text);
}

function audienceOf({ values, rest }: Fields): string[] {
  const labelled = groupsIn(values.audience);
  // Where a header has no such label, the groups stand behind or below the project, or the language.
  const read = labelled.length > 0 ? labelled : groupsBehind([...values.project, ...rest.map(({ text }) => text).filter((text) => LANGUAGE.test(text))]);
  return read.slice(0, MAX_AUDIENCES).map((one) => one.slice(0, MAX_AUDIENCE).toWellFormed());
}

function groupsIn(values: string[]): string[] {
  return parseAudience(values.map((value) => tidyText(withoutDates(value))).join(", "));
}

/** The working groups among what a project is called; all of WG21 has the same project. */
function groupsBehind(values: string[]): string[] {
  const parts = values.flatMap((value) => value.split(/[,;:()|]|\s[‒–—-]\s/)).filter((part) => GROUP.test(part));
  return groupsIn(parts).filter((group) => isAudienceCode(group) && group !== "WG21");
}

function dateOf({ values, rest }: Fields, header: PageLine[], aside: Aside): string | undefined {
  const labelled = values.date.map(readDate).find((date) => date !== undefined);
  if (labelled) return labelled;
  const said = [...header.filter(({ part }) => part === "date"), ...rest, ...header].map(({ text }) => findDate(text)).find((date) => date !== undefined);
  return said ?? readDate(aside.date);
}

/** Its paragraphs, a line each. */
function textOf(lines: PageLine[]): string {
  let text = "";
  let group: number | undefined;
  for (const line of lines) {
    text += text === "" ? "" : line.group === group ? " " : "\n";
    text += line.text.replaceAll("\t", " ");
    group = line.group;
    if (text.length > MAX_TEXT) return text.slice(0, MAX_TEXT).toWellFormed();
  }
  return text;
}
