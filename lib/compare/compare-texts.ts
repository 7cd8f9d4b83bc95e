import type { PaperText } from "../document/document.ts";
import { findChangelog } from "./changelog/find-changelog.ts";
import type { Comparison, SectionChange } from "./comparison.ts";
import { createNumbering, type FoldedSection, foldSections } from "./folded-text.ts";
import { ownMarks } from "./folding/own-marks.ts";
import { isWording } from "./is-wording.ts";
import { type Match, matchSections } from "./matching/match-sections.ts";
import { outOfOrder } from "./matching/moved.ts";
import { summarise, verdictOn } from "./summarise.ts";
import { diffBlocks } from "./words/diff-blocks.ts";
import { showSteps } from "./words/show-steps.ts";
import { type Budget, reversed, type Step } from "./words/step.ts";

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
  const numberOf = createNumbering();
  const old = foldSections(before, ownMarks(before, ids.before), numberOf);
  const fresh = foldSections(after, own, numberOf);
  const budget: Budget = { left: BUDGET, isSpent: false };
  const pairs = inOneOrder(old, fresh) ? pairSections(old, fresh, budget) : pairSections(fresh, old, budget).map(turned);
  const sections = laidOut(pairs);
  const summary = summarise(sections);
  const changelog = findChangelog(after, own.revision);
  return {
    verdict: verdictOn(sections),
    summary,
    ...(changelog && { changelog }),
    sections,
    isFromPdf: before.form === "pdf" || after.form === "pdf",
    cut: { ...(before.cut && { before: before.cut }), ...(after.cut && { after: after.cut }) },
    isCoarse: budget.isSpent,
  };
}

interface Pair extends Match {
  steps: Step[];
  isMoved: boolean;
}

/** Two texts are always compared in the same direction, so that nothing but the names of the sides depends on it. */
function inOneOrder(one: FoldedSection[], other: FoldedSection[]): boolean {
  const [left, right] = [one, other].map((sections) =>
    sections.map(({ section }) => `${section.title}\n${section.blocks.map(({ text }) => text).join("\n")}`).join("\n\n"),
  );
  return (left ?? "") <= (right ?? "");
}

function pairSections(old: FoldedSection[], fresh: FoldedSection[], budget: Budget): Pair[] {
  const matches = matchSections(old, fresh);
  const moved = outOfOrder(matches.flatMap(({ before, after }) => (before && after ? [after.at] : [])));
  return matches.map(({ before, after }) => ({
    ...(before && { before }),
    ...(after && { after }),
    steps: diffBlocks(before?.blocks ?? [], after?.blocks ?? [], budget),
    isMoved: before !== undefined && after !== undefined && moved.has(after.at),
  }));
}

function turned({ before, after, steps, isMoved }: Pair): Pair {
  return { ...(after && { before: after }), ...(before && { after: before }), steps: reversed(steps), isMoved };
}

/** The sections of the new text in its order; one that is gone stands behind the one that it stood behind. */
function laidOut(pairs: Pair[]): SectionChange[] {
  const byBefore = pairs.filter(({ before }) => before).sort((a, b) => (a.before?.at ?? 0) - (b.before?.at ?? 0));
  const goneBehind = new Map<number, Pair[]>();
  let behind = -1;
  for (const pair of byBefore) {
    if (pair.after) behind = pair.after.at;
    else goneBehind.set(behind, [...(goneBehind.get(behind) ?? []), pair]);
  }
  const byAfter = pairs.filter(({ after }) => after).sort((a, b) => (a.after?.at ?? 0) - (b.after?.at ?? 0));
  return [...(goneBehind.get(-1) ?? []), ...byAfter.flatMap((pair) => [pair, ...(goneBehind.get(pair.after?.at ?? -1) ?? [])])].map(changeOf);
}

function changeOf({ before, after, steps, isMoved }: Pair): SectionChange {
  const { level, title, path } = (after ?? (before as FoldedSection)).section;
  const { blocks, words } = showSteps(before?.blocks ?? [], after?.blocks ?? [], steps);
  const isRenamed = before !== undefined && after !== undefined && before.title !== after.title;
  const isSame = steps.every(({ kind }) => kind === "same") && !isRenamed;
  return {
    status: !before ? "added" : !after ? "removed" : isSame ? "same" : "changed",
    isMoved,
    level,
    title,
    path,
    ...(isRenamed && { formerTitle: before.section.title }),
    isWording: isWording((after ?? (before as FoldedSection)).section),
    ...(before && { before: before.at }),
    ...(after && { after: after.at }),
    words,
    blocks,
  };
}
