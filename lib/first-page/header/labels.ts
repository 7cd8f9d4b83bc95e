import { foldText } from "../../watch/names/fold-text.ts";

/**
 * What a label in a header announces. "detail": how an author is reached, which is said between authors;
 * "other": anything else, which ends what came before.
 */
export type FieldName = "title" | "authors" | "audience" | "date" | "number" | "project" | "detail" | "other";

/** The labels that papers use, folded, without punctuation. */
const LABELS: Record<Exclude<FieldName, "other">, string> = {
  title: "title, paper title, document title, title of paper, subject",
  authors:
    "author, authors, author s, author names, author name, name of author, list of authors, editor, editors, editor s, project editor, project editors, coauthor, coauthors, " +
    "co author, co authors, co author s, coeditor, coeditors, co editor, co editors, reply to, replyto, reply to s, replies to, reply, authored by, written by, by, from, " +
    "proposed by, prepared by, presented by, presenter, presenters, edited by, contact, contacts, contact author, contact person, point of contact, " +
    "corresponding author, corresponding authors, correspondence, correspondence to, primary author, primary authors, main author, main authors, principal author, " +
    "principal authors, lead author, lead authors, contributing author, contributing authors, additional author, additional authors, other authors, " +
    "submitter, submitters, submitted by",
  audience:
    "audience, audiences, audience s, intended audience, intended audiences, target audience, target audiences, primary audience, proposed audience, current audience, " +
    "wg audience, wg audiences, target, targets, subgroup, subgroups, subgroup s, sub group, sub groups, working group, working groups, working group s, " +
    "target working group, target subgroup, wg subgroup, wg working group, wg study group, wg group, study group, study groups, group, groups, target group, " +
    "target groups, relevant group, relevant groups, reviewing group, reviewing groups, addressed to, directed to, attention, attn, to",
  date:
    "date, dated, document date, paper date, publication date, date of publication, published, draft date, revision date, date of revision, date of this revision, issue date, " +
    "date of issue, date issued, submission date, date submitted, last updated, last update, last revised, last revision, last changed, updated, last modified, modified, " +
    "revised, revised on, created, created on",
  number:
    "document, document number, document numbers, document no, document id, document nr, document identifier, doc, doc number, doc no, doc nr, doc id, paper, paper number, " +
    "paper no, paper nr, paper id, number, wg number, wg document, wg document number, wg doc, wg doc no, wg paper, wg paper number, iso number, reference number",
  project: "project, projects",
  detail:
    "email, e mail, mail, emails, e mails, mails, email address, email addresses, e mail address, e mail addresses, mail address, phone, telephone, tel, mobile, fax, address, addresses, affiliation, " +
    "affiliations, company, companies, employer, organization, organizations, organisation, organisations, institution, web, website, web site, url, homepage, home page, " +
    "github, twitter, mastodon, orcid",
};
const fieldOf = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.split(", ").map((label): [string, FieldName] => [label, field as FieldName])),
);
/** "Target: C++26" is a date of its own kind, and "To:" may be anything. */
export const WEAK_AUDIENCE = new Set(["target", "targets", "to", "group", "groups", "attention", "attn"]);
/** Who is said to have had a part in a paper, and is no author of it. */
export const OF_OTHERS =
  /^(?:former|previous|past|original) (?:author|editor)|^(?:with )?(?:additional |other )?contribut(?:or|ion)s?\b|^(?:special )?thanks\b/;
/** Labels that begin a field within a line that another one began. */
const WITHIN =
  /(?<!\b(?:target|intended|document|doc|paper|revision|publication|draft|primary|main|principal|corresponding|former|previous|original|past|emeritus|lead|contributing|additional|other))\s+(?=(?:(?:document|doc|paper)\.? (?:number|no\.?|#)|(?:document |target )?(?:date|audience)|project|reply[- ]?to|(?:(?:former|previous|past|original) )?(?:authors?|author\(s\)|editors?))\s*:)/i;

/** "P9001R0, 2020-01-13, Audience: LEWG" */
const IN_LIST = /[,;] (?:Date|Audience|Authors?|Reply[- ]to|Project): /i;
const MAX_LINE = 200;
const MAX_LABEL = 40;
/** Without a colon they begin a sentence. */
const PREPOSITIONS = new Set(["by", "from", "to"]);

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
  const [, before = "", value = ""] = /^([^:：\t]{1,40})(?::(?!:|\/\/)|：)\s*(.*)$/s.exec(text) ?? /^([^:\t]{1,40})(?:\t(.*))?$/s.exec(text) ?? [];
  if (before === "") return undefined;
  const name = keyOf(before);
  // "Study Group 1" is a value.
  const field = /\d/.test(before) && fieldOfName(name) === "audience" ? undefined : fieldOfName(name);
  if (field) return { field, name, value: value.trim() };
  const isLabel = isLabelColumn || (text[before.length] !== "\t" && before !== text && /^\p{Lu}/u.test(before) && name.split(" ").length <= 4);
  return isLabel ? { field: "other", name, value: value.trim() } : undefined;
}

/** Whether a text is nothing but a label of a header, without a colon. */
export function isKnownLabel(text: string): boolean {
  const plain = text.trim();
  if (plain === "" || plain.length > MAX_LABEL || /[:：]/.test(plain)) return false;
  const label = readLabel(plain);
  return label !== undefined && label.field !== "other" && !PREPOSITIONS.has(label.name);
}

/** Parts a line at every label that begins a field of its own: "Date: 2020-01-13 Audience: LEWG". */
export function splitAtLabels(text: string): string[] {
  const parts = text.split(" | ");
  return parts.flatMap((part) => ((/[:\t].*:/s.test(part) && readLabel(part)) || (part.length < MAX_LINE && IN_LIST.test(part)) ? part.split(WITHIN) : [part]));
}

function fieldOfName(name: string): FieldName | undefined {
  const field = fieldOf.get(name);
  if (field || !/\/| and /.test(name)) return field;
  // "Audience/Target", "Author / Reply-to", "Authors and Reply-to"
  const parts = [...name.split("/"), name.split(" and ", 1)[0] ?? ""];
  return parts.map((part) => fieldOf.get(part.trim())).find((found) => found !== undefined);
}

function keyOf(label: string): string {
  return foldText(label)
    .replace(/[^\p{L}/]+/gu, " ")
    .trim();
}
