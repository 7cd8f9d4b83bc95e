import { Parser } from "htmlparser2";
import { tidyText } from "../../papers/text/tidy-text.ts";
import type { BlockKind } from "../document.ts";
import type { PageLine } from "../page-line.ts";
import { formulaPart, isBlock, isSkipped, kindOf, mailOf, partOf } from "./html-elements.ts";

export interface HtmlLine extends PageLine {
  kind: BlockKind;
  /** The same number for the lines of one element. */
  block: number;
  /** In a table: the same number for what stands in one of its rows. */
  row?: number;
  /** As it stands in the file, with its blanks. */
  typed: string;
  /** Line ends are line ends, blanks are blanks. */
  isTyped: boolean;
  /** Where in `typed` what is in letters that set it off begins and ends. */
  setOff: Span[];
  /** And what is raised. */
  raised: Span[];
}

/** Where in a text something begins and ends. */
type Span = [from: number, end: number];

/** The lines of an HTML document, and what its head says. */
export interface HtmlLines<Line = HtmlLine> {
  lines: Line[];
  title: string;
  authors: string[];
  date: string;
  /** Why there are no more of them. */
  cut?: "characters" | "blocks" | "depth" | "time";
}

/** Where reading ends. `isOver` is asked now and then. */
export interface HtmlLimits {
  characters: number;
  /** In characters. */
  line: number;
  lines: number;
  depth: number;
  isOver?: () => boolean;
}

/** Where in a document one is: what the elements around say. */
interface Place {
  heading?: number;
  part?: PageLine["part"];
  /** In a table or a list of terms. */
  row?: Row;
  column?: number;
  table?: Table;
  /** Line ends are line ends. */
  asTyped: boolean;
  /** Not for reading: scripts, styles, pictures, tables of contents. */
  skipped: boolean;
  inTitle: boolean;
  endsLine: boolean;
  /** The address of a link to a mailbox, "" elsewhere. */
  mail: string;
  kind: BlockKind;
  /** In letters that set it off. */
  isSetOff: boolean;
  isRaised: boolean;
  /** In a formula, where blanks between its elements say nothing: the element, and how many are in it so far. */
  formula?: { element: string; children: number } | undefined;
  /** Where in the line the words of an element in it begin. */
  from: number;
}

interface Row {
  /** In the order of the file. */
  number: number;
  group: number;
  cells: number;
}

interface Table {
  last?: Row;
  /** So many rows have their label in a row above. */
  labelled: number;
}

/** Of what its head says. */
const MAX_SAID = 2_000;
const PIECE = 8_192;
const SET_OFF = new Set(["b", "strong", "em", "i", "u"]);
/** They may look like anything, and set off what they hold at the beginning of a line. */
const STYLED = new Set(["span", "font", "label", "big", "small"]);

