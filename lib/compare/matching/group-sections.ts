import type { FoldedSection } from "../folded-text.ts";
import type { Match } from "./match-sections.ts";

/**
 * Sections that are compared as one: two that were matched, first, and behind each the ones without a match that follow it, up to the
 * next that has one. So a section may be split in two, or two may become one. What stands before all matches is a group without.
 */
export interface Group {
  before: FoldedSection[];
  after: FoldedSection[];
  isMatch: boolean;
}

export function groupSections(matches: Match[], before: FoldedSection[], after: FoldedSection[]): Group[] {
  const first: Group = { before: [], after: [], isMatch: false };
  const groups = [first];
  const groupOf = new Map<FoldedSection, Group>();
  for (const match of matches) {
    if (!match.before || !match.after) continue;
    const group: Group = { before: [], after: [], isMatch: true };
    groups.push(group);
    groupOf.set(match.before, group).set(match.after, group);
  }
  for (const side of ["before", "after"] as const) {
    let group = first;
    for (const section of side === "before" ? before : after) {
      group = groupOf.get(section) ?? group;
      group[side].push(section);
    }
  }
  return groups.filter(({ before, after }) => before.length + after.length > 0);
}
