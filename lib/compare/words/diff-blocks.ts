import type { FoldedBlock } from "../folded-text.ts";
import { type Bag, bagOf, likeness, sharedBy } from "../matching/likeness.ts";
import { type Budget, joined, leastSteps, type Step } from "./step.ts";

/** So many blocks of a section may differ, and so many words of a stretch of them, before less is looked at. */
const MOST_BLOCKS = 1_500;
const MOST_WORDS = 400;
/** Of two blocks that are taken for the same one, more may differ. */
const MOST_WORDS_OF_ONE = 800;
/** A block goes on in one that is as alike. */
const ALIKE = 0.4;
/** So many times as many words differ on either side of an island. */
const ISLAND = 4;
const SAME: Step[] = [{ kind: "same", count: 1 }];
const CHANCE: Step[] = [
  { kind: "removed", count: 1 },
  { kind: "added", count: 1 },
];
const MAX_PAIRS = 4_000;

/** The steps from the words of some blocks to those of others: blocks that are the same first, then what is between them word by word. */
export function diffBlocks(before: FoldedBlock[], after: FoldedBlock[], budget: Budget): Step[] {
  const stretches = sameBlocks(before, after, budget);
  if (!stretches) {
    budget.isSpent = true;
    return replaced(before, after);
  }
  // Where something is only gone here and only come there, what is the same may be the little that has moved past the rest.
  const isCrossed = stretches.some(isGone) && stretches.some(isCome) && before.length * after.length <= MAX_PAIRS;
  return joined(
    (isCrossed ? alignBlocks(before, after) : stretches).flatMap(({ gone, come, same }) => [
      ...diffStretch(gone, come, budget),
      { kind: "same" as const, count: lengthOf(same) },
    ]),
  );
}

/** Blocks of either text, and then what is in both. */
interface Stretch {
  gone: FoldedBlock[];
  come: FoldedBlock[];
  same: FoldedBlock[];
}

function isGone({ gone, come }: Stretch): boolean {
  return gone.length > 0 && come.length === 0;
}

function isCome({ gone, come }: Stretch): boolean {
  return gone.length === 0 && come.length > 0;
}

/** As many blocks as can be that are the same in both, in the order of both, and what is between them. */
function sameBlocks(before: FoldedBlock[], after: FoldedBlock[], budget: Budget): Stretch[] | undefined {
  const keysOf = (blocks: FoldedBlock[]) => blocks.map(({ key }) => key);
  const steps = leastSteps(keysOf(before), keysOf(after), MOST_BLOCKS, budget);
  let [one, other] = [0, 0];
  const stretches: Stretch[] = [{ gone: [], come: [], same: [] }];
  for (const { kind, count } of steps ?? []) {
    const last = stretches.at(-1) as Stretch;
    if (kind === "same") {
      last.same = before.slice(one, one + count);
      stretches.push({ gone: [], come: [], same: [] });
    } else if (kind === "removed") last.gone.push(...before.slice(one, one + count));
    else last.come.push(...after.slice(other, other + count));
    if (kind !== "added") one += count;
    if (kind !== "removed") other += count;
  }
  return steps && stretches;
}

/** Word by word what is alike, where that is soon done; else block by block, each with the one that it goes on in. */
function diffStretch(before: FoldedBlock[], after: FoldedBlock[], budget: Budget): Step[] {
  if (before.length === 0 || after.length === 0) return replaced(before, after);
  const isPair = before.length === 1 && after.length === 1;
  const bags: [Bag, Bag] = [bagOfAll(before), bagOfAll(after)];
  const isAlike = likeness(...bags, ALIKE) >= ALIKE;
  const isNear = isAlike && leastApart(...bags) <= (isPair ? MOST_WORDS_OF_ONE : MOST_WORDS);
  const steps = isNear ? diffWords(before, after, isPair ? MOST_WORDS_OF_ONE : MOST_WORDS, budget) : undefined;
  if (steps) return steps;
  if (!isPair)
    return alignBlocks(before, after).flatMap(({ gone, come }) =>
      gone.length === 1 && come.length === 1 ? diffStretch(gone, come, budget) : replaced(gone, come),
    );
  budget.isSpent ||= isAlike;
  return replaced(before, after);
}

function diffWords(before: FoldedBlock[], after: FoldedBlock[], most: number, budget: Budget): Step[] | undefined {
  const [ones, others] = [before, after].map((blocks) => blocks.flatMap(({ keys }) => keys)) as [number[], number[]];
  const steps = leastSteps(ones, others, most, budget);
  return steps && withoutChance(withoutIslands(steps), before, after);
}

