import type { PageLine } from "../../document/page-line.ts";
import { isAudienceCode, parseAudience } from "../../papers/audience.ts";
import { withoutDates } from "../../papers/text/find-date.ts";
import { tidyText } from "../../papers/text/tidy-text.ts";
import type { Fields } from "./find-fields.ts";

const MAX_AUDIENCES = 12;
const MAX_AUDIENCE = 60;
const LANGUAGE = /\bprogramming languages?\b/i;
/** A part that names a group and is not about the library of something. */
const GROUP = /\bgroup\b|\bWG\b|\bSG ?-?\d|\b(?:EWG|LEWG|CWG|LWG|EWGI|LEWGI)\b|^\s*(?:core|(?:library )?evolution|library)\s*$/i;

const CODES = /^(?:(?:L?EWG|LEWG-?I|EWG-?I|CWG|LWG|SG ?-?\d{1,2})\b[\s,;/&+]*(?:and )?)+$/;

/** The groups that a header asks, as parseAudience reads them. */
export function headerAudience({ values, rest }: Fields): string[] {
  const labelled = groupsIn(values.audience);
  // Where a header has no such label, the groups stand behind or below the project, or the language.
  const behind = groupsBehind([...values.project, ...rest.map(({ text }) => text).filter((text) => LANGUAGE.test(text))]);
  const read = [labelled, behind, groupsIn(rest.filter(isOfGroups).map(({ text }) => text))].find((groups) => groups.length > 0) ?? [];
  return read.slice(0, MAX_AUDIENCES).map((one) => one.slice(0, MAX_AUDIENCE).toWellFormed());
}

/** A line of nothing but groups: "LEWG, SG1". */
export function isOfGroups({ text, heading }: PageLine): boolean {
  if (heading !== undefined || text.length > MAX_AUDIENCE || !CODES.test(text)) return false;
  return parseAudience(text).every(isAudienceCode);
}

function groupsIn(values: string[]): string[] {
  return parseAudience(values.map((value) => tidyText(withoutDates(value))).join(", "));
}

/** The working groups among what a project is called; all of WG21 has the same project. */
function groupsBehind(values: string[]): string[] {
  const parts = values.flatMap((value) => value.split(/[,;:()|]|\s[‒–—-]\s/)).filter((part) => GROUP.test(part));
  return groupsIn(parts).filter((group) => isAudienceCode(group) && group !== "WG21");
}
