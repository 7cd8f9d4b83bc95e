import { isAudienceCode } from "../../papers/audience.ts";
import type { SimpleKind, Watch } from "../watch.ts";
import { flawOf, formatRule, parseRule, type RuleFlaw } from "./parse-rule.ts";
import { ADDRESS, LONGEST, parsePaper, parseTerm, type Refusal } from "./parse-term.ts";
import { LONGEST_TEXT, MOST_ENTRIES, splitEntries } from "./split-entries.ts";
import { splitTerms, type TermKind } from "./split-terms.ts";
import { tidyLine } from "./tidy-line.ts";

export type ParsedWatch =
  | { ok: true; watch: Watch }
  | { ok: false; problem: "empty" }
  /** Free text: an author's name or words of a title, only the person knows. */
  | { ok: false; problem: "ambiguous"; text: string; choices: [author: Watch, title: Watch] }
  /** Several watches at once: each of these texts is one of them, or none. `rest` is what comes after the first hundred. */
  | { ok: false; problem: "several"; texts: string[]; rest?: string[] }
  /** More than a list that somebody pastes can be. */
  | { ok: false; problem: "too-much" }
  /** A link into the folder of another working group; its name, "" where the link has none. */
  | { ok: false; problem: "other-group"; text: string }
  /** LWG2300, SD6: other number spaces. */
  | { ok: false; problem: "not-a-paper"; text: string }
  /** Nothing of that kind can be made of the text, or it is too long. */
  | { ok: false; problem: "bad-value"; text: string; kind: TermKind }
  /** The terms, or what looks like one, make no rule; `term` is the bad one. */
  | { ok: false; problem: "bad-rule"; flaw: RuleFlaw; term: string; suggestion?: TermKind };

const LONGEST_LINE = 2_000;

/** Reads an entry of a watchlist as typed or pasted; never throws. */
export function parseWatch(text: string): ParsedWatch {
  if (text.length > LONGEST_TEXT) return { ok: false, problem: "too-much" };
  const entries = splitEntries(text, Number.POSITIVE_INFINITY);
  const [entry = "", another] = entries;
  if (another !== undefined) {
    const rest = entries.slice(MOST_ENTRIES);
    return { ok: false, problem: "several", texts: entries.slice(0, MOST_ENTRIES), ...(rest.length > 0 && { rest }) };
  }
  const line = tidyLine(entry.slice(0, LONGEST_LINE));
  const terms = splitTerms(line);
  const [first, second] = terms;
  if (!first) return { ok: false, problem: "empty" };
  const isSimple = !second && !first.not && first.kind !== "kind";
  if (entry.length > LONGEST_LINE) return isSimple ? bad(first.kind ?? "title", first.value) : { ok: false, problem: "bad-rule", flaw: "too-long", term: line };
  if (isSimple && first.value.length > LONGEST) return bad(first.kind ?? "title", first.value);
  const flaw = flawOf(first, !isSimple);
  if (flaw && "flaw" in flaw) return { ok: false, problem: "bad-rule", ...flaw };
  if (isSimple) return first.kind ? parseAs(first.kind as SimpleKind, first.value) : parseFreely(first.value);
  const rule = parseRule(terms);
  if ("flaw" in rule) return { ok: false, problem: "bad-rule", ...rule };
  if ("problem" in rule) return refused(rule, rule.kind, rule.text);
  const [only, other] = rule.terms;
  if (only && !other && only.kind !== "kind") return good(only.kind, only.text);
  return { ok: true, watch: { kind: "rule", text: formatRule(rule.terms) } };
}

function parseAs(kind: SimpleKind, value: string): ParsedWatch {
  const parsed = parseTerm(kind, value);
  return "text" in parsed ? good(kind, parsed.text) : refused(parsed, kind, value);
}

function refused(refusal: Refusal, kind: TermKind, text: string): ParsedWatch {
  switch (refusal.problem) {
    case "bad-value":
      return bad(kind, text);
    case "not-a-paper":
      return { ok: false, problem: "not-a-paper", text };
    case "other-group":
      return { ok: false, problem: "other-group", text: refusal.group };
  }
}

function parseFreely(entry: string): ParsedWatch {
  if (parsePaper(entry)) return parseAs("paper", entry);
  if (isAudienceCode(entry)) return parseAs("audience", entry);
  const author = parseAs("author", entry);
  const title = parseAs("title", entry);
  if (entry.replace(ADDRESS, "") !== entry) return author;
  if (!author.ok || !title.ok) return title;
  return { ok: false, problem: "ambiguous", text: entry, choices: [author.watch, title.watch] };
}

function good(kind: SimpleKind, text: string): ParsedWatch {
  // Audiences are alternatives within rules only; quotes held these together.
  if (kind === "audience" && text.includes("|")) return bad(kind, text);
  return { ok: true, watch: { kind, text } };
}

function bad(kind: TermKind, text: string): ParsedWatch {
  return { ok: false, problem: "bad-value", text, kind };
}
