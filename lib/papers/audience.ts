import { ALONE, GROUPS } from "./audience-groups.ts";
import { remember } from "./text/remember.ts";

/** A word, a numbered group or what stands in brackets, with what keeps it apart from the one before. */
interface Token {
  /** Without case, blanks and British spelling. */
  key: string;
  /** "SG16". */
  isNumbered: boolean;
  bracket: string | undefined;
  gap: "blank" | "soft" | "hard";
  /** Where the text begins and ends in which it stands between two separators. */
  start: number;
  end: number;
}

interface Name {
  code: string;
  kind: "code" | "long" | "alone";
  /** Of so many tokens. */
  length: number;
}

/** What stands between separators that are no part of a name: "SG1 Concurrency and Parallelism". */
interface Piece {
  text: string;
  tokens: Token[];
  names: Name[];
}

/** "SG 16", "WG-14", "Study Group 16"; a word; what stands in brackets. */
const TOKEN = /([SsWw])(?:[Gg]|tudy [Gg]roup|orking [Gg]roup)[- ]?0*([0-9]{1,3})(?!\p{Nd}|\p{Ll}|\p{Lu}(?!\p{Ll}))|[\p{L}\p{M}\p{Nd}]+|\(([^()]*)\)/gu;
/** "LowLatency" is two words. */
const WITHIN_WORD = /(?<=\p{Ll})(?=\p{Lu})/u;

const HARD = /[,;|¦•·→⇒⟶➔➜►▶›»]|(?<![-–—−=])[-–—−=]+>|(?<!\.)\.+(?![^ ,;/])|\+/;
// These also stand within names of groups: I/O, C/C++, Concurrency and Parallelism.
const SEPARATOR = new RegExp(`(${HARD.source})|[/\\\\]| & |(?<![\\p{L}\\p{N}])and(?![\\p{L}\\p{N}])`, "giu");
/** They end a sentence as soon as what came behind them is gone: "I.->". */
const LAST_DOTS = /(?<![. ])[. ]+$/;
const NO_NAMES = new Set("and of the working study group groups subgroup subgroups wg sg sgs then or plus followed by".split(" "));
/** "LEWG(I)", "Evolution Working Group (Incubator)" */
const INCUBATOR = / ?\((?:-?I|incubator)\)/gi;
/** "SG1, 6 and 14", "SG1/6" */
const MORE_NUMBERS = /\b(SGs?[- ]?\d{1,2})((?:(?: ?[,/&+] ?| and |, and )\d{1,2}(?![\p{L}\p{N}+-])){1,12})/giu;
/** What people write where a paper asks nobody. */
const NOBODY = /^(?:n ?\/ ?a|n\.a\.|tb[ad]|none(?: yet)?)[.?]?$/i;
/** "ISO/IEC JTC1/SC22/WG21/SG14" is the way to SG14. */
const COMMITTEE = /^ ?(?:(?:ISO\/IEC[ /])?JTC ?1\/SC ?22\/)?WG ?21\//i;

interface Names {
  of: Map<string, Omit<Name, "length">>;
  /** Keys with which longer names begin. */
  beginnings: Set<string>;
}

let known: Names | undefined;

/** Read once, when an audience is: not at each start of a background that has nothing to read. */
function knownNames(): Names {
  known ??= readNames();
  return known;
}

function readNames(): Names {
  const names: Names = { of: new Map(), beginnings: new Set() };
  for (const code of Object.keys(GROUPS)) addName(names, code, { code, kind: "code" });
  for (const [code, texts] of Object.entries(GROUPS))
    for (const text of texts) addName(names, text, { code, kind: /^(?:sg|l?ewg)/.test(text) ? "code" : "long" });
  for (const [code, texts] of Object.entries(ALONE)) for (const text of texts) addName(names, text, { code, kind: "alone" });
  return names;
}

function addName({ of, beginnings }: Names, text: string, name: Omit<Name, "length">): void {
  let key = "";
  for (const token of tokensOf(text)) {
    if (key !== "") beginnings.add(key);
    key += key === "" ? token.key : keyWithin(token);
  }
  of.set(key, name);
}

/** Reads the `subgroup` text of the index, or an audience as written in a paper, as codes ("LEWG", "SG1"), each once and in its order; unknown text is kept as served. */
export function parseAudience(text: string): string[] {
  return [...read(text)];
}

/** The index says the same few hundred texts of thousands of papers. */
const read = remember((text: string): Set<string> => {
  const found = new Set<string>();
  let inName = false;
  for (const piece of piecesOf(inFull(text.replace(/\s+/g, " ")))) {
    const codes = readPiece(piece);
    // "SG14 Low Latency/Games/Whatever": what follows a group with its name is more of the name.
    inName = codes.length > 0 ? hasMoreThanCodes(piece) : inName && piece.tokens[0]?.gap === "soft";
    for (const group of codes) found.add(group);
    if (codes.length === 0 && !inName) found.add(piece.text);
  }
  return found;
});

/** A text with the numbers and the incubators of groups written out. */
function inFull(text: string): string {
  if (NOBODY.test(text.trim())) return "";
  return text
    .replace(COMMITTEE, "WG21 ")
    .replace(INCUBATOR, " incubator")
    .replace(MORE_NUMBERS, (_, first: string, others: string) => first.replace(/s(?=[- ]?\d)/, "") + others.replace(/\d+/g, "SG$&"));
}

