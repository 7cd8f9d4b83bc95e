import { parseAudience } from "../../papers/audience.ts";
import { splitAuthors } from "../../papers/authors.ts";
import { aliases } from "../names/aliases.ts";
import { readName } from "../names/read-name.ts";
import { watchedWords } from "../names/title-words.ts";
import type { SimpleKind } from "../watch.ts";
import { parsePaperEntry } from "./parse-paper-entry.ts";
import type { TermKind } from "./split-terms.ts";

/** The canonical text of one term, or why there is none. */
export type ParsedTerm = { text: string } | { problem: "bad-value" | "not-a-paper" };

export const LONGEST = 200;

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
    const names = aliases(value).flatMap(splitAuthors);
    const usable = names.length > 0 && names.every((name) => !name.includes("*") && readName(name));
    return usable ? [...new Set(names)].join(" | ") : undefined;
  },
  title: (value) => (watchedWords(value).length > 0 ? value : undefined),
  audience(value) {
    const [code, another] = parseAudience(value);
    return another === undefined ? code : undefined;
  },
  kind(value) {
    const kind = value.toLowerCase().replace(/s$/, "");
    return kind === "draft" || kind === "paper" ? kind : undefined;
  },
};
