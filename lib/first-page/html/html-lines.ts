import { type HtmlLine, type HtmlLines, readLines } from "../../document/html/read-lines.ts";
import type { PageLine } from "../../document/page-line.ts";
import { tidyText } from "../../papers/text/tidy-text.ts";
import { isKnownLabel } from "../header/labels.ts";
import { withColons } from "./typed-labels.ts";

/** More than any header has, and than is kept of a page. */
const LIMITS = { characters: 20_000, line: 2_000, lines: 3_000, depth: 500 };
/** "Ada Lovelace" with the letter of a footnote; "21st" has none. */
const MARK = /^\s*\p{Ll}(?:, ?\p{Ll})*\s*$/u;
const MARKED = /\p{L}{2}\s?$/u;
/** Labels stand in no later line. */
const MAX_HEADER_LINES = 150;

/** The lines of a document up to a bound that no header exceeds; each label in them has a colon. */
export function readHtmlLines(html: string): HtmlLines<PageLine> {
  const read = readLines(html, LIMITS);
  return { ...read, lines: read.lines.map((line, at) => (at < MAX_HEADER_LINES ? withLabels(line) : line)) };
}

function withLabels(line: HtmlLine): HtmlLine {
  const { typed, setOff } = withoutMarks(line);
  const { isTyped, heading, part } = line;
  const ends = heading === undefined ? setOff.filter(([from, end]) => isKnownLabel(typed.slice(from, end))).map(([, end]) => end) : [];
  // "Groups - a survey" is a title.
  const isTitle = (heading ?? 3) <= 2 || part === "title";
  const labelled = isTitle ? typed : withColons(typed, ends, isTyped);
  return labelled === line.typed ? line : { ...line, text: tidyText(labelled.slice(0, LIMITS.line)) };
}

/** A line without the letters of footnotes: "Ada Lovelace" has one in many lists of authors. */
function withoutMarks({ typed, setOff, raised, heading }: HtmlLine): Pick<HtmlLine, "typed" | "setOff"> {
  const marks = heading === undefined ? raised.filter(([from, end]) => MARK.test(typed.slice(from, end)) && MARKED.test(typed.slice(0, from))) : [];
  const place = (at: number) => at - marks.reduce((gone, [from, end]) => gone + Math.max(0, Math.min(at, end) - from), 0);
  return {
    typed: marks.reduceRight((text, [from, end]) => text.slice(0, from) + text.slice(end), typed),
    setOff: setOff.map(([from, end]) => [place(from), place(end)]),
  };
}
