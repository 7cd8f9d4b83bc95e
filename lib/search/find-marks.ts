import type { Paper } from "../papers/paper.ts";
import { foldWithPlaces } from "./fold-with-places.ts";
import { placesOf, QUALITY, qualityOf } from "./match-quality.ts";
import { otherSpellings } from "./other-spellings.ts";
import type { Term, TypedNumber } from "./read-query.ts";

/** What of a shown field matched. */
export interface Mark {
  field: "id" | "title" | "author";
  /** Place in the paper's authors. */
  author?: number;
  /** UTF-16 offsets in the field's text. */
  from: number;
  to: number;
}

type Span = Pick<Mark, "from" | "to">;
type GradedSpan = Span & { quality: number };

interface ShownField {
  field: "title" | "author";
  author?: number;
  text: string;
}

const WORD = /[a-z0-9]+/g;
const ID = /^([A-Z]+-?)([0-9]+)/;
const ASCII = /^[\0-\x7f]*$/;
/** Made when there is something to mark: it costs milliseconds, and every start of a background would pay them. */
let graphemes: Intl.Segmenter | undefined;

/**
 * What of the paper's own id, title and authors the terms matched: in order, without overlap, never half a character.
 * A term that stands at the beginning of a word somewhere is not marked within others. None where only another revision
 * matched. `typosOf` gives the words that a term may have been meant for.
 */
export function findMarks(paper: Paper, terms: readonly Term[], typosOf: (term: string) => ReadonlyMap<string, number>): Mark[] {
  const fields: ShownField[] = [{ field: "title", text: paper.title }, ...paper.authors.map((text, author): ShownField => ({ field: "author", author, text }))];
  const spans: Span[][] = fields.map(() => []);
  const readers = fields.map((field) => readField(field));
  for (const term of terms) {
    const found = readers.map((read) => read.spansOf(term));
    const asTyped = found.some((graded) => graded.length > 0);
    const graded = asTyped ? found : readers.map((read) => read.typos(typosOf(term.spellings[0])));
    const best = Math.max(0, ...graded.flat().map(({ quality }) => quality));
    const least = Math.min(best, QUALITY.beginning);
    for (const [place, some] of graded.entries()) spans[place]?.push(...some.filter(({ quality }) => quality >= least));
  }
  const inId = terms.flatMap(({ number }) => (number ? numberSpan(paper, number) : []));
  return [
    ...joined(inId).map((span): Mark => ({ field: "id", ...span })),
    ...fields.flatMap(({ field, author, text }, place) =>
      joined((spans[place] ?? []).map((span) => wholeCharacters(text, span))).map(
        (span): Mark => ({ field, ...(author !== undefined && { author }), ...span }),
      ),
    ),
  ];
}

function readField({ field, text }: ShownField) {
  const folded = foldWithPlaces(text);
  const others = otherSpellings(text, field);
  const inText = (from: number, to: number): Span => ({ from: folded.from(from), to: folded.to(to - 1) });
  return {
    spansOf({ spellings }: Term): GradedSpan[] {
      const found: GradedSpan[] = [];
      for (const spelling of spellings) {
        for (const { from, to, quality } of placesOf(spelling, folded.key)) found.push({ ...inText(from, to), quality });
      }
      if (found.length > 0) return found;
      return others.flatMap(({ key, from, to }) => {
        const quality = Math.max(...spellings.map((spelling) => qualityOf(spelling, key)));
        return quality > QUALITY.none ? [{ from, to, quality }] : [];
      });
    },
    typos(words: ReadonlyMap<string, number>): GradedSpan[] {
      if (words.size === 0) return [];
      const found: GradedSpan[] = [];
      for (const { 0: word, index } of folded.key.matchAll(WORD)) {
        const quality = words.get(word);
        if (quality !== undefined) found.push({ ...inText(index, index + word.length), quality });
      }
      return found;
    },
  };
}

/** The part of the id that was typed: of "P0447R28" "447", where it is that. */
function numberSpan({ id, prefix, number = -1, revision }: Paper, typed: TypedNumber): Span[] {
  if (typed.prefix && (typed.prefix === "N") !== (prefix === "N")) return [];
  const [, letters = "", digits = ""] = ID.exec(id) ?? [];
  const end = letters.length + digits.length;
  const start = digits.startsWith(typed.digits) ? letters.length : end - String(number).length;
  const from = typed.prefix ? 0 : start;
  if (typed.value === number) return [{ from, to: typed.revision === String(revision) ? id.length : end }];
  return typed.revision === undefined && id.startsWith(typed.digits, start) ? [{ from, to: start + typed.digits.length }] : [];
}

/** Accents, halves of characters and the parts of one emoji belong together. */
function wholeCharacters(text: string, span: Span): Span {
  if (ASCII.test(text)) return span;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const segments = graphemes.segment(text);
  const last = segments.containing(span.to - 1);
  return { from: segments.containing(span.from)?.index ?? span.from, to: last ? last.index + last.segment.length : span.to };
}

function joined(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const { from, to } of spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}
