import type { PaperText } from "../document/document.ts";
import { findChangelog } from "./changelog/find-changelog.ts";
import type { Comparison, SectionChange } from "./comparison.ts";
import { createFolding, type FoldedSection } from "./folded-text.ts";
import { ownMarks } from "./folding/own-marks.ts";
import { type Group, groupSections } from "./matching/group-sections.ts";
import { matchSections } from "./matching/match-sections.ts";
import { outOfOrder } from "./matching/moved.ts";
import { showGroup } from "./show-group.ts";
import { summarise, verdictOn } from "./summarise.ts";
import { diffBlocks } from "./words/diff-blocks.ts";
import { type Budget, joined, reversed, type Step } from "./words/step.ts";

/** About so many steps take a second on a slow machine. */
const BUDGET = 3_000_000;

/** The numbers of the two papers, "P9001R2", where they are known. */
export interface KnownIds {
  before?: string;
  after?: string;
}

/** What differs between two texts, section by section and word by word. Which of them is the older one decides nothing but what is called added. */
export function compareTexts(before: PaperText, after: PaperText, ids: KnownIds = {}): Comparison {
  const own = ownMarks(after, ids.after);
  const isReadAlike = before.form === after.form && before.reading === after.reading;
  const fold = createFolding([ownMarks(before, ids.before), own], isReadAlike);
  const [old, fresh] = [fold(before), fold(after)];
  const budget: Budget = { left: BUDGET, isSpent: false };
  const groups = isInOrder(old, fresh) ? compareSections(old, fresh, budget) : compareSections(fresh, old, budget).map(turned);
  const sections = laidOut(groups);
  const changelog = findChangelog(after, own);
  return {
    verdict: verdictOn(sections),
    summary: summarise(sections),
    ...(changelog && { changelog }),
    sections,
    isFromPdf: before.form === "pdf" || after.form === "pdf",
    cut: { ...(before.cut && { before: before.cut }), ...(after.cut && { after: after.cut }) },
    isCoarse: budget.isSpent,
  };
}

interface Compared extends Group {
  steps: Step[];
  isMoved: boolean;
}

/** Two texts are always compared in the same direction, so that nothing but the names of the sides depends on it. */
function isInOrder(one: FoldedSection[], other: FoldedSection[]): boolean {
  const linesOf = (sections: FoldedSection[]) => sections.flatMap(({ title, section: { blocks } }) => [title, ...blocks.map(({ text }) => text)]);
  const [ones, others] = [linesOf(one), linesOf(other)];
  const at = ones.findIndex((line, place) => line !== others[place]);
  return at < 0 || (at < others.length && (ones[at] as string) < (others[at] as string));
}

function compareSections(old: FoldedSection[], fresh: FoldedSection[], budget: Budget): Compared[] {
  const groups = groupSections(matchSections(old, fresh), old, fresh);
  const matches = groups.filter(({ isMatch }) => isMatch).sort((a, b) => placeOf(a, "before") - placeOf(b, "before"));
  const moved = outOfOrder(matches.map((group) => placeOf(group, "after")));
  return groups.map((group) => ({ ...group, steps: stepsOf(group, budget), isMoved: group.isMatch && moved.has(placeOf(group, "after")) }));
}

/** The headings of a match belong together whatever they say. */
function stepsOf({ before, after, isMatch }: Group, budget: Budget): Step[] {
  const [ones, others] = [before, after].map((sections) => sections.flatMap(({ blocks }) => blocks)) as [FoldedSection["blocks"], FoldedSection["blocks"]];
  const heads = isMatch && ones[0]?.kind === "heading" && others[0]?.kind === "heading" ? 1 : 0;
  return joined([...diffBlocks(ones.slice(0, heads), others.slice(0, heads), budget), ...diffBlocks(ones.slice(heads), others.slice(heads), budget)]);
}

function turned({ before, after, steps, ...group }: Compared): Compared {
  return { ...group, before: after, after: before, steps: reversed(steps) };
}

/** In the order of the new text. */
function laidOut(groups: Compared[]): SectionChange[] {
  return groups.toSorted((a, b) => placeOf(a, "after") - placeOf(b, "after")).flatMap((group) => showGroup(group, group.steps, group.isMoved));
}

function placeOf(group: Group, side: "before" | "after"): number {
  return group[side][0]?.at ?? -1;
}
