import type { PageLine } from "../../document/page-line.ts";
import { isSectionHeading } from "../../document/section-heading.ts";
import { findDate, readDate } from "../../papers/text/find-date.ts";
import { foldText } from "../../watch/names/fold-text.ts";
import type { FirstPage, ReadPage } from "../first-page.ts";
import { MAX_TEXT } from "../limits.ts";
import { findAbstract } from "./find-abstract.ts";
import { type Fields, findFields } from "./find-fields.ts";
import { findTitle } from "./find-title.ts";
import { headerAudience } from "./header-audience.ts";
import { headerAuthors, withBylines } from "./header-authors.ts";
import { hasMail, isOfHeader, leadsToHeader } from "./header-line.ts";
import { cleanTitle, isBoilerplate, isFileName, numbersIn, withoutOwnNumber } from "./paper-title.ts";
import { inRowsOfLabels } from "./table-forms.ts";

/** What a document says of itself where nobody sees it; often wrong, so it only helps out. */
export interface Aside {
  title: string;
  authors: string[];
  date: string;
}

const MAX_HEADER_LINES = 150;
const MAX_TITLE_LINE = 200;
/** "Kona, November 2026", as slides and front pages have it. */
const MONTH_ONLY = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:19|20)\d\d$/i;
const MAX_MONTH_LINE = 40;

/** Makes a first page of its lines. */
export function composePage(lines: PageLine[], aside: Aside): ReadPage {
  if (!lines.some(({ text }) => /\p{L}/u.test(text))) return { ok: false, problem: "no-text" };
  const plain = inRowsOfLabels(lines.slice(0, MAX_HEADER_LINES));
  const first = findTitle(plain);
  const head = withBylines(plain, first);
  const marked = head === plain ? first : findTitle(head);
  const header = head.slice(0, endOfHeader(head, marked?.last ?? -1));
  const fields = findFields(header);
  const title = withoutOwnNumber(titleOf(marked, fields, aside), ownNumbers(fields));
  const authors = headerAuthors(fields, header, [...head.slice(header.length), ...lines.slice(MAX_HEADER_LINES)], title, aside.authors);
  if (title === "" && authors.length === 0) return { ok: false, problem: "no-title" };
  const date = dateOf(fields, header, aside);
  const page: FirstPage = { title, authors, audience: headerAudience(fields), text: textOf(lines) };
  const abstract = findAbstract(lines);
  return { ok: true, page: { ...page, ...(date && { date }), ...(abstract && { abstract }) } };
}

/** The header is over where the first part of the paper begins: at a heading that says nothing of the paper itself. */
function endOfHeader(lines: PageLine[], title: number): number {
  const end = lines.findIndex(({ text, heading, part, column, group }, at) => {
    if (at <= title) return false;
    // "Abstract" may be the label of a row among others.
    if (isSectionHeading(text)) return at > 0 && !(column === 0 && lines[at + 1]?.column === 1 && lines[at + 1]?.group === group);
    if (heading === undefined || part !== undefined || title < 0) return false;
    return !isOfHeader(text) && !leadsToHeader(lines, at);
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
  const first = rest.find(({ text }) => text.length <= MAX_TITLE_LINE && !isBoilerplate(text) && findDate(text) === undefined && !hasMail(text));
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

function dateOf({ values, rest }: Fields, header: PageLine[], aside: Aside): string | undefined {
  const labelled = values.date.map(readDate).find((date) => date !== undefined);
  if (labelled) return labelled;
  const said = [...header.filter(({ part }) => part === "date"), ...rest, ...header].find(({ text }) => findDate(text) !== undefined);
  if (said) return findDate(said.text);
  const month = rest.find(({ text, heading }) => heading === undefined && text.length <= MAX_MONTH_LINE && MONTH_ONLY.test(text));
  return readDate(month ? (MONTH_ONLY.exec(month.text)?.[0] ?? "") : aside.date);
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
