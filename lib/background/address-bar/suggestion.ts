import { titleParts } from "../../papers/text/title-parts.ts";
import type { Mark } from "../../search/find-marks.ts";
import { marksWithin } from "../../search/marks-within.ts";
import type { SearchHit } from "../../search/search.ts";

/** What the address bar shows of a paper, and the text that stands for it there. */
export interface Suggestion {
  content: string;
  description: string;
}

/** UTF-16 units and names; the bar has one line for all. */
const MAX_TITLE = 160;
const MAX_AUTHORS = 4;
/** What XML cannot hold, not even escaped. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A paper in the address bar: id, title, authors; with the browser's markup for what matched where it has one (Chrome), else as plain text (Firefox). */
export function suggestionOf({ series, paper, marks }: SearchHit, markup: boolean): Suggestion {
  const write = markup ? writeMarked : writePlain;
  // What is code in a title reads as the rest.
  const title = titleParts(cutTitle(paper.title))
    .map(({ text, from }) => write(text, marksWithin(fieldMarks(marks, "title"), from, from + text.length)))
    .join("");
  const authors = paper.authors.slice(0, MAX_AUTHORS).map((author, place) => write(author, fieldMarks(marks, "author", place)));
  if (paper.authors.length > MAX_AUTHORS) authors.push("…");
  const id = write(paper.id, fieldMarks(marks, "id"));
  const names = authors.join(", ");
  const parts = markup ? [`<url>${id}</url>`, title, names && `<dim>${names}</dim>`] : [id, title, names];
  return { content: series, description: parts.filter((part) => part !== "").join(" · ") };
}

/** A text of our own for the address bar. */
export function plainDescription(text: string, markup: boolean): string {
  return markup ? writeMarked(text, []) : writePlain(text);
}

function fieldMarks(marks: readonly Mark[], field: Mark["field"], author?: number): Mark[] {
  return marks.filter((mark) => mark.field === field && mark.author === author);
}

function writePlain(text: string): string {
  return text.toWellFormed();
}

function writeMarked(text: string, marks: readonly Pick<Mark, "from" | "to">[]): string {
  let written = "";
  let at = 0;
  for (const { from, to } of marks) {
    if (from >= text.length) break;
    written += `${escaped(text.slice(at, from))}<match>${escaped(text.slice(from, to))}</match>`;
    at = to;
  }
  return written + escaped(text.slice(at));
}

function escaped(text: string): string {
  return text.replace(NO_XML, "\ufffd").replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

function cutTitle(title: string): string {
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
}
