import { type HtmlLine, type HtmlLines, readLines } from "../../document/html/read-lines.ts";
import type { PageLine } from "../../document/page-line.ts";
import { tidyText } from "../../papers/text/tidy-text.ts";
import { isKnownLabel } from "../header/labels.ts";
import { withColons } from "./typed-labels.ts";

/** More than any header has, and than is kept of a page. */
const LIMITS = { characters: 20_000, line: 2_000, lines: 3_000, depth: 500 };
/** Labels stand in no later line. */
const MAX_HEADER_LINES = 150;

/** The lines of a document up to a bound that no header exceeds; each label in them has a colon. */
export function readHtmlLines(html: string): HtmlLines<PageLine> {
  const read = readLines(html, LIMITS);
  return { ...read, lines: read.lines.map((line, at) => (at < MAX_HEADER_LINES ? withLabels(line) : line)) };
}

function withLabels(line: HtmlLine): HtmlLine {
  const { typed, setOff, isTyped, heading } = line;
  const ends = heading === undefined ? setOff.filter(([from, end]) => isKnownLabel(typed.slice(from, end))).map(([, end]) => end) : [];
  const labelled = withColons(typed, ends, isTyped);
  return labelled === typed ? line : { ...line, text: tidyText(labelled.slice(0, LIMITS.line)) };
}
