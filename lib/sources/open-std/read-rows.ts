import { Tokenizer } from "htmlparser2";
import { plainText } from "../../papers/text/plain-text.ts";

export interface Cell {
  /** Plain text, without markup; its lines, as far as any stands on them, lie apart by "\n". */
  text: string;
  isHeader: boolean;
  /** The first one in the cell, as served. */
  href?: string;
}

export interface Row {
  /** Counts the tables of the page: rows of one table have the same. */
  table: number;
  cells: Cell[];
}

export interface RowReader {
  onRow(row: Row): void;
  /** An element is named "mailing2026-04": the mailing of the rows that follow. */
  onMailing(text: string): void;
}

// Real cells stay far below; what is beyond is not read.
const MAX_CELL = 5000;
const MAX_CELLS = 20;
const MAX_ATTRIBUTE = 1000;

const ENDS_ROW = /^(?:table|thead|tbody|tfoot|tr|h[1-6])$/;
const BREAKS_LINE = /^(?:br|p|div|li|ul|ol|dl|dt|dd|hr|pre|blockquote)$/;
const SILENT = /^(?:script|style|title|textarea|iframe|noembed|noframes)$/;
const NAMES_MAILING = /^mailing./i;

/**
 * Hands over the rows of all tables of a page, in one pass without a tree: nothing here nests, so end tags may be
 * missing and depth costs nothing. (The Parser above this tokenizer takes quadratic time on deep nesting.)
 */
export function readRows(html: string, { onRow, onMailing }: RowReader): void {
  let table = 0;
  let row: Cell[] = [];
  let cell: Cell | undefined;
  let isSilent = false;
  let tag = "";
  let attribute = "";
  let value = "";
  let attributes: Record<string, string> = {};

  function endRow() {
    for (const cell of row) cell.text = plainLines(cell.text);
    if (row.length > 0) onRow({ table, cells: row });
    row = [];
    cell = undefined;
  }

  function startCell() {
    const span = Math.min(Number(/^ *[0-9]{1,2}/.exec(attributes.colspan ?? "")?.[0] ?? 1), MAX_CELLS);
    cell = undefined;
    if (row.length >= MAX_CELLS) return;
    cell = { text: "", isHeader: tag === "th" };
    row.push(cell);
    for (let n = 1; n < span; n++) row.push({ text: "", isHeader: cell.isHeader });
  }

  function startTag() {
    const { id = "", name = "", href } = attributes;
    const mailing = [id, name].find((text) => NAMES_MAILING.test(text));
    if (mailing) {
      // In its first cell the name is the row's own; further on it is the next row's, and this one lacks its end tag.
      if (row.length > 1) endRow();
      onMailing(mailing.slice("mailing".length));
    }
    if (ENDS_ROW.test(tag)) endRow();
    if (tag === "table") table++;
    else if (tag === "td" || tag === "th") startCell();
    else if (tag === "a" && href && cell) cell.href ??= plainText(href);
    else if (SILENT.test(tag)) isSilent = true;
    breakLine();
  }

  function breakLine() {
    if (cell && BREAKS_LINE.test(tag)) addText("\n");
  }

  function addText(text: string) {
    if (cell && !isSilent && cell.text.length < MAX_CELL) cell.text += text.slice(0, MAX_CELL - cell.text.length);
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(start, end) {
        if (cell) addText(html.slice(start, Math.min(end, start + MAX_CELL)).replace(/\s+/g, " "));
      },
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        value = end - start > MAX_ATTRIBUTE ? "" : html.slice(start, end);
      },
      onattribend() {
        if (/^(?:id|name|href|colspan)$/.test(attribute)) attributes[attribute] ??= value;
      },
      onopentagend: startTag,
      onselfclosingtag: startTag,
      onclosetag(start, end) {
        tag = html.slice(start, end).toLowerCase();
        isSilent = false;
        if (ENDS_ROW.test(tag)) endRow();
        else if (tag === "td" || tag === "th") cell = undefined;
        breakLine();
      },
      onend: endRow,
      onattribentity() {},
      ontextentity() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function plainLines(text: string): string {
  // Trimmed first: what is plain then, as nearly every line is, costs no decoding.
  const lines = text.split("\n").map((line) => plainText(line.trim()));
  return lines.filter((line) => line !== "").join("\n");
}
