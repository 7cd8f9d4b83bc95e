import { Parser } from "htmlparser2";
import { isKnownLabel } from "../header/labels.ts";
import { tidyText } from "../header/tidy-text.ts";
import type { PageLine } from "../page-line.ts";
import { isBlock, isSkipped, mailOf, partOf } from "./html-elements.ts";
import { withColons } from "./typed-labels.ts";

/** The lines of an HTML document, and what its head says. */
export interface HtmlLines {
  lines: PageLine[];
  title: string;
  authors: string[];
  date: string;
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
  /** In letters that set it off. */
  isSetOff: boolean;
  /** Raised. */
  isRaised: boolean;
  /** Where in the line the words of an element in it begin. */
  from: number;
}

interface Row {
  group: number;
  cells: number;
}

interface Table {
  last?: Row;
  /** So many rows have their label in a row above. */
  labelled: number;
}

/** More than any header has, and than is kept of a page. */
const MAX_CHARACTERS = 20_000;
const MAX_LINE = 2_000;
const MAX_LINES = 3_000;
/** Labels stand in no later line. */
const MAX_HEADER_LINES = 150;
const MAX_DEPTH = 500;
const PIECE = 8_192;
const SET_OFF = new Set(["b", "strong", "em", "i", "u"]);
/** They may look like anything, and set off what they hold at the beginning of a line. */
const STYLED = new Set(["span", "font", "label", "big", "small"]);
/** "Ada Lovelace" with the letter of a footnote; "21st" has none. */
const MARK = /^\s*\p{Ll}(?:, ?\p{Ll})*\s*$/u;

/** Reads the lines of a document up to a bound that no header exceeds: whatever the markup, in time that grows with its length only. */
export function readHtmlLines(html: string): HtmlLines {
  const lines: PageLine[] = [];
  const head = { title: "", authors: [] as string[], date: "" };
  let place: Place = { asTyped: false, skipped: false, inTitle: false, endsLine: false, isSetOff: false, isRaised: false, mail: "", from: 0 };
  const places = [place];
  let line = "";
  /** Where in the line labels in such letters end. */
  let labelEnds: number[] = [];
  let part: PageLine["part"];
  let group = 0;
  let characters = 0;
  let isTooDeep = false;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (places.length > MAX_DEPTH) isTooDeep = true;
      place = enter(name, attributes);
      places.push(place);
    },
    ontext(text) {
      if (place.inTitle) head.title = (head.title + text).slice(0, MAX_LINE);
      else if (!place.skipped) place.asTyped ? addTyped(text) : addWords(text);
    },
    onclosetag() {
      if (place.mail !== "" && line !== "" && !line.slice(place.from).includes("@")) line += ` <${place.mail}> `;
      if (place.isSetOff && lines.length < MAX_HEADER_LINES && place.heading === undefined && isKnownLabel(line.slice(place.from))) labelEnds.push(line.length);
      if (place.isRaised && place.heading === undefined && MARK.test(line.slice(place.from)) && /\p{L}{2}\s?$/u.test(line.slice(0, place.from)))
        line = line.slice(0, place.from);
      const { endsLine } = place;
      if (endsLine) endLine();
      if (places.length > 1) places.pop();
      place = places.at(-1) ?? place;
      if (endsLine && isOnItsOwn(place)) group++;
    },
  });
  const isEnough = () => isTooDeep || characters > MAX_CHARACTERS || lines.length > MAX_LINES;
  for (let at = 0; at < html.length && !isEnough(); at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (isEnough()) endLine();
  else parser.end();
  endLine();
  return { lines, title: tidyText(head.title), authors: head.authors, date: head.date };

  function enter(name: string, attributes: Record<string, string>): Place {
    const endsLine = isBlock(name);
    if (endsLine || name === "br") endLine();
    if (endsLine && isOnItsOwn(place)) group++;
    const inner: Place = { ...place, mail: "", endsLine, isRaised: name === "sup", from: line.length, inTitle: name === "title" && !place.skipped };
    inner.isSetOff = SET_OFF.has(name) || (STYLED.has(name) && line.trim() === "");
    inner.skipped ||= isSkipped(name, attributes);
    inner.asTyped ||= name === "pre";
    if (name.length === 2 && /^h[1-6]$/.test(name)) inner.heading = Number(name[1]);
    const part = partOf(attributes);
    if (part) inner.part = part;
    const mail = name === "a" && mailOf(attributes);
    if (mail) inner.mail = mail;
    if (name === "meta") readMeta(attributes);
    if (name === "table") enterTable(inner);
    else if (name === "tr" && inner.table) enterRow(inner, inner.table);
    else if (name === "td" || name === "th") enterCell(inner, Number(attributes.rowspan) || 1);
    else if (name === "dl") inner.row = { group: ++group, cells: 0 };
    else if ((name === "dt" || name === "dd") && inner.row) enterTerm(inner, inner.row, name === "dt");
    return inner;
  }

  function enterTable(inner: Place): void {
    inner.table = { labelled: 0 };
    delete inner.row;
    delete inner.column;
  }

  function enterRow(inner: Place, table: Table): void {
    inner.row = { group: ++group, cells: table.labelled > 0 ? 1 : 0 };
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
    if (line.length < MAX_LINE) line += text.slice(0, MAX_LINE);
    if (/\S/.test(text)) part ??= place.part;
  }

  function endLine(): void {
    const { row, table, column, heading, asTyped } = place;
    // "Groups - a survey" is a title.
    const whole = lines.length < MAX_HEADER_LINES && (heading ?? 3) > 2 && part !== "title" ? withColons(line, labelEnds, asTyped) : line;
    const text = line === "" ? "" : tidyText(whole.slice(0, MAX_LINE));
    if (text !== "") {
      if (row && table && column !== undefined && row !== table.last) {
        // A row without a label goes on with the row above.
        if (column > 0 && table.last) row.group = table.last.group;
        table.last = row;
      }
      const found: PageLine = { text, group: row && column !== undefined ? row.group : group };
      lines.push({ ...found, ...(column !== undefined && { column }), ...(heading !== undefined && { heading }), ...(part && { part }) });
      characters += text.length;
    }
    line = "";
    labelEnds = [];
    part = undefined;
  }

  function readMeta({ name = "", content = "" }: Record<string, string>): void {
    if (/^(?:dc(?:terms)?\.)?date$/i.test(name)) head.date ||= content.slice(0, 40);
    if (/^(?:author|dc(?:terms)?\.creator)$/i.test(name) && head.authors.length < 40) head.authors.push(tidyText(content.slice(0, MAX_LINE)));
  }
}
