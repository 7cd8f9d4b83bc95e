import type { SectionChange, WordCount } from "./comparison.ts";
import type { FoldedSection } from "./folded-text.ts";
import { isWording } from "./is-wording.ts";
import type { Group } from "./matching/group-sections.ts";
import { none, type Row, showSteps } from "./words/show-steps.ts";
import { reversed, type Step } from "./words/step.ts";

/** Of a section that one text has no match for, so little may be in both, or it is neither new nor gone. */
const HARDLY = 0.2;

/** What became of the sections of a group: those of the new text in its order, and between them those that are gone. */
export function showGroup({ before, after, isMatch }: Group, steps: Step[], isMoved: boolean): SectionChange[] {
  const [old, fresh] = [placesOf(before), placesOf(after)];
  const rows = showSteps(
    before.flatMap(({ blocks }) => blocks),
    after.flatMap(({ blocks }) => blocks),
    steps,
  );
  const left = new Map([...wordsLeft(before, steps), ...wordsLeft(after, reversed(steps))]);
  const changes = new Map<FoldedSection, SectionChange>();
  let current = after[0] && changeOf(after[0]);
  for (const row of rows) {
    const section = row.after === undefined ? goneWith(row) : fresh[row.after];
    const change = (section && changeOf(section)) ?? current;
    if (row.after !== undefined) current = change;
    change?.blocks.push({ kind: row.kind, pieces: row.pieces });
    if (change) addWords(change.words, row.words);
  }
  // What is gone may have been shown where it was, in the midst of what is left.
  for (const section of [...after, ...before.filter(isGone)]) changeOf(section);
  for (const [section, change] of changes) change.status = statusOf(section, change);
  return [...changes.values()];

  /** The section that a block was in, if it is gone with it; else the block has been in what is left of its section. */
  function goneWith({ before: at }: Row): FoldedSection | undefined {
    const section = at === undefined ? undefined : old[at];
    return section && (isGone(section) || after.length === 0) ? section : undefined;
  }

  function isGone(section: FoldedSection): boolean {
    return !(isMatch && section === before[0]) && (left.get(section) ?? 0) < HARDLY;
  }

  function changeOf(one: FoldedSection): SectionChange {
    const known = changes.get(one);
    if (known) return known;
    const former = isMatch && one === after[0] ? before[0] : undefined;
    const { level, title, path } = one.section;
    const isRenamed = former !== undefined && former.title !== one.title;
    const isOld = before.includes(one);
    const change: SectionChange = {
      status: "changed",
      isMoved: former !== undefined && isMoved,
      level,
      title,
      path,
      ...(isRenamed && { formerTitle: former.section.title }),
      isWording: isWording(one.section) || (former !== undefined && isWording(former.section)),
      ...(isOld ? { before: one.at } : former && { before: former.at }),
      ...(!isOld && { after: one.at }),
      words: none(),
      blocks: [],
    };
    changes.set(one, change);
    return change;
  }

  function statusOf(section: FoldedSection, { before: at }: SectionChange): SectionChange["status"] {
    if (before.includes(section)) return "removed";
    if (at === undefined) return (left.get(section) ?? 0) < HARDLY ? "added" : "changed";
    return saysTheSame(section, before[0]) ? "same" : "changed";
  }
}

/** Its paragraphs may be other ones. */
function saysTheSame(one: FoldedSection, other: FoldedSection | undefined): boolean {
  const [ones, others] = [one.blocks, other?.blocks ?? []];
  if (ones.length === others.length && ones.every(({ key }, at) => key === others[at]?.key)) return true;
  const [words, former] = [ones, others].map((blocks) => blocks.flatMap(({ keys }) => keys)) as [number[], number[]];
  return words.length === former.length && words.every((word, at) => word === former[at]);
}

function placesOf(sections: FoldedSection[]): FoldedSection[] {
  return sections.flatMap((section) => section.blocks.map(() => section));
}

function addWords(sum: WordCount, more: WordCount): void {
  for (const kind of ["same", "added", "removed"] as const) sum[kind] += more[kind];
}

/** Of the words of each section, the share that steps keep. */
function wordsLeft(sections: FoldedSection[], steps: Step[]): Map<FoldedSection, number> {
  const kept = steps.flatMap(({ kind, count }) => (kind === "added" ? [] : [[count, kind === "same"] as const]));
  const left = new Map<FoldedSection, number>();
  let [step, used] = [0, 0];
  for (const section of sections) {
    const length = section.blocks.reduce((sum, { keys }) => sum + keys.length, 0);
    let same = 0;
    for (let open = length; open > 0; ) {
      const [count = open, isKept = false] = kept[step] ?? [];
      const taken = Math.min(open, count - used);
      if (isKept) same += taken;
      open -= taken;
      used += taken;
      if (used >= count) [step, used] = [step + 1, 0];
    }
    left.set(section, length === 0 ? 0 : same / length);
  }
  return left;
}
