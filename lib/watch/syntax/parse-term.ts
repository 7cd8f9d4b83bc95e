import { parseAudience } from "../../papers/audience.ts";
import { splitAuthors } from "../../papers/authors.ts";
import { aliases } from "../names/aliases.ts";
import { readName } from "../names/read-name.ts";
import { watchedWords } from "../names/title-words.ts";
import type { SimpleKind } from "../watch.ts";
import { type PaperEntry, parsePaperEntry } from "./parse-paper-entry.ts";
import type { TermKind } from "./split-terms.ts";

/** The canonical text of one term, or why there is none. */
export type ParsedTerm = { text: string } | Refusal;
export type Refusal = Exclude<PaperEntry, { id: string }>;

export const LONGEST = 200;
/** Of a mailbox; it comes along with a name out of a mail, and nobody's name ends in it. */
export const ADDRESS = /[<([]?(?:mailto:)?[^\s<>()@]{1,64}@[^\s<>()@]{1,100}\.[^\s<>()@]{1,24}[>)\]]?/gi;

/** Reads what follows a prefix; quotes only hold it together. */
export function parseTerm(kind: TermKind, value: string): ParsedTerm {
  if (value.length > LONGEST) return { problem: "bad-value" };
  const plain = withoutQuotes(value);
  if (kind === "paper") return parsePaper(plain) ?? { problem: "bad-value" };
  const text = READERS[kind](plain);
  return text !== undefined && text.length <= LONGEST ? { text } : { problem: "bad-value" };
}

/** Reads a paper's number or link; undefined where the text does not look like one. */
export function parsePaper(text: string): ParsedTerm | undefined {
  const entry = parsePaperEntry(text);
  return entry && "id" in entry ? { text: entry.id } : entry;
}

function withoutQuotes(value: string): string {
  return value.replace(/[" ]+/g, " ").trim();
}

const READERS: Record<Exclude<SimpleKind, "paper"> | "kind", (value: string) => string | undefined> = {
  // "Kühl, Maurer" is two names to the index as well: either may match.
  author(value) {
    const names = aliases(value.replace(ADDRESS, " ").replace(/(?: (?:or|oder))+(?= )/g, " |")).flatMap(splitAuthors);
    const usable = names.length > 0 && names.every((name) => !/^=|\*/.test(name) && readName(name));
    return usable ? [...new Set(names)].join(" | ") : undefined;
  },
  title(value) {
    const others = aliases(value);
    return others.length > 0 && others.every((words) => watchedWords(words).length > 0) ? [...new Set(others)].join(" | ") : undefined;
  },
  audience(value) {
    const codes = aliases(value).map(parseAudience);
    return codes.length > 0 && codes.every(({ length }) => length === 1) ? [...new Set(codes.flat())].join(" | ") : undefined;
  },
  kind(value) {
    const kind = value.toLowerCase().replace(/s$/, "");
    return kind === "draft" || kind === "paper" ? kind : undefined;
  },
};
