import { parseAudience } from "../../papers/audience.ts";
import { canonicalWatch } from "../syntax/canonical-watch.ts";
import { formatTerm } from "../syntax/format-term.ts";
import { PREFIXES, type RawTerm, splitTerms, type TermKind } from "../syntax/split-terms.ts";
import { keyOf, type Spelling, type Vocabulary } from "./vocabulary.ts";

/** One way to finish the term that is being typed. */
export interface Completion {
  /** "author:Eric Niebler", "P2300", "audience:". */
  term: string;
  /** The whole line with it, and where the caret stands then. */
  line: string;
  caret: number;
  /** How many papers have it; absent for a paper and a prefix. */
  papers?: number;
  /** Of a paper. */
  title?: string;
}

interface Found {
  term: string;
  papers?: number;
  title?: string;
}

const MOST = 8;
/** Of each kind, while nobody knows which is meant. */
const MOST_OF_A_KIND = 4;

/** How the term before the caret may go on, by what stands in the index; best first, at most 8. */
export function completeLine(line: string, caret: number, vocabulary: Vocabulary): Completion[] {
  const head = line.slice(0, caret).replace(/[“”„‟]/g, '"');
  const typed = splitTerms(head).at(-1);
  // A link is whole: whoever pasted it wants nothing put in its place.
  if (!typed || /\s$/.test(head) || /\/\S*$/.test(head)) return [];
  const term = typed.kind ? typed : behindBar(typed);
  const rest = restOfWord(line, caret);
  const place = (start: number) => (found: Found) => insert(line, start, rest, found);
  const query = term.value.replaceAll('"', "");
  const isFirst = term.start === 0 && !term.not;
  const whole = term.kind ? ofKind(term.kind, query, term.not, vocabulary) : free(query, term.not, isFirst, vocabulary);
  if (whole.length > 0) return whole.filter(({ term: text }) => text !== typedTerm(head, term)).map(place(term.start));
  // "author:Eric Niebler exec": the last word may begin a term of its own.
  const blank = head.lastIndexOf(" ") + 1;
  const lastWord = head.slice(blank);
  return blank > term.valueStart && !lastWord.includes('"') ? free(lastWord, false, false, vocabulary).map(place(blank)) : [];
}

/** What stands behind "|" or "OR" is a term of its own where nothing before it says of which kind it is. */
function behindBar(term: RawTerm): RawTerm {
  const { before, last } = lastAlternative(term.value);
  const start = term.start + term.value.length - last.length;
  return before === "" ? term : { ...term, not: false, value: last, start, valueStart: start };
}

/** The alternatives before the one that is being typed, as they are written, and that one. */
function lastAlternative(value: string): { before: string; last: string } {
  const [before = ""] = /^.*(?:\||(?<= )(?:OR|ODER) )\s*/s.exec(value) ?? [];
  return { before: before.replace(/(?:\||(?:OR|ODER) )\s*$/, "").trim(), last: value.slice(before.length) };
}

function ofKind(kind: TermKind, query: string, not: boolean, vocabulary: Vocabulary): Found[] {
  const finish = (found: { text: string; papers?: number }[]) =>
    found.slice(0, MOST).map(({ text, papers }) => ({ term: formatTerm({ kind, text, not }), ...(papers !== undefined && { papers }) }));
  switch (kind) {
    case "paper":
      return papersFor(query, vocabulary).map(({ id, title }) => ({ term: `${not ? "-" : ""}paper:${id}`, title }));
    case "author":
      return finish(authorsFor(query, vocabulary));
    case "title":
      return finish(wordsFor(query, vocabulary));
    case "audience":
      return finish(audiencesFor(query, vocabulary));
    case "kind":
      return finish(["draft", "paper"].filter((text) => text.startsWith(query.trim().toLowerCase())).map((text) => ({ text })));
  }
}

function free(query: string, not: boolean, isFirst: boolean, vocabulary: Vocabulary): Found[] {
  if (query.trim().length < 2) return [];
  const some = (kind: TermKind) => ofKind(kind, query, not, vocabulary).slice(0, MOST_OF_A_KIND);
  const prefixes = PREFIXES.filter((prefix) => prefix.startsWith(query.toLowerCase())).map((prefix) => ({ term: `${not ? "-" : ""}${prefix}:` }));
  const numbers = /\d/.test(query) ? some("paper").map((found) => ({ ...found, term: found.term.replace("paper:", "") })) : [];
  const named = [...numbers, ...some("audience"), ...some("author"), ...some("title")];
  // Who begins a second term has seen that there are prefixes.
  return (isFirst ? [...named.slice(0, MOST - prefixes.length), ...prefixes] : [...prefixes, ...named]).slice(0, MOST);
}

