import { parseAudience } from "../../papers/audience.ts";
import { closeGaps, idsIn } from "../../papers/written-ids.ts";
import { aliases } from "../names/aliases.ts";
import { parsePaperEntry } from "./parse-paper-entry.ts";
import { selfEvidentEntries } from "./self-evident.ts";
import { type RawTerm, splitTerms } from "./split-terms.ts";
import { tidyLine } from "./tidy-line.ts";

/** UTF-16 units; a longer text is refused (parseWatch). */
export const LONGEST_TEXT = 20_000;
/** What one look can take in; the others wait for the next. */
export const MOST_ENTRIES = 100;

/** What stands for the end of a line in a field that has one line only. */
const LINE_MARK = " ↵ ";
const LINE_END = /[\n\r\u2028\u2029↵]+/;

/** Lines as a field with one line can hold them; splitEntries reads them again. */
export function asOneLine(text: string): string {
  const lines = text.split(LINE_END);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(LINE_MARK);
}

/**
 * The texts of the watches that were typed or pasted at once, each of which parseWatch reads as one; [] for an empty text.
 * Lines, commas and blanks stand between several where each says what it is ("P2300, n4950 LEWG"), "|" and "OR" between
 * any. Alternatives of one author or title are one watch, and running text is the papers that it names.
 */
export function splitEntries(text: string, most = MOST_ENTRIES): string[] {
  const lines = text.slice(0, LONGEST_TEXT).split(LINE_END);
  const entries = new Map<string, string>();
  for (const entry of lines.flatMap(splitLine)) {
    const key = idOf(entry);
    if (!entries.has(key)) entries.set(key, entry);
  }
  return [...entries.values()].slice(0, most);
}

/** "[P2300R10] std::execution https://wg21.link/p2300r10" names one paper. */
function idOf(entry: string): string {
  const paper = parsePaperEntry(entry);
  return paper && "id" in paper ? paper.id : entry;
}

/** What is cut out of a line may be read otherwise than within it: a quote that was never closed is gone. */
function splitLine(line: string): string[] {
  const entries = splitAlternatives(tidyLine(line)).flatMap(splitList);
  return entries.flatMap((entry) => (entry.length < line.length ? splitLine(entry) : entry));
}

interface Piece extends Pick<RawTerm, "kind" | "not"> {
  text: string;
  /** A bar stands before it. */
  isOther: boolean;
}

function splitAlternatives(line: string): string[] {
  const entries: Piece[][] = [];
  for (const piece of piecesOf(line)) {
    const entry = entries.at(-1);
    const before = entry?.at(-1);
    const joined = before && piece.isOther ? joinedText(before, piece) : undefined;
    if (joined !== undefined && before) before.text = joined;
    else if (entry && !piece.isOther) entry.push(piece);
    else entries.push([piece]);
  }
  return entries.map((pieces) => pieces.map(({ text }) => text).join(" "));
}

/** Both as alternatives of one term; undefined where they cannot be. */
function joinedText(one: Piece, other: Piece): string | undefined {
  if (one.kind !== other.kind || !JOINED.has(one.kind) || one.not || other.not) return undefined;
  const value = other.text.replace(/^[^:]*: ?/, "");
  if (value === "" || one.text.endsWith(":")) return value === "" ? one.text : other.text;
  const text = `${one.text} | ${value}`;
  // "title:kind:draft" has a value that is a term of its own where a blank stands before it.
  return splitTerms(text).length === 1 ? text : undefined;
}

/** Of these the alternatives are one term. */
const JOINED: ReadonlySet<RawTerm["kind"]> = new Set(["author", "title", "audience"] as const);

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let isOther = false;
  for (const { kind, not, start, end } of splitTerms(line)) {
    const whole = line.slice(start, end).trim();
    const parts = whole.includes('"') ? [whole] : whole.split("|").map((part) => part.trim());
    // Names and words stay together; what says by itself what it is stands alone.
    const isSplit = kind === undefined && parts.some(listIn);
    const texts = isSplit ? parts : [whole.replace(/^[| ]+/, "").replace(/(?<![| ])[| ]+$/, "")];
    isOther ||= whole.startsWith("|");
    for (const text of texts) {
      if (text !== "") pieces.push({ ...(kind && { kind }), not, text, isOther });
      isOther ||= isSplit;
    }
    isOther = whole.endsWith("|");
  }
  return pieces;
}

function splitList(entry: string): string[] {
  const terms = splitTerms(entry);
  if (terms.length === 0 || entry.includes('"')) return [entry];
  const refuses = terms.some(({ not }) => not);
  if (terms.length === 1 && !refuses && !terms[0]?.kind) return listIn(entry) ?? [entry];
  const parts = entry.split(/ ?[,;] ?/).filter((part) => part !== "");
  const lists = parts.map((part, place) => (refuses ? papersBehind(parts[place - 1], part) : selfEvidentEntries(part)));
  const stands = refuses ? isRule : (part: string) => splitTerms(part)[0]?.kind !== undefined;
  const isList = lists.some((list) => list !== undefined) && parts.every((part, place) => lists[place] || stands(part));
  if (isList) return parts.flatMap((part, place) => lists[place] ?? splitAudiences(part));
  return refuses ? [entry] : splitAudiences(entry);
}

/** The papers that a part is, where the one before does not end in a paper that must not be. An audience might be one more that must not. */
function papersBehind(before: string | undefined, part: string): string[] | undefined {
  const last = splitTerms(before ?? "").at(-1);
  const list = last?.not && last.kind === "paper" ? undefined : selfEvidentEntries(part);
  return list?.every(parsePaperEntry) ? list : undefined;
}

/** Whether every term of the part has a prefix, or is one that must not hold, and the first must hold. */
function isRule(part: string): boolean {
  const terms = splitTerms(part);
  return terms[0]?.not === false && terms.every(({ kind, not }) => kind !== undefined || not);
}

/** Each audience has a page, and a button there that watches it: several of nothing else are as many watches. */
function splitAudiences(entry: string): string[] {
  const [first, second] = splitTerms(entry);
  if (second || first?.kind !== "audience") return [entry];
  const several = first.value.includes("|") ? aliases(first.value) : parseAudience(first.value);
  return several.length > 1 ? several.map((audience) => `audience:${audience}`) : [entry];
}

/** What a text without prefixes lists; else the papers that it names, undefined where it names none. */
function listIn(text: string): string[] | undefined {
  const ids = selfEvidentEntries(text) ?? [...idsIn(closeGaps(text))];
  return ids.length > 0 ? ids : undefined;
}
