import { isAudienceCode } from "../../papers/audience.ts";
import type { SimpleKind, Watch } from "../watch.ts";
import { flawOf, formatRule, parseRule, type RuleFlaw } from "./parse-rule.ts";
import { LONGEST, parsePaper, parseTerm } from "./parse-term.ts";
import { splitTerms, type TermKind } from "./split-terms.ts";

export type ParsedWatch =
  | { ok: true; watch: Watch }
  | { ok: false; problem: "empty" }
  /** Free text: an author's name or words of a title, only the person knows. */
  | { ok: false; problem: "ambiguous"; text: string; choices: [author: Watch, title: Watch] }
  /** LWG2300, SD6: other number spaces. */
  | { ok: false; problem: "not-a-paper"; text: string }
  /** Nothing of that kind can be made of the text, or it is too long. */
  | { ok: false; problem: "bad-value"; text: string; kind: TermKind }
  /** The terms, or what looks like one, make no rule; `term` is the bad one. */
  | { ok: false; problem: "bad-rule"; flaw: RuleFlaw; term: string; suggestion?: TermKind };

const LONGEST_LINE = 2_000;

/** Reads one entry of a watchlist as typed or pasted; never throws. */
export function parseWatch(text: string): ParsedWatch {
  const line = tidy(text.slice(0, LONGEST_LINE));
  if (line === "") return { ok: false, problem: "empty" };
  const terms = splitTerms(line);
  const [first, second] = terms;
  if (!first) return { ok: false, problem: "empty" };
  const isSimple = !second && !first.not && first.kind !== "kind";
  if (text.length > LONGEST_LINE) return isSimple ? bad(first.kind ?? "title", first.value) : { ok: false, problem: "bad-rule", flaw: "too-long", term: line };
  if (isSimple && first.value.length > LONGEST) return bad(first.kind ?? "title", first.value);
  const flaw = flawOf(first, !isSimple);
  if (flaw && "flaw" in flaw) return { ok: false, problem: "bad-rule", ...flaw };
  if (isSimple) return first.kind ? parseAs(first.kind as SimpleKind, first.value) : parseFreely(first.value);
  const rule = parseRule(terms);
  if ("flaw" in rule) return { ok: false, problem: "bad-rule", ...rule };
  if ("problem" in rule) return rule.problem === "bad-value" ? bad(rule.kind, rule.text) : { ok: false, problem: rule.problem, text: rule.text };
  const [only, another] = rule.terms;
  if (only && !another && only.kind !== "kind") return good(only.kind, only.text);
  return { ok: true, watch: { kind: "rule", text: formatRule(rule.terms) } };
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[“”„‟]/g, '"')
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

function parseAs(kind: SimpleKind, value: string): ParsedWatch {
  const parsed = parseTerm(kind, value);
  if ("text" in parsed) return good(kind, parsed.text);
  return parsed.problem === "not-a-paper" ? { ok: false, problem: "not-a-paper", text: value } : bad(kind, value);
}

function parseFreely(entry: string): ParsedWatch {
  if (parsePaper(entry)) return parseAs("paper", entry);
  if (isAudienceCode(entry)) return parseAs("audience", entry);
  const author = parseAs("author", entry);
  const title = parseAs("title", entry);
  if (!author.ok || !title.ok) return title;
  return { ok: false, problem: "ambiguous", text: entry, choices: [author.watch, title.watch] };
}

function good(kind: SimpleKind, text: string): ParsedWatch {
  return { ok: true, watch: { kind, text } };
}

function bad(kind: TermKind, text: string): ParsedWatch {
  return { ok: false, problem: "bad-value", text, kind };
}
