import { foldText } from "../../watch/names/fold-text.ts";

/**
 * What a label in a header announces. "detail": how an author is reached, which is said between authors;
 * "other": anything else, which ends what came before.
 */
export type FieldName = "title" | "authors" | "audience" | "date" | "number" | "project" | "detail" | "other";

/** The labels that papers use, folded, without punctuation. */
const LABELS: Record<Exclude<FieldName, "other">, string> = {
  title: "title, paper title, subject",
  authors:
    "author, authors, author s, editor, editors, editor s, coauthor, coauthors, co author, co authors, co author s, reply to, replyto, authored by, written by, by, from, " +
    "contact, contacts, corresponding author, primary author, main author, principal author, submitter, submitted by",
  audience:
    "audience, audiences, intended audience, target audience, target, subgroup, subgroups, sub group, sub groups, working group, working groups, study group, study groups, " +
    "group, groups, target group, addressed to, to",
  date: "date, document date, paper date, publication date, draft date, revision date, date of revision, last updated, updated, last modified, modified, revised",
  number:
    "document, document number, document no, document id, document nr, doc, doc number, doc no, doc id, paper, paper number, paper no, paper id, number, wg21 number",
  project: "project",
  detail:
    "email, e mail, mail, emails, phone, telephone, tel, fax, address, affiliation, company, organization, organisation, web, website, homepage, github, twitter",
};
const fieldOf = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.split(", ").map((label): [string, FieldName] => [label, field as FieldName])),
);
/** "Target: C++26" is a date of its own kind, and "To:" may be anything. */
export const WEAK_AUDIENCE = new Set(["target", "to", "group", "groups"]);
/** Labels that begin a field within a line that another one began. */
const WITHIN =
  /(?<!\b(?:target|intended|document|doc|paper|revision|publication|draft|primary|main|principal|corresponding))\s+(?=(?:(?:document|doc|paper)\.? (?:number|no\.?|#)|(?:document |target )?(?:date|audience)|project|reply[- ]?to|authors?|author\(s\)|editors?)\s*:)/i;

export interface Label {
  field: FieldName;
  /** Folded, without punctuation. */
  name: string;
  /** What follows it in the line. */
  value: string;
}

/**
 * Reads "Reply-to: Ada" as a label and its value. Without a colon only a line that is nothing but a known label is one, or
 * one with a gap behind it. "std::vector" has no label; neither has a sentence with a colon, if its words are more than four.
 */
export function readLabel(text: string, isLabelColumn = false): Label | undefined {
  const [, before = "", value = ""] = /^([^:\t]{1,40}):(?!:)\s*(.*)$/s.exec(text) ?? /^([^:\t]{1,40})(?:\t(.*))?$/s.exec(text) ?? [];
  if (before === "") return undefined;
  const name = keyOf(before);
  const field = fieldOfName(name);
  if (field) return { field, name, value: value.trim() };
  const isLabel = isLabelColumn || (text[before.length] === ":" && /^\p{Lu}/u.test(before) && name.split(" ").length <= 4);
  return isLabel ? { field: "other", name, value: value.trim() } : undefined;
}

/** Parts a line at every label that begins a field of its own: "Date: 2020-01-13 Audience: LEWG". */
export function splitAtLabels(text: string): string[] {
  const parts = text.split(" | ");
  return parts.flatMap((part) => (readLabel(part) ? part.split(WITHIN) : [part]));
}

function fieldOfName(name: string): FieldName | undefined {
  // "Audience/Target", "Author / Reply-to"
  for (const part of [name, ...name.split("/")]) {
    const field = fieldOf.get(part.trim());
    if (field) return field;
  }
  return undefined;
}

function keyOf(label: string): string {
  return foldText(label)
    .replace(/[^\p{L}/]+/gu, " ")
    .trim();
}
