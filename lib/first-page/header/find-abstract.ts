import type { PageLine } from "../../document/page-line.ts";
import { isNumbered, isSectionHeading } from "../../document/section-heading.ts";
import { MAX_ABSTRACT } from "../limits.ts";
import { readLabel } from "./labels.ts";

const NAME = String.raw`(?:(?:§ ?)?(?:\d+(?:\.\d+){0,3}|[IVX]{1,4})[.)]?\s+)?abstract`;
const HEADING = new RegExp(String.raw`^${NAME}\s*[:.—–-]?$`, "i");
const RUN_IN = new RegExp(String.raw`^${NAME}\s*(?:[:—–]|[.-](?=\s)|\t)\s*(?=\S)`, "i");
/** The number of a page, at its foot. */
const FOLIO = /^\W*(?:page )?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?\W*$/i;
const CODE_BEGINS =
  /^(?:template ?<.*[>{;=]|#(?:include|define|if|ifdef|ifndef|pragma)\b|namespace [\w:]+ ?\{|(?:struct|class|union|enum(?: class)?|concept) \w+ ?(?:[{:;=]|final\b)|\/\/ )/;
const CODE_SIGNS = /[(){}=<>]|::|&&|->/;
const SENTENCE = /(?:^|[\s(])(?:the|we|and|of|to|is|that|this|with|which|are)\s/i;
const MAX_LINES = 300;
const MAX_HEADING = 60;

/**
 * The abstract of a paper, a paragraph a line, at most MAX_ABSTRACT characters; "" where it has none. Its markup says where it is
 * (Bikeshed, the templates of Pandoc), else the heading "Abstract", else a line or the beginning of a paragraph that says so.
 */
export function findAbstract(lines: PageLine[]): string {
  const marked = lines.findIndex(({ part, text }) => part === "abstract" && !HEADING.test(text));
  if (marked >= 0) return shortened(textOf(takeWhile(lines, marked, ({ part }) => part === "abstract").filter(({ text }) => !HEADING.test(text))));
  const named = lines.flatMap(({ text }, at) => (text.length <= MAX_HEADING && HEADING.test(text) ? [at] : []));
  const isHeading = (at: number) => lines[at]?.heading !== undefined;
  // A table of contents names it as well, and there is nothing below it there.
  for (const at of [...named.filter(isHeading), ...named.filter((at) => !isHeading(at))]) {
    const found = textOf(below(lines, at));
    if (found !== "") return shortened(found);
  }
  const at = lines.findIndex(({ text, heading }) => heading === undefined && RUN_IN.test(text));
  const [first, ...others] = at < 0 ? [] : takeWhile(lines, at, ({ group }) => group === lines[at]?.group);
  return first ? shortened(textOf([{ ...first, text: first.text.replace(RUN_IN, "") }, ...others])) : "";
}

/** What stands below the name of the abstract, or beside it in a table, up to the next part of the paper. */
function below(lines: PageLine[], name: number): PageLine[] {
  const { column, group, heading } = lines[name] as PageLine;
  if (column === 0) return takeWhile(lines, name + 1, (line) => line.group === group);
  // Where the abstract has no heading, other parts may have none, either.
  return takeWhile(lines, name + 1, (line, at) => !endsIt(line) && (heading !== undefined || at === name + 1 || !isAlone(lines, at)));
}

function endsIt({ text, heading, part }: PageLine): boolean {
  if (heading !== undefined || part === "title" || isSectionHeading(text)) return true;
  if (text.length <= MAX_HEADING && isNumbered(text) && !/[.;,:]$/.test(text)) return true;
  const label = readLabel(text);
  return label !== undefined && label.field !== "other" && text.includes(":");
}

/** A short line between paragraphs that is no sentence looks like a heading. */
function isAlone(lines: PageLine[], at: number): boolean {
  const { text, group } = lines[at] as PageLine;
  if (text.length > MAX_HEADING || !/^\P{Ll}/u.test(text) || /[.,;:!?…)]$/.test(text) || FOLIO.test(text)) return false;
  return lines[at - 1]?.group !== group && lines[at + 1]?.group !== group;
}

function takeWhile(lines: PageLine[], from: number, isOfIt: (line: PageLine, at: number) => boolean): PageLine[] {
  const taken: PageLine[] = [];
  for (let at = from; at < lines.length && taken.length < MAX_LINES; at++) {
    const line = lines[at] as PageLine;
    if (!isOfIt(line, at)) break;
    taken.push(line);
  }
  return taken;
}

function textOf(lines: PageLine[]): string {
  let text = "";
  let group: number | undefined;
  for (const line of lines) {
    if (FOLIO.test(line.text)) continue;
    if (text !== "" && isCode(line.text)) break;
    text += text === "" ? "" : line.group === group ? " " : "\n";
    text += line.text.replaceAll("\t", " ").trim();
    group = line.group;
    if (text.length > MAX_ABSTRACT) break;
  }
  return text.trim();
}

/** What is shown of a program ends what is said of the paper. */
function isCode(text: string): boolean {
  return CODE_BEGINS.test(text) || (/[;{}]$/.test(text) && CODE_SIGNS.test(text) && !SENTENCE.test(text));
}

function shortened(text: string): string {
  if (text.length <= MAX_ABSTRACT) return text.toWellFormed();
  const cut = text.slice(0, MAX_ABSTRACT - 1);
  const words = /\s/.test(text[cut.length] ?? "") ? cut : cut.replace(/\s\S*$/, "");
  return `${words.replace(/[\s.,;:–—-]+$/, "").toWellFormed()}…`;
}