/** What two blocks have in common by chance, when hardly anything of either is in the other text, is not the same. */
function withoutChance(steps: Step[], before: FoldedBlock[], after: FoldedBlock[]): Step[] {
  if (before.length === 1 && after.length === 1) return steps;
  const [ones, others] = [placesOf(before), placesOf(after)];
  const kept = new Map<FoldedBlock, number>();
  const pairs: [FoldedBlock, FoldedBlock][] = [];
  let [one, other] = [0, 0];
  for (const { kind, count } of steps) {
    for (let at = 0; kind === "same" && at < count; at++) {
      const pair: [FoldedBlock, FoldedBlock] = [ones[one + at] as FoldedBlock, others[other + at] as FoldedBlock];
      pairs.push(pair);
      for (const block of pair) kept.set(block, (kept.get(block) ?? 0) + 1);
    }
    if (kind !== "added") one += count;
    if (kind !== "removed") other += count;
  }
  const isByChance = pairs.map((pair) => pair.every((block) => (kept.get(block) ?? 0) < ALIKE * block.keys.length));
  let next = 0;
  return steps.flatMap((step): Step[] => {
    if (step.kind !== "same") return [step];
    next += step.count;
    return isByChance.slice(next - step.count, next).flatMap((chance) => (chance ? CHANCE : SAME));
  });
}

function placesOf(blocks: FoldedBlock[]): FoldedBlock[] {
  return blocks.flatMap((block) => block.keys.map(() => block));
}

/** What is the same by chance, a few words within many others, is read with those. */
function withoutIslands(steps: Step[]): Step[] {
  const all: Step[] = [];
  for (const [at, step] of steps.entries()) {
    const room = Math.min(changedAt(all, all.length - 1, -1), changedAt(steps, at + 1, 1));
    if (step.kind !== "same" || step.count * ISLAND > room) all.push(step);
    else all.push({ kind: "removed", count: step.count }, { kind: "added", count: step.count });
  }
  return all;
}

/** How many words differ in a row from a step on, forward or backward. */
function changedAt(steps: Step[], from: number, way: 1 | -1): number {
  let count = 0;
  for (let at = from; at >= 0 && at < steps.length && steps[at]?.kind !== "same"; at += way) count += steps[at]?.count ?? 0;
  return count;
}

/** How many words differ at least, whatever their order. */
function leastApart(one: Bag, other: Bag): number {
  return one.size + other.size - 2 * sharedBy(one, other);
}

function bagOfAll(blocks: FoldedBlock[]): Bag {
  const [first] = blocks;
  return blocks.length === 1 && first ? first.bag() : bagOf(blocks.map(({ keys }) => keys));
}

/** Blocks that go on in one another, each such pair a stretch, in the order of both, so that they share as much as can be; where there are too many, nearby ones only. */
function alignBlocks(before: FoldedBlock[], after: FoldedBlock[]): Stretch[] {
  const reach = Math.max(1, Math.floor(MAX_PAIRS / before.length / 2));
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const worth = new Float64Array(before.length * after.length);
  for (let one = before.length - 1; one >= 0; one--) {
    const middle = Math.round((one / before.length) * after.length);
    for (let other = after.length - 1; other >= 0; other--) {
      const [left, right] = [before[one] as FoldedBlock, after[other] as FoldedBlock];
      const alike = Math.abs(other - middle) <= reach ? likeness(left.bag(), right.bag(), ALIKE) : 0;
      const at = one * width + other;
      worth[one * after.length + other] = alike >= ALIKE ? alike * (left.keys.length + right.keys.length) : 0;
      const paired = (worth[one * after.length + other] as number) + (best[at + width + 1] as number);
      best[at] = Math.max(paired, best[at + width] as number, best[at + 1] as number);
    }
  }
  const stretches: Stretch[] = [];
  let [from, begin, one, other] = [0, 0, 0, 0];
  while (one < before.length && other < after.length) {
    const at = one * width + other;
    const paired = worth[one * after.length + other] as number;
    if (paired > 0 && best[at] === paired + (best[at + width + 1] as number)) {
      stretches.push(
        { gone: before.slice(from, one), come: after.slice(begin, other), same: [] },
        { gone: before.slice(one, one + 1), come: after.slice(other, other + 1), same: [] },
      );
      [from, begin] = [++one, ++other];
    } else if (best[at] === best[at + width]) one++;
    else other++;
  }
  return [...stretches, { gone: before.slice(from), come: after.slice(begin), same: [] }];
}

function replaced(before: FoldedBlock[], after: FoldedBlock[]): Step[] {
  return [
    { kind: "removed", count: lengthOf(before) },
    { kind: "added", count: lengthOf(after) },
  ];
}

function lengthOf(blocks: FoldedBlock[]): number {
  return blocks.reduce((sum, { keys }) => sum + keys.length, 0);
}