/** Reads the lines of a document up to a limit: whatever the markup, in time that grows with its length only. */
export function readLines(html: string, limits: HtmlLimits): HtmlLines {
  const lines: HtmlLine[] = [];
  const head = { title: "", authors: [] as string[], date: "" };
  let place: Place = { asTyped: false, skipped: false, inTitle: false, endsLine: false, isSetOff: false, isRaised: false, mail: "", from: 0, kind: "text" };
  const places = [place];
  let line = "";
  let setOff: Span[] = [];
  let raised: Span[] = [];
  let part: PageLine["part"];
  let group = 0;
  let block = 0;
  let rows = 0;
  let characters = 0;
  let isLineCut = false;
  let cut: HtmlLines["cut"];

  const parser = new Parser({
    onopentag(name, attributes) {
      if (places.length > limits.depth) cut = "depth";
      place = enter(name, attributes);
      places.push(place);
    },
    ontext(text) {
      if (place.inTitle) head.title = (head.title + text).slice(0, MAX_SAID);
      else if (!place.skipped && !(place.formula && text.trim() === "")) place.asTyped ? addTyped(text) : addWords(text);
    },
    onclosetag() {
      if (place.mail !== "" && line !== "" && !line.slice(place.from).includes("@")) line += ` <${place.mail}> `;
      if (place.isSetOff && place.from < line.length) setOff.push([place.from, line.length]);
      if (place.isRaised && place.from < line.length) raised.push([place.from, line.length]);
      const { endsLine } = place;
      if (endsLine) endBlock();
      if (places.length > 1) places.pop();
      place = places.at(-1) ?? place;
      if (endsLine && isOnItsOwn(place)) group++;
    },
  });
  for (let at = 0; at < html.length && !cut; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (characters > limits.characters) cut = "characters";
    else if (lines.length > limits.lines) cut = "blocks";
    else if (limits.isOver?.()) cut = "time";
  }
  if (cut) endLine();
  else parser.end();
  endLine();
  if (isLineCut) cut ??= "characters";
  return { lines, title: tidyText(head.title), authors: head.authors, date: head.date, ...(cut && { cut }) };

  function enter(name: string, attributes: Record<string, string>): Place {
    const endsLine = isBlock(name);
    if (endsLine) endBlock();
    else if (name === "br") endLine();
    if (endsLine && isOnItsOwn(place)) group++;
    const inner: Place = { ...place, mail: "", endsLine, isRaised: name === "sup", from: line.length, inTitle: name === "title" && !place.skipped };
    inner.isSetOff = SET_OFF.has(name) || (STYLED.has(name) && line.trim() === "");
    inner.skipped ||= isSkipped(name, attributes);
    inner.asTyped ||= name === "pre";
    if (name === "math" || place.formula) enterFormula(inner, name);
    inner.kind = kindOf(name) ?? inner.kind;
    if (name.length === 2 && /^h[1-6]$/.test(name)) inner.heading = Number(name[1]);
    const part = partOf(attributes);
    if (part) inner.part = part;
    const mail = name === "a" && mailOf(attributes);
    if (mail) inner.mail = mail;
    if (name === "meta") readMeta(attributes);
    if (name === "table") enterTable(inner);
    else if (name === "tr" && inner.table) enterRow(inner, inner.table);
    else if (name === "td" || name === "th") enterCell(inner, Number(attributes.rowspan) || 1);
    else if (name === "dl") inner.row = { number: 0, group: ++group, cells: 0 };
    else if ((name === "dt" || name === "dd") && inner.row) enterTerm(inner, inner.row, name === "dt");
    return inner;
  }

  function enterFormula(inner: Place, element: string): void {
    const part = place.formula && formulaPart(place.formula.element, place.formula.children++);
    inner.formula = { element, children: 0 };
    if (part === "raised") inner.isRaised = true;
    if (part === "under") addWords("/");
  }

  function enterTable(inner: Place): void {
    inner.table = { labelled: 0 };
    delete inner.row;
    delete inner.column;
  }

  function enterRow(inner: Place, table: Table): void {
    inner.row = { number: ++rows, group: ++group, cells: table.labelled > 0 ? 1 : 0 };
    if (table.labelled > 0) table.labelled--;
    if (inner.row.cells > 0 && table.last) inner.row.group = table.last.group;
  }

  function enterCell(inner: Place, rows: number): void {
    const { row, table } = inner;
    if (!row || !table) return;
    inner.column = row.cells++;
    if (inner.column === 0) table.labelled = rows - 1;
  }

  function enterTerm(inner: Place, row: Row, isTerm: boolean): void {
    if (isTerm) row.group = ++group;
    inner.column = isTerm ? 0 : 1;
  }

  /** What is in a row belongs together, and so does what is in a heading. */
  function isOnItsOwn({ row, heading }: Place): boolean {
    return !row && heading === undefined;
  }

  function addTyped(text: string): void {
    const [first = "", ...rest] = text.split("\n");
    addWords(first);
    for (const next of rest) {
      // An empty line parts what is before it from what comes.
      if (line.trim() === "" && !place.row) group++;
      endLine();
      addWords(next);
    }
  }

  function addWords(text: string): void {
    if (line.length < limits.line) line += text.slice(0, limits.line);
    else isLineCut ||= text.trim() !== "";
    if (/\S/.test(text)) part ??= place.part;
  }

  function endBlock(): void {
    endLine();
    block++;
  }

  function endLine(): void {
    const { row, table, column, heading, kind, asTyped: isTyped } = place;
    const text = line === "" ? "" : tidyText(line.slice(0, limits.line));
    if (text !== "") {
      if (row && table && column !== undefined && row !== table.last) {
        // A row without a label goes on with the row above.
        if (column > 0 && table.last) row.group = table.last.group;
        table.last = row;
      }
      const found: HtmlLine = { text, group: row && column !== undefined ? row.group : group, kind, block, typed: line, isTyped, setOff, raised };
      if (row && table && column !== undefined) found.row = row.number;
      lines.push({ ...found, ...(column !== undefined && { column }), ...(heading !== undefined && { heading }), ...(part && { part }) });
      characters += text.length;
    }
    line = "";
    setOff = [];
    raised = [];
    part = undefined;
  }

  function readMeta({ name = "", content = "" }: Record<string, string>): void {
    if (/^(?:dc(?:terms)?\.)?date$/i.test(name)) head.date ||= content.slice(0, 40);
    if (/^(?:author|dc(?:terms)?\.creator)$/i.test(name) && head.authors.length < 40) head.authors.push(tidyText(content.slice(0, MAX_SAID)));
  }
}
