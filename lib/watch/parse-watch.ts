import { isAudienceCode, parseAudience } from "../papers/audience.ts";
import { splitAuthors } from "../papers/authors.ts";
import { aliases } from "./match-author.ts";
import { parsePaperEntry } from "./parse-paper-entry.ts";
import { readName } from "./read-name.ts";
import { watchedWords } from "./title-words.ts";
import type { Watch, WatchKind } from "./watch.ts";

export type ParsedWatch =
  | { ok: true; watch: Watch }
  | { ok: false; problem: "empty" }
  /** Free text: an author's name or words of a title, only the person knows. */
  | { ok: false; problem: "ambiguous"; text: string; choices: [author: Watch, title: Watch] }
  /** LWG2300, SD6: other number spaces. */
  | { ok: false; problem: "not-a-paper"; text: string }
  /** Nothing of that kind can be made of the text, or it is too long. */
  | { ok: false; problem: "bad-value"; text: string; kind: WatchKind };

const LONGEST = 200;
const PREFIXED = /^(paper|author|title|audience):(.*)$/i;

/** Reads one entry of a watchlist as typed or pasted; never throws. */
export function parseWatch(text: string): ParsedWatch {
  const entry = tidy(text);
  if (entry === "") return { ok: false, problem: "empty" };
  const [, prefix, value = entry] = PREFIXED.exec(entry) ?? [];
  const kind = prefix?.toLowerCase() as WatchKind | undefined;
  if (value.length > LONGEST) return bad(kind ?? "title", value);
  return kind ? parseAs(kind, value.trim()) : parseFreely(entry);
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

function parseAs(kind: WatchKind, value: string): ParsedWatch {
  if (kind === "paper") return parsePaper(value) ?? bad(kind, value);
  const canonical = READERS[kind](value);
  return canonical !== undefined && canonical.length <= LONGEST ? good(kind, canonical) : bad(kind, value);
}

function parseFreely(entry: string): ParsedWatch {
  const paper = parsePaper(entry);
  if (paper) return paper;
  if (isAudienceCode(entry)) return parseAs("audience", entry);
  const author = parseAs("author", entry);
  const title = parseAs("title", entry);
  if (!author.ok || !title.ok) return title;
  return { ok: false, problem: "ambiguous", text: entry, choices: [author.watch, title.watch] };
}

function parsePaper(text: string): ParsedWatch | undefined {
  const entry = parsePaperEntry(text);
  if (entry === undefined || "id" in entry) return entry && good("paper", entry.id);
  return entry.problem === "not-a-paper" ? { ok: false, problem: "not-a-paper", text } : bad("paper", text);
}

const READERS: Record<Exclude<WatchKind, "paper">, (value: string) => string | undefined> = {
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
};

function good(kind: WatchKind, text: string): ParsedWatch {
  return { ok: true, watch: { kind, text } };
}

function bad(kind: WatchKind, text: string): ParsedWatch {
  return { ok: false, problem: "bad-value", text, kind };
}
