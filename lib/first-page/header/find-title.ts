import type { PageLine } from "../../document/page-line.ts";
import { isNumbered, isSectionHeading } from "../../document/section-heading.ts";
import { findDate } from "../../papers/text/find-date.ts";
import { readLabel } from "./labels.ts";
import { cleanTitle, isBoilerplate } from "./paper-title.ts";

export interface FoundTitle {
  title: string;
  /** The index of its last line. */
  last: number;
  /** How large a heading it is, 0 where the markup itself says that it is the title. */
  heading: number;
}

/** The title among the headings at the head of a page: the one so marked, else the first of the highest rank; undefined where there is none. */
export function findTitle(lines: PageLine[]): FoundTitle | undefined {
  let best: FoundTitle | undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as PageLine;
    const block = blockAt(lines, at);
    at += block.length;
    const text = block.map((one) => one.text).join(" ");
    if (line.part !== "title" && line.heading === undefined) continue;
    if (isSectionHeading(text)) break;
    const heading = line.part === "title" ? 0 : (line.heading ?? 0);
    if (!isCandidate(line, text) || (best && best.heading <= heading)) continue;
    const subtitle = blockAt(lines, at);
    const isGoingOn = subtitle[0]?.part === "subtitle" && isSubtitle(subtitle.map((one) => one.text).join(" "));
    best = { title: titleOf(block, isGoingOn ? subtitle : []), last: at - 1 + (isGoingOn ? subtitle.length : 0), heading };
    if (best.title === "") best = undefined;
  }
  return best;
}

/** The lines from here on that are one heading or one marked part. */
function blockAt(lines: PageLine[], at: number): PageLine[] {
  const first = lines[at];
  const block: PageLine[] = [];
  for (let next = at; next < lines.length; next++) {
    const line = lines[next];
    if (!first || !line || line.group !== first.group || line.heading !== first.heading || line.part !== first.part) break;
    block.push(line);
  }
  return block;
}

function isCandidate({ part }: PageLine, text: string): boolean {
  if (part === "subtitle" || part === "author" || part === "date" || isBoilerplate(text)) return false;
  if (part === "title") return true;
  const label = readLabel(text);
  return (!label || label.field === "other") && !isNumbered(text) && !/\S@\S/.test(text);
}

function titleOf(block: PageLine[], subtitle: PageLine[]): string {
  const title = cleanTitle(block.map(({ text }) => text));
  return subtitle.length > 0 ? cleanTitle([`${title}: ${subtitle.map(({ text }) => text).join(" ")}`]) : title;
}

function isSubtitle(text: string): boolean {
  return !isBoilerplate(text) && findDate(text) === undefined && !/\S@\S/.test(text);
}
