import { parsePaperId } from "../../papers/paper-id.ts";
import { compileAuthor } from "../matching/match-author.ts";
import { aliases } from "../names/aliases.ts";
import { foldText } from "../names/fold-text.ts";
import { watchedWords } from "../names/title-words.ts";
import { wordForms } from "../names/word-forms.ts";
import { canonicalWatch } from "../syntax/canonical-watch.ts";
import { lettersApart } from "../syntax/letters-apart.ts";
import { formatRule, readRule } from "../syntax/parse-rule.ts";
import type { TermKind } from "../syntax/split-terms.ts";
import type { Watch } from "../watch.ts";
import type { Spelling, Vocabulary } from "./vocabulary.ts";

const MOST = 3;
/** Numbers are given out about so far ahead of what is published. */
const AHEAD = 200;
/** Of fewer papers nobody can tell how far numbers have come. */
const ENOUGH_PAPERS = 100;

/** What somebody may have meant whose watch finds nothing: the same with one word as the index spells it, the most frequent first, at most three. */
export function nearMisses({ kind, text }: Watch, vocabulary: Vocabulary): Watch[] {
  const near = kind === "rule" ? nearRules(text, vocabulary) : nearTexts(kind, text, vocabulary);
  const watches = [...new Set(near)].flatMap((text) => canonicalWatch({ kind, text }) ?? []);
  return watches.filter((watch) => watch.kind === kind && watch.text !== text).slice(0, MOST);
}

function nearTexts(kind: TermKind, text: string, { authors, audiences, words, papers }: Vocabulary): string[] {
  switch (kind) {
    case "author":
      return aliases(text).flatMap((name) => nearName(name, authors));
    case "title":
      return nearTitles(text, words);
    case "audience":
      return nearAudiences(text, audiences);
    case "paper":
      return nearNumbers(text).filter((id) => papers.some((paper) => paper.id === id));
    case "kind":
      return [];
  }
}

/** Each wanted term that the index knows nothing of as the index spells it, all of them at once: with one slip left the rule would go on to find nothing. */
function nearRules(text: string, vocabulary: Vocabulary): string[] {
  const terms = readRule(text);
  const near = terms.map(({ kind, text, not }) => (not || isKnown(kind, text, vocabulary) ? [] : nearTexts(kind, text, vocabulary)));
  const most = near.reduce((longest, texts) => Math.max(longest, texts.length), 0);
  return Array.from({ length: Math.min(most, MOST) }, (_, nth) =>
    formatRule(terms.map((term, place) => ({ ...term, text: near[place]?.[nth] ?? near[place]?.[0] ?? term.text }))),
  );
}

/** Of titles nearTitles asks itself. */
function isKnown(kind: TermKind, text: string, { authors, audiences, papers }: Vocabulary): boolean {
  if (kind === "author") {
    const isWatched = compileAuthor(text);
    return authors.some((author) => isWatched(author.text));
  }
  if (kind === "audience") return aliases(text).some((one) => audiences.some((audience) => audience.text === one));
  return kind === "paper" && papers.some(({ id }) => id === text);
}

/** True for a paper whose number is so far beyond the newest ones (frontier) that it is more likely a slip than known to come. */
export function isFarBeyond({ kind, text }: Watch, frontier: number, { papers }: Vocabulary): boolean {
  const id = kind === "paper" ? parsePaperId(text) : undefined;
  if (!id || id.prefix === "N" || papers.length < ENOUGH_PAPERS) return false;
  return id.number > frontier + AHEAD && !papers.some(({ id: known, number }) => number === id.number && known.startsWith("P"));
}

/** Of a surname alone the surname, else the whole name. */
function nearName(name: string, authors: Spelling[]): string[] {
  const typed = keysOf(name);
  const found = new Map<string, number>();
  for (const { text, key, papers } of authors) {
    const words = keysOf(text);
    const isNear =
      typed.length === 1
        ? isSlip(typed[0], words.at(-1))
        : words.length === typed.length && typed.every((word, place) => word === words[place] || isSlip(word, words[place]));
    if (!isNear) continue;
    const meant = typed.length === 1 ? (text.split(" ").at(-1) ?? text) : text;
    if (key !== "") found.set(meant, (found.get(meant) ?? 0) + papers);
  }
  return mostFrequent(found);
}

function nearTitles(text: string, words: Spelling[]): string[] {
  const asked = watchedWords(text);
  const known = new Set(words.map(({ key }) => key.trim()));
  const unknown = asked.filter(({ key, open }) => !open && !known.has(key));
  const [slip] = unknown;
  if (!slip || unknown.length > 1) return [];
  const near = words.filter(({ key }) => isSlip(slip.key, key.trim()));
  // A watch of one form finds the others.
  const apart = near.filter(({ key }, place) => !near.slice(0, place).some((other) => wordForms(other.key.trim()).includes(key.trim())));
  return apart
    .slice(0, MOST)
    .map((word) => asked.map((one) => (one === slip ? word.text : `${one.exact ? "=" : ""}${one.key}${one.open ? "*" : ""}`)).join(" "));
}

function nearAudiences(text: string, audiences: Spelling[]): string[] {
  const typed = foldText(text);
  const beginsAlike = (known: string) => known.startsWith(typed) || typed.startsWith(known);
  return audiences.filter(({ text }) => lettersApart(typed, foldText(text)) === 1 || beginsAlike(foldText(text))).map(({ text }) => text);
}

/** One digit too many, or two exchanged. */
function nearNumbers(text: string): string[] {
  const [, prefix = "", digits = ""] = /^([A-Z]+)([0-9]+)/.exec(text) ?? [];
  const places = [...digits].map((_, place) => place);
  return [
    ...places.map((place) => digits.slice(0, place) + digits.slice(place + 1)),
    ...places.slice(1).map((place) => digits.slice(0, place - 1) + digits[place] + digits[place - 1] + digits.slice(place + 1)),
  ].map((near) => prefix + near);
}

/** Short words have too many neighbours. */
function isSlip(typed: string | undefined, known: string | undefined): boolean {
  if (!typed || !known || typed === known || typed.length < 4) return false;
  return lettersApart(typed, known) <= (typed.length < 8 ? 1 : 2);
}

function keysOf(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function mostFrequent(found: Map<string, number>): string[] {
  return [...found].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1)).map(([text]) => text);
}
