import type { FoldedSection } from "../folded-text.ts";
import { likeness } from "./likeness.ts";

/** A section of each text, or one that only one of them has. */
export interface Match {
  before?: FoldedSection;
  after?: FoldedSection;
}

/** Sections of one title are taken for the same where they are as alike; sections of other titles where they are as alike as that. */
const ALIKE_OF_ONE_TITLE = 0.25;
const ALIKE = 0.5;
/** So few words say nothing. */
const MIN_WORDS = 8;
/**
 * In steps, each a word that is looked up: so much may be done in all, and a pair costs what its smaller section has, and something for
 * itself. Where there are more, only what stands at about the same place is looked at.
 */
const ROOM = 10_000_000;
const PAIR = 250;

/** What makes two sections the same, the surest first. */
const KEYS: ((section: FoldedSection) => string | undefined)[] = [
  ({ path, title, text }) => `${path}\n${title}\n${text}`,
  ({ title, text }) => `${title}\n${text}`,
  ({ text, length }) => (length < MIN_WORDS ? undefined : text),
  ({ path, title }) => (title === "" ? undefined : `${path}\n${title}`),
  ({ title }) => title,
];

/** Finds the same sections in both texts: by their title and their words, then by either, then by the likeness of their words. */
export function matchSections(before: FoldedSection[], after: FoldedSection[]): Match[] {
  const matched = new Map<FoldedSection, FoldedSection>();
  const taken = new Set<FoldedSection>();
  const room = { left: ROOM };
  const match = (one: FoldedSection, other: FoldedSection) => {
    matched.set(one, other);
    taken.add(other);
  };
  for (const keyOf of KEYS) {
    const [left, right] = [groupBy(open(before, matched), keyOf), groupBy(open(after, taken), keyOf)];
    for (const [key, ones] of left) {
      const others = right.get(key) ?? [];
      // The same words are the same, whichever of them; of one title they need not be.
      const isSure = ones.length === 1 && others.length === 1;
      for (const [one, other] of isSure || ones[0]?.text === others[0]?.text ? pairUp(ones, others) : mostAlike(ones, others, ALIKE_OF_ONE_TITLE, room))
        match(one, other);
    }
  }
  for (const [one, other] of mostAlike(open(before, matched).filter(says), open(after, taken).filter(says), ALIKE, room)) match(one, other);
  return [
    ...before.map((one): Match => ({ before: one, ...(matched.has(one) && { after: matched.get(one) as FoldedSection }) })),
    ...open(after, taken).map((other): Match => ({ after: other })),
  ];
}

function says({ length }: FoldedSection): boolean {
  return length >= MIN_WORDS;
}

function open(sections: FoldedSection[], closed: { has(section: FoldedSection): boolean }): FoldedSection[] {
  return sections.filter((section) => !closed.has(section));
}

function groupBy(sections: FoldedSection[], keyOf: (section: FoldedSection) => string | undefined): Map<string, FoldedSection[]> {
  const groups = new Map<string, FoldedSection[]>();
  for (const section of sections) {
    const key = keyOf(section);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(section);
    else if (key !== undefined) groups.set(key, [section]);
  }
  return groups;
}

function pairUp(ones: FoldedSection[], others: FoldedSection[]): [FoldedSection, FoldedSection][] {
  return others.slice(0, ones.length).map((other, at) => [ones[at] as FoldedSection, other]);
}

/** Pairs from the most alike down to the bound, each section once; of equals what stands nearest. */
function mostAlike(ones: FoldedSection[], others: FoldedSection[], bound: number, room: { left: number }): [FoldedSection, FoldedSection][] {
  const reach = Math.max(
    1,
    Math.ceil(
      room.left /
        Math.max(
          1,
          ones.reduce((sum, one) => sum + costOf(one), 0),
        ) /
        2,
    ),
  );
  const pairs = ones.flatMap((one, at) => {
    const middle = Math.round((at / ones.length) * others.length);
    return others
      .slice(Math.max(0, middle - reach), middle + reach)
      .map((other): [number, FoldedSection, FoldedSection] => [likeness(one.bag(), other.bag(), bound), one, other]);
  });
  room.left = Math.max(0, room.left - pairs.reduce((sum, [, one, other]) => sum + Math.min(costOf(one), costOf(other)), 0));
  const gone = new Set<FoldedSection>();
  return pairs
    .filter(([alike]) => alike >= bound)
    .sort(([a, one, other], [b, two, another]) => b - a || Math.abs(one.at - other.at) - Math.abs(two.at - another.at))
    .flatMap(([, one, other]) => {
      if (gone.has(one) || gone.has(other)) return [];
      gone.add(one).add(other);
      return [[one, other] as [FoldedSection, FoldedSection]];
    });
}

/** Of a pair with it, at most. */
function costOf(section: FoldedSection): number {
  return PAIR + section.bag().counts.size;
}
