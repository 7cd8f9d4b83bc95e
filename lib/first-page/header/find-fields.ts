import type { PageLine } from "../../document/page-line.ts";
import { isAudienceCode, parseAudience } from "../../papers/audience.ts";
import { findDate } from "../../papers/text/find-date.ts";
import { type FieldName, type Label, OF_OTHERS, readLabel, splitAtLabels, WEAK_AUDIENCE } from "./labels.ts";
import { findAuthorRows } from "./people/author-rows.ts";
import { authorTokens, isMail, isName } from "./people/author-tokens.ts";
import { isClearlyName } from "./people/person-name.ts";

/** What stands behind the labels of a header, each value line by line, and the lines that belong to no label. */
export interface Fields {
  values: Record<FieldName, string[]>;
  rest: PageLine[];
}

interface OpenField {
  label: Label;
  group: number;
  hasValue: boolean;
  /** Nothing stands beside the label: its value is what comes below it, of authors as far as it is about people. */
  isAbove: boolean;
}

/** A sentence has more words than a name with a company. */
const MAX_NAME_WORDS = 6;
const PLURAL = /^(?:author|editor)s\b/;
const MAX_AUTHOR_LINE = 300;

/** Reads the labelled fields of a header; a label that comes twice goes on where it was. */
export function findFields(lines: PageLine[]): Fields {
  const values: Fields["values"] = { title: [], authors: [], audience: [], date: [], number: [], project: [], detail: [], other: [] };
  const rest: PageLine[] = [];
  const withValues = new Set(lines.flatMap(({ group, column }) => (column ? [group] : [])));
  const authorRows = findAuthorRows(lines);
  const groups = Map.groupBy(lines, ({ group }) => group);
  let open: OpenField | undefined;
  let areSeveral = false;

  for (const line of lines) {
    if (line.part === "title" || line.part === "subtitle") {
      rest.push(line);
      continue;
    }
    const place = authorRows.get(line);
    if (place) {
      if (place === "author") values.authors.push(line.text);
      open = undefined;
      continue;
    }
    const parts = splitAtLabels(line.text);
    for (const part of parts) {
      const label = labelOf(part, line, line.column === 0 && parts.length === 1 && withValues.has(line.group));
      if (label?.field === "detail" && open) {
        if (label.value.includes("@")) add(open, label.value, true);
      } else if (label) {
        open = { label, group: line.group, hasValue: false, isAbove: label.value === "" };
        if (label.value !== "") add(open, label.value, true);
      } else if (open && goesOn(open, part, line)) {
        open.group = line.group;
        add(open, part, false);
      } else {
        open = undefined;
        rest.push(restOf(part, line, parts.length > 1));
      }
    }
  }
  return { values, rest };

  function add(field: OpenField, value: string, isLabelled: boolean): void {
    const { field: name, name: label } = field.label;
    field.hasValue = true;
    // "Authors: Ada, Kurt", and then whom to write to: the address says nothing of who stands before it.
    if (name === "authors" && areSeveral && isLabelled && authorTokens([value]).every(isMail)) return;
    areSeveral ||= name === "authors" && PLURAL.test(label) && authorTokens([value]).filter(isName).length > 1;
    if (!WEAK_AUDIENCE.has(label) || parseAudience(value).some(isAudienceCode)) values[name].push(value);
  }

  /** Lines of the same paragraph or row go on; after a label that stands alone the next paragraph is its value, and others are that are about authors, too. */
  function goesOn({ label: { field }, group, hasValue, isAbove }: OpenField, text: string, line: PageLine): boolean {
    if (line.heading !== undefined || isForeign(field, text, line, hasValue)) return false;
    // Whatever "LEWG, SG14: D1234R0" announces, the next line of running text is not of it.
    if (field === "other" && line.column === undefined) return false;
    if (line.group === group || !hasValue) return true;
    if (field === "audience") return isAbove && line.column === undefined && areGroups(text);
    return field === "authors" && line.column === undefined && areAuthors(groups.get(line.group) ?? [], isAbove);
  }
}

function labelOf(text: string, line: PageLine, isInLabelColumn: boolean): Label | undefined {
  const label = readLabel(text, isInLabelColumn);
  // "Ranges: the second part" is a heading, "Date: 2020" is a label even there, and so is "Former author:" among authors.
  if (label?.field === "other" && !OF_OTHERS.test(label.name) && (line.heading !== undefined || (line.column ?? 0) > 0)) return undefined;
  return label;
}

/** Where a field has lost its label, its value stands below that of another: an address is of no group, a date is no number. */
function isForeign(field: FieldName, text: string, { column }: PageLine, hasValue: boolean): boolean {
  if (field === "authors" || field === "detail" || field === "other") return false;
  if (/@|\bat\b/i.test(text) && authorTokens([text]).some(isMail)) return true;
  if (field !== "date" && findDate(text) !== undefined) return true;
  if (!hasValue || column !== undefined || field === "title") return false;
  const names = authorTokens([text]).filter(isName);
  const [first, company] = names;
  const arePeople = names.every(({ name }) => isClearlyName(name)) || (names.length === 2 && company !== undefined && !company.areJoined);
  return first !== undefined && isClearlyName(first.name) && arePeople && !parseAudience(text).some(isAudienceCode);
}

/** A line of a row stands for itself where it is none of the row's value. */
function restOf(text: string, line: PageLine, isPart: boolean): PageLine {
  const isAstray = (line.column ?? 0) > 0 && authorTokens([text]).some(isMail);
  if (!isPart && !isAstray) return line;
  const { column: _, ...rest } = line;
  return isAstray ? { ...rest, text } : { ...line, text };
}

function areGroups(text: string): boolean {
  const groups = parseAudience(text);
  return groups.length > 0 && groups.every(isAudienceCode);
}

/** Whether a paragraph is about authors: it begins with a name, has no sentence, and, where no label stands right above, an address; or it has nothing but addresses. */
function areAuthors(lines: PageLine[], isAbove: boolean): boolean {
  if (lines.some(({ text, heading }) => text.length > MAX_AUTHOR_LINE || heading !== undefined)) return false;
  const tokens = authorTokens(lines.map(({ text }) => text));
  const names = tokens.filter(isName);
  const [first] = names;
  if (tokens.length > 0 && names.length === 0) return true;
  return (
    first !== undefined && isClearlyName(first.name) && names.every(({ name }) => name.split(" ").length <= MAX_NAME_WORDS) && (isAbove || tokens.some(isMail))
  );
}
