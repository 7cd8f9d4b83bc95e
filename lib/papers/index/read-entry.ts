import { parseAudience } from "../audience.ts";
import { splitAuthors } from "../authors.ts";
import type { EntryType, Paper } from "../paper.ts";
import { parsePaperId } from "../paper-id.ts";
import { parseDate } from "../text/parse-date.ts";
import { plainText } from "../text/plain-text.ts";
import { safeLink } from "../text/safe-link.ts";

export type ReadEntry = { paper: Paper /** Fields that were dropped, with why. */; repairs: string[] } | { skipped: string };

const TYPES: readonly string[] = ["paper", "issue", "editorial", "standing-document", "draft"] satisfies EntryType[];
const TEXT_FIELDS = ["type", "title", "author", "submitter", "date", "subgroup", "link", "long_link", "github_url"] as const;
/** The rest of an address leads elsewhere: one that is too long is left out. */
const LINKS: readonly string[] = ["link", "long_link", "github_url"];
const MAX_KEY_LENGTH = 64;
/** Of one field; real ones have a tenth of it. */
const MAX_FIELD = 4_000;
/** With its month at least: "Robert Klarer 2001" and "FrankHB1989" are people. */
const A_DATE_ALONE =
  /^(?:\d{4}-?\d\d(?:-?\d\d)?(?:T.*)?|(?:\d{1,2}[ .]+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,]+(?:\d{1,2}[ .,]+)?\d{4})$/i;

/**
 * Reads one member of index.json. A value that is no object is skipped; a field of the wrong type is left out and named.
 * Format: https://wg21.link/index.json, one object, key = document id.
 */
export function readEntry(key: string, value: unknown): ReadEntry {
  const flaw = flawOf(key, value);
  if (flaw) return { skipped: flaw };
  const { fields, repairs } = exchanged(textFields(value as Record<string, unknown>));
  const id = parsePaperId(key);
  const type = fields.type ?? "paper";
  if (!TYPES.includes(type)) repairs.push(`type is "${type.slice(0, 40)}", read as paper`);
  const paper: Paper = {
    id: id ? key.toUpperCase() : key,
    type: TYPES.includes(type) ? (type as EntryType) : "paper",
    title: plainText(fields.title ?? ""),
    authors: splitAuthors(plainText(fields.author || fields.submitter || "")),
    audience: fields.subgroup ? parseAudience(plainText(fields.subgroup)) : [],
  };
  if (id) {
    paper.prefix = id.prefix;
    paper.number = id.number;
    if (id.revision !== undefined) paper.revision = id.revision;
  }
  setIfAny(paper, "date", fields.date && parseDate(fields.date));
  setIfAny(paper, "link", fields.link && safeLink(fields.link));
  setIfAny(paper, "longLink", fields.long_link && safeLink(fields.long_link));
  setIfAny(paper, "githubUrl", fields.github_url && safeLink(fields.github_url));
  return { paper, repairs };
}

/** Why a member of index.json cannot be read at all; undefined where it can. */
export function flawOf(key: string, value: unknown): string | undefined {
  if (key === "" || key.length > MAX_KEY_LENGTH) return `key has ${key.length} characters`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `value is ${nameOf(value)}, not an object`;
  return undefined;
}

type TextFields = { fields: Partial<Record<(typeof TEXT_FIELDS)[number], string>>; repairs: string[] };

/** A date where the author should stand is no author: it is put in its place, where what stands there is no date. */
function exchanged({ fields, repairs }: TextFields): TextFields {
  const { author = "", date = "" } = fields;
  if (!isDate(author)) return { fields, repairs };
  if (isDate(date)) return { fields: { ...fields, author: "" }, repairs: [...repairs, "author is a date, left out"] };
  return { fields: { ...fields, author: /\p{Lu}/u.test(date) ? date : "", date: author }, repairs: [...repairs, "author and date are exchanged"] };
}

function isDate(text: string): boolean {
  return A_DATE_ALONE.test(text.trim()) && parseDate(text) !== undefined;
}

function textFields(value: Record<string, unknown>): TextFields {
  const fields: TextFields["fields"] = {};
  const repairs: string[] = [];
  for (const name of TEXT_FIELDS) {
    const field = Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof field === "string" && field.length <= MAX_FIELD) fields[name] = field;
    else if (typeof field === "string") {
      if (!LINKS.includes(name)) fields[name] = field.slice(0, MAX_FIELD);
      repairs.push(`${name} has ${field.length} characters, ${LINKS.includes(name) ? "left out" : "cut"}`);
    } else if (field !== undefined && field !== null) repairs.push(`${name} is ${nameOf(field)}, not text`);
  }
  return { fields, repairs };
}

function setIfAny(paper: Paper, name: "date" | "link" | "longLink" | "githubUrl", text: string | undefined): void {
  if (text) paper[name] = text;
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