/** A name after "|" is completed by itself: it is another spelling of the same person. */
function authorsFor(query: string, { authors }: Vocabulary): { text: string; papers: number }[] {
  const { before, last } = lastAlternative(query);
  return beginning(authors, last)
    .map(({ text, papers }) => ({ text: before === "" ? text : `${before} | ${text}`, papers }))
    .filter(({ text }) => canonicalWatch({ kind: "author", text })?.text === text);
}

/** Completes the last word; those before it stay. */
function wordsFor(query: string, { words }: Vocabulary): { text: string; papers: number }[] {
  const others = lastAlternative(query);
  const [, before = "", last = ""] = /^(.*?)([^\s]*)$/s.exec(others.last) ?? [];
  const word = /[\p{L}\p{N}+#][\p{L}\p{M}\p{N}+#]*$/u.exec(last)?.[0] ?? "";
  const kept = (others.before === "" ? "" : `${others.before} | `) + before + last.slice(0, last.length - word.length);
  return beginning(words, word)
    .map(({ text, papers }) => ({ text: `${kept}${text}`, papers }))
    .filter(({ text }) => canonicalWatch({ kind: "title", text }) !== undefined);
}

function audiencesFor(query: string, { audiences }: Vocabulary): { text: string; papers: number }[] {
  const { before, last } = lastAlternative(query);
  const meant = new Set(parseAudience(last));
  const named = audiences.filter(({ text }) => meant.has(text));
  return [...new Set([...named, ...beginning(audiences, last)])]
    .filter(({ text }) => canonicalWatch({ kind: "audience", text })?.text === text)
    .map(({ text, papers }) => ({ text: before === "" ? text : `${before} | ${text}`, papers }));
}

/** By the beginning of the number, else by words of the title. */
function papersFor(query: string, { papers }: Vocabulary): { id: string; title: string }[] {
  const [, prefix = "", digits] = /^\s*([pdn]?)-?0*(\d+)(?:r\d*)?\s*$/i.exec(query) ?? [];
  const letter = prefix.toUpperCase() === "N" ? "N" : prefix === "" ? "" : "P";
  const isMeant = holder(query);
  const found = digits
    ? papers.filter(({ id }) => id.startsWith(letter) && id.slice(1).replace(/^0+/, "").startsWith(digits))
    : query.trim() === ""
      ? []
      : papers.filter(({ key }) => isMeant(key));
  // Whoever typed the whole number means it.
  return found.sort((a, b) => Number(isWhole(b.id, digits)) - Number(isWhole(a.id, digits))).slice(0, MOST);
}

function isWhole(id: string, digits: string | undefined): boolean {
  return id.slice(1).replace(/^0+/, "") === digits;
}

/** Those of which each typed word begins a word, the very word first; they are sorted already, and nobody looks at more. */
function beginning(all: Spelling[], typed: string): Spelling[] {
  const key = keyOf(typed).trimEnd();
  if (key === "") return [];
  const isMeant = holder(typed);
  const found = all.filter((one) => one.key === key).slice(0, 1);
  for (const one of all) {
    if (found.length === MOST) break;
    if (one !== found[0] && isMeant(one.key)) found.push(one);
  }
  return found;
}

/** Whether each typed word begins a word of a key. */
function holder(typed: string): (key: string) => boolean {
  const words = keyOf(typed).trim().split(" ");
  return (key) => words.every((word) => key.includes(` ${word}`));
}

/** What is typed is no completion of itself. */
function typedTerm(head: string, { start }: RawTerm): string {
  return head.slice(start);
}

function restOfWord(line: string, caret: number): number {
  const blank = line.slice(caret).search(/\s/);
  return blank < 0 ? line.length : caret + blank;
}

/** A finished term has a blank behind it, where the next one begins. */
function insert(line: string, start: number, end: number, found: Found): Completion {
  const tail = line.slice(end).trimStart();
  const text = found.term.endsWith(":") ? found.term : `${found.term} `;
  const before = line.slice(0, start) + text;
  return { ...found, line: before + tail, caret: before.length };
}
