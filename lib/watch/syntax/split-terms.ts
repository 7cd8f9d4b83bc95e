/** What may stand before the colon of a term. "kind" tells drafts from published papers and is of use in rules only. */
export const PREFIXES = ["paper", "author", "title", "audience", "kind"] as const;
export type TermKind = (typeof PREFIXES)[number];

/** One term as typed. */
export interface RawTerm {
  /** Absent where it has none that is known. */
  kind?: TermKind;
  not: boolean;
  /** What follows the prefix, quotes included. */
  value: string;
  /** Where the term and its value begin and where it ends, in the text. */
  start: number;
  valueStart: number;
  end: number;
}

// The dash that a keyboard or an editor made of a hyphen is meant as one.
const START = new RegExp(`(?<=^|[ |])(?:([-−–]?)(${PREFIXES.join("|")}): ?|([-−–])(?=[\\p{L}\\p{N}]))`, "giu");

/**
 * Cuts a line, in which blanks are single, into its terms: a value goes on to the next prefix or minus, quoted or not.
 * What stands before the first, or behind the number of a paper, is a term of its own, without prefix. [] for an empty line.
 */
export function splitTerms(line: string): RawTerm[] {
  const terms: RawTerm[] = [];
  let term: RawTerm = { not: false, value: "", start: 0, valueStart: 0, end: 0 };
  for (;;) {
    START.lastIndex = closingQuote(line, term.valueStart);
    const next = START.exec(line);
    term.end = Math.min(next?.index ?? line.length, endOfWord(line, term));
    term.value = line.slice(term.valueStart, term.end).trim();
    if (term.start < term.end) terms.push(term);
    if (term.end < (next?.index ?? line.length)) {
      term = { not: false, value: "", start: term.end, valueStart: term.end, end: 0 };
      continue;
    }
    if (!next) return terms;
    const [whole, minus = "", prefix, bareMinus] = next;
    const kind = prefix?.toLowerCase() as TermKind | undefined;
    term = { ...(kind && { kind }), not: minus !== "" || bareMinus !== undefined, value: "", start: next.index, valueStart: next.index + whole.length, end: 0 };
  }
}

/** The number of a paper and a kind are one word: what follows is a term of its own. */
function endOfWord(line: string, { kind, valueStart }: RawTerm): number {
  const blank = kind === "paper" || kind === "kind" ? line.indexOf(" ", valueStart) : -1;
  return blank < 0 ? line.length : blank + 1;
}

/** After the quoted text that begins there; the same place where none does. */
function closingQuote(line: string, at: number): number {
  const closing = line[at] === '"' ? line.indexOf('"', at + 1) : -1;
  return closing < 0 ? at : closing + 1;
}