/** True for a code typed as such ("LEWG", "sg16", "EWGI"), false for a long name, which may be meant as words. */
export function isAudienceCode(text: string): boolean {
  return /^SG-?[0-9]{1,2}$/i.test(text) || Object.hasOwn(GROUPS, text.toUpperCase());
}

function hasMoreThanCodes({ tokens, names }: Piece): boolean {
  const codes = names.filter(({ kind }) => kind === "code");
  return codes.length > 0 && tokens.length > codes.reduce((sum, { length }) => sum + length, 0);
}

function readPiece(piece: Piece): string[] {
  const brackets = piece.tokens.flatMap(({ bracket }) => bracket ?? []);
  const tokens = piece.tokens.filter(({ bracket }) => bracket === undefined);
  if (tokens.length === 0) return brackets.flatMap(parseAudience);
  // What stands in brackets behind a group explains it, unless it is nothing but other groups.
  const known = [...choose({ ...piece, tokens }), ...brackets.filter(isCodesOnly).flatMap(parseAudience)];
  return known.length > 0 ? known : brackets.flatMap((text) => piecesOf(text).flatMap(choose));
}

/** All groups where there is nothing else, else the codes, else the first long name. */
function choose({ tokens, names }: Omit<Piece, "text">): string[] {
  const isAll = names.reduce((sum, { length }) => sum + length, 0) === tokens.length;
  const codes = isAll ? names : names.filter(({ kind }) => kind === "code");
  const chosen = codes.length > 0 ? codes : names.filter(({ kind }) => kind === "long").slice(0, 1);
  const groups = chosen.map(({ code }) => code);
  // "WG21 SG1": nobody but SG1 is asked.
  return groups.some((code) => code !== "WG21") ? groups.filter((code) => code !== "WG21") : groups;
}

function isCodesOnly(text: string): boolean {
  const pieces = piecesOf(text);
  return pieces.length > 0 && pieces.every(({ tokens, names }) => names.length === tokens.length && names.every(({ kind }) => kind === "code"));
}

function piecesOf(text: string): Piece[] {
  const tokens = tokensOf(text);
  const pieces: (Piece & { start: number; end: number })[] = [];
  for (let at = 0; at < tokens.length; ) {
    const name = nameAt(tokens, at);
    const taken = tokens.slice(at, at + (name?.length ?? 1));
    at += taken.length;
    const { gap, start } = taken[0] as Token;
    const last = pieces.at(-1);
    const piece = last && gap === "blank" ? last : { text: "", tokens: [], names: [], start, end: start };
    if (piece !== last) pieces.push(piece);
    piece.end = (taken.at(-1) as Token).end;
    piece.tokens.push(...taken);
    if (name) piece.names.push(name);
  }
  for (const piece of pieces) piece.text = text.slice(piece.start, piece.end).replace(LAST_DOTS, "").trim();
  return pieces;
}

/** The longest name that begins at a token. */
function nameAt(tokens: Token[], at: number): Name | undefined {
  const { of, beginnings } = knownNames();
  let found: Name | undefined;
  let key = "";
  for (let end = at; end < tokens.length; end++) {
    const token = tokens[end] as Token;
    if (token.bracket !== undefined || (end > at && token.gap === "hard")) break;
    key = end > at ? key + keyWithin(token) : token.key;
    const name = of.get(key);
    if (name) found = { code: name.code, kind: name.kind, length: end - at + 1 };
    else if (end === at && token.isNumbered) found = { code: key.toUpperCase(), kind: "code", length: 1 };
    if (!beginnings.has(key)) break;
  }
  return found;
}

function keyWithin({ gap, key }: Token): string {
  return gap === "blank" ? key : `/${key}`;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let behind = 0;
  for (const { 0: word, 1: group, 2: number, 3: bracket, index } of text.matchAll(TOKEN)) {
    const keys = group ? [`${group.toLowerCase()}g${number}`] : bracket === undefined ? keysOf(word) : [""];
    if (keys.length === 0) continue;
    const separators = separatorsIn(text.slice(behind, index + 1));
    const [first] = separators;
    const end = separators.at(-1);
    const last = tokens.at(-1);
    if (last && first) last.end = behind + first.index;
    const start = end ? behind + end.index + end[0].length : behind;
    const gap = separators.some(([, hard]) => hard) ? "hard" : first ? "soft" : "blank";
    for (const [i, key] of keys.entries()) tokens.push({ key, isNumbered: group !== undefined, bracket, gap: i > 0 ? "blank" : gap, start, end: text.length });
    behind = index + word.length;
  }
  const [first] = separatorsIn(text.slice(behind));
  const last = tokens.at(-1);
  if (last && first) last.end = behind + first.index;
  return tokens;
}

/** What is left of "C++" does not keep apart. */
function separatorsIn(between: string): RegExpExecArray[] {
  return between.length < 3 && between.startsWith(" ") ? [] : [...between.replace(/^\+\+/, "  ").matchAll(SEPARATOR)];
}

function keysOf(word: string): string[] {
  return word
    .split(WITHIN_WORD)
    .map((part) => part.toLowerCase().replace("behaviour", "behavior"))
    .filter((key) => !NO_NAMES.has(key));
}
