import { isAudienceCode, parseAudience } from "../../papers/audience.ts";
import { foldText } from "../../watch/names/fold-text.ts";
import type { FirstPage, ReadPage } from "../first-page.ts";
import { MAX_TEXT } from "../limits.ts";
import type { PageLine } from "../page-line.ts";
import { findAbstract } from "./find-abstract.ts";
import { findDate, readDate } from "./find-date.ts";
import { type Fields, findFields } from "./find-fields.ts";
import { findTitle } from "./find-title.ts";
import { readLabel } from "./labels.ts";
import { cleanTitle, isBoilerplate, isFileName } from "./paper-title.ts";
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

/** Makes a first page of its lines. */
export function composePage(lines: PageLine[], aside: Aside): ReadPage {
  if (!lines.some(({ text }) => /\p{L}/u.test(text))) return { ok: false, problem: "no-text" };
  const head = lines.slice(0, MAX_HEADER_LINES);
  const marked = findTitle(head);
  const header = head.slice(0, endOfHeader(head, marked?.last ?? -1));
  const fields = findFields(header);
  const behindTitle = marked ? (header[marked.last]?.group ?? -1) : -1;
  const title = titleOf(marked, fields, aside);
  const authors = authorsOf(fields, behindTitle, title, aside);
  if (title === "" && authors.length === 0) return { ok: false, problem: "no-title" };
  const date = dateOf(fields, header, aside);
  const page: FirstPage = { title, authors, audience: audienceOf(fields), text: textOf(lines) };
  const abstract = findAbstract(lines);
  return { ok: true, page: { ...page, ...(date && { date }), ...(abstract && { abstract }) } };
}

/** The header is over where the first part of the paper begins: at a heading that says nothing of the paper itself. */
function endOfHeader(lines: PageLine[], title: number): number {
  const end = lines.findIndex(({ text, heading, part }, at) => {
    if (at <= title) return false;
    if (isSectionHeading(text)) return at > 0;
    if (heading === undefined || part !== undefined || title < 0) return false;
    const label = readLabel(text);
    return !(label && label.field !== "other") && !isBoilerplate(text) && findDate(text) === undefined && !/\S@\S/.test(text);
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
  const first = rest.find(({ text }) => text.length <= MAX_TITLE_LINE && !isBoilerplate(text) && findDate(text) === undefined && !/\S@\S/.test(text));
  return first ? cleanTitle([first.text]) : "";
}

function shareWords(one: string, other: string): boolean {
  const wordsOf = (text: string) => foldText(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function authorsOf({ values, rest }: Fields, titleGroup: number, title: string, aside: Aside): string[] {
  const labelled = readAuthors(values.authors);
  if (labelled.length > 0) return labelled;
  const marked = readAuthors(rest.filter(({ part }) => part === "author").map(({ text }) => text));
  if (marked.length > 0) return marked;
  const paragraphs = [...Map.groupBy(rest.filter(isOfAuthors), ({ group }) => group).values()].map((lines) => lines.map(({ text }) => text));
  const found = paragraphs.filter((texts) => texts.some((text) => /@|\bat\b/.test(text))).flatMap(findAuthors);
  if (found.length > 0) return found;
  const behind = rest.filter((line) => isOfAuthors(line) && line.group > titleGroup && !isBoilerplate(line.text) && cleanTitle([line.text]) !== title);
  const first = behind.filter(({ group }) => group === behind[0]?.group).map(({ text }) => text);
  const unlabelled = titleGroup >= 0 ? findAuthors(first) : [];
  return unlabelled.length > 0 ? unlabelled : readAuthors(aside.authors);
}

function isOfAuthors({ heading, part, column }: PageLine): boolean {
  return heading === undefined && part === undefined && !column;
}

function audienceOf({ values }: Fields): string[] {
  // Where a header has lost the label, the groups stand below the project.
  const served = values.audience.length > 0 ? values.audience : values.project.filter((value) => parseAudience(value).every(isAudienceCode));
  const read = parseAudience(served.map((value) => tidyText(value)).join(", "));
  return read.slice(0, MAX_AUDIENCES).map((one) => one.slice(0, MAX_AUDIENCE).toWellFormed());
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
