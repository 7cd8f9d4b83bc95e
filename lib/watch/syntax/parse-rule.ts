import { isAudienceCode } from "../../papers/audience.ts";
import { formatTerm, type Term } from "./format-term.ts";
import { type ParsedTerm, parsePaper, parseTerm, type Refusal } from "./parse-term.ts";
import { PREFIXES, type RawTerm, splitTerms, type TermKind } from "./split-terms.ts";
import { suggestPrefix } from "./suggest-prefix.ts";

/** Why terms make no rule. */
export type RuleFlaw =
  /** "-" or "author:" with nothing behind it. */
  | "no-value"
  | "unknown-prefix"
  /** Words that may be a name or of a title. */
  | "no-prefix"
  /** Nothing is asked for, it is only said what is not wanted. */
  | "only-not"
  /** What must hold must not. */
  | "contradiction"
  | "too-long";

/** Names the term that cannot be used. */
export type RuleProblem = { flaw: RuleFlaw; term: string; suggestion?: TermKind } | (Refusal & { kind: TermKind; text: string });

const MOST_TERMS = 12;
const LONGEST_RULE = 400;

const MINUS_ALONE = /(?:^| )([-−–])$/u;
const LIKE_A_PREFIX = /(?<=^| |^[-−–]| [-−–])(\p{L}{2,}):(?!:|\/\/)( ?)/gu;
const QUOTED = /"[^"]*"?/g;

/** Reads the terms of a line as a rule; gives them in canonical order, each once. */
export function parseRule(raw: RawTerm[]): { terms: Term[] } | RuleProblem {
  const terms = new Map<string, Term>();
  for (const one of raw) {
    const flaw = flawOf(one, true);
    if (flaw) return flaw;
    const { kind, value, not } = one;
    if (value === "") return { flaw: "no-value", term: `${not ? "-" : ""}${kind}:` };
    const known = kind ? { kind, parsed: parseTerm(kind, value) } : parseFreeTerm(value);
    if (!known) return { flaw: "no-prefix", term: value };
    if ("problem" in known.parsed) return { ...known.parsed, kind: known.kind, text: value };
    const term: Term = { kind: known.kind, text: known.parsed.text, not };
    terms.set(formatTerm(term), term);
  }
  const all = [...terms.values()].sort(byOrder);
  if (all.length > MOST_TERMS || formatRule(all).length > LONGEST_RULE) return { flaw: "too-long", term: formatRule(all) };
  return contradictionIn(all) ?? (all.every(({ not }) => not) ? { flaw: "only-not", term: formatRule(all) } : { terms: all });
}

/** The line that these terms are read from again. */
export function formatRule(terms: Term[]): string {
  return terms.map(formatTerm).join(" ");
}

/** The terms of a rule's canonical text; [] where it is none. */
export function readRule(text: string): Term[] {
  const parsed = parseRule(splitTerms(text));
  return "terms" in parsed ? parsed.terms : [];
}

/** What in an unquoted value was probably meant as a term of its own. */
export function flawOf({ kind, not, value }: RawTerm, inRule: boolean): RuleProblem | undefined {
  const outside = value.replace(QUOTED, '"');
  const minus = MINUS_ALONE.exec(outside)?.[1];
  if (minus !== undefined && (inRule || kind || value === minus)) return { flaw: "no-value", term: "-" };
  for (const { 1: word = "", 2: blank = "", index } of outside.matchAll(LIKE_A_PREFIX)) {
    // "title:Papers: a guide" is a title, "Autor: Kühl" is a slip.
    if (kind && (index === 0 || blank !== "")) continue;
    const suggestion = suggestPrefix(word);
    const isLoose = kind === "title" || (!kind && !inRule);
    if (suggestion || (blank === "" && (not || !isLoose))) return { flaw: "unknown-prefix", term: `${word}:`, ...(suggestion && { suggestion }) };
  }
  return undefined;
}

/** A paper's number and the code of an audience need no prefix. */
function parseFreeTerm(value: string): { kind: TermKind; parsed: ParsedTerm } | undefined {
  const paper = parsePaper(value);
  if (paper) return { kind: "paper", parsed: paper };
  return isAudienceCode(value) ? { kind: "audience", parsed: parseTerm("audience", value) } : undefined;
}

function contradictionIn(terms: Term[]): RuleProblem | undefined {
  const [kind, another] = terms.filter(({ kind, not }) => kind === "kind" && !not);
  const refused = terms.find(({ kind, text, not }) => not && terms.some((other) => !other.not && other.kind === kind && other.text === text));
  const contradiction = refused ?? (kind && another);
  return contradiction && { flaw: "contradiction", term: formatTerm(contradiction) };
}

function byOrder(a: Term, b: Term): number {
  const order = Number(a.not) - Number(b.not) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return order || (a.text < b.text ? -1 : 1);
}

const ORDER: readonly TermKind[] = PREFIXES;
