import type { Paper } from "../paper.ts";
import { countedAs } from "../series.ts";
import type { ComparedField } from "./diff.ts";

/** So many entries whose field changes alike are one edit of the index: on 2020-04-15 one author's name changed in 48 entries. */
const ALIKE = 5;

const FIELDS = ["authors", "audience"] as const satisfies ComparedField[];

/** What a field says of several papers in place of what it said before: an author has another name, a group was merged into another. */
export interface Renaming {
  field: (typeof FIELDS)[number];
  from: string[];
  to: string[];
  /** How many papers, as they are counted everywhere (countedAs). */
  papers: number;
}

interface Pair {
  paper: Paper;
  before: Paper;
}

/** Takes what was renamed out of changes: it is news of no paper. What is left of a change is as if `before` had said it so already. */
export function takeRenamings<Changed extends Pair>(changes: Changed[]): { renamings: Renaming[]; rest: Changed[] } {
  const alike = new Map(FIELDS.flatMap((field) => [...renamingsOf(field, changes)]));
  if (alike.size === 0) return { renamings: [], rest: changes };
  const rest = changes.map((change) => ({ ...change, before: FIELDS.reduce((before, field) => renamed(field, { ...change, before }, alike), change.before) }));
  return { renamings: [...alike.values()], rest };
}

function renamingsOf(field: Renaming["field"], changes: Pair[]): Map<string, Renaming> {
  const found = new Map<string, { step: Step; entries: number; papers: Set<string> }>();
  for (const change of changes) {
    for (const step of stepsOf(field, change)) {
      const { entries, papers } = found.get(keyOf(step)) ?? { entries: 0, papers: new Set() };
      found.set(keyOf(step), { step, entries: entries + 1, papers: papers.add(countedAs(change.paper)) });
    }
  }
  const alike = [...found].filter(([, { entries }]) => entries >= ALIKE);
  return new Map(alike.map(([key, { step, papers }]) => [key, { ...step, papers: papers.size }]));
}

function renamed(field: Renaming["field"], change: Pair, alike: Map<string, Renaming>): Paper {
  const { before } = change;
  const steps = stepsOf(field, change).filter((step) => alike.has(keyOf(step)));
  return steps.length === 0 ? before : { ...before, [field]: steps.reduce((values, step) => inPlace(values, step), before[field]) };
}

function inPlace(values: string[], { from: [first, ...others], to }: Step): string[] {
  if (first === undefined) return [...values, ...to];
  return values.filter((value) => !others.includes(value)).flatMap((value) => (value === first ? to : value));
}

type Step = Omit<Renaming, "papers">;

/** Who stands in the place of whom. A field that said nothing before was filled: that is news. */
function stepsOf(field: Renaming["field"], { paper, before }: Pair): Step[] {
  const [is, was] = [paper[field], before[field]];
  if (was.length === 0) return [];
  const from = was.filter((value) => !is.includes(value));
  const to = is.filter((value) => !was.includes(value));
  if (from.length === to.length) return from.map((value, place) => ({ field, from: [value], to: to.slice(place, place + 1) }));
  return [{ field, from, to }];
}

function keyOf({ field, from, to }: Step): string {
  return JSON.stringify([field, from, to]);
}
