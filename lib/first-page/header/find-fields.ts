import { isAudienceCode, parseAudience } from "../../papers/audience.ts";
import type { PageLine } from "../page-line.ts";
import { type FieldName, type Label, readLabel, splitAtLabels, WEAK_AUDIENCE } from "./labels.ts";

/** What stands behind the labels of a header, each value line by line, and the lines that belong to no label. */
export interface Fields {
  values: Record<FieldName, string[]>;
  rest: PageLine[];
}

interface OpenField {
  label: Label;
  group: number;
  hasValue: boolean;
}

/** Reads the labelled fields of a header; a label that comes twice goes on where it was. */
export function findFields(lines: PageLine[]): Fields {
  const values: Fields["values"] = { title: [], authors: [], audience: [], date: [], number: [], project: [], detail: [], other: [] };
  const rest: PageLine[] = [];
  const withValues = new Set(lines.flatMap(({ group, column }) => (column ? [group] : [])));
  let open: OpenField | undefined;

  for (const line of lines) {
    if (line.part === "title" || line.part === "subtitle") {
      rest.push(line);
      continue;
    }
    const parts = splitAtLabels(line.text);
    for (const part of parts) {
      const label = labelOf(part, line, line.column === 0 && parts.length === 1 && withValues.has(line.group));
      if (label?.field === "detail" && open) {
        if (label.value.includes("@")) add(open, label.value);
      } else if (label) {
        open = { label, group: line.group, hasValue: false };
        if (label.value !== "") add(open, label.value);
      } else if (open && goesOn(open, line)) {
        open.group = line.group;
        add(open, part);
      } else {
        open = undefined;
        rest.push(parts.length > 1 ? { ...line, text: part } : line);
      }
    }
  }
  return { values, rest };

  function add(field: OpenField, value: string): void {
    const { field: name, name: label } = field.label;
    field.hasValue = true;
    if (!WEAK_AUDIENCE.has(label) || parseAudience(value).some(isAudienceCode)) values[name].push(value);
  }
}

function labelOf(text: string, line: PageLine, isInLabelColumn: boolean): Label | undefined {
  const label = readLabel(text, isInLabelColumn);
  // "Ranges: the second part" is a heading, "Date: 2020" is a label even there.
  if (label?.field === "other" && (line.heading !== undefined || (line.column ?? 0) > 0)) return undefined;
  return label;
}

/** Lines of the same paragraph or row go on; after a label that stands alone the next paragraph is its value. */
function goesOn(open: OpenField, line: PageLine): boolean {
  if (line.heading !== undefined) return false;
  // Whatever "LEWG, SG14: D1234R0" announces, the next line of running text is not of it.
  if (open.label.field === "other" && line.column === undefined) return false;
  return line.group === open.group || !open.hasValue;
}
