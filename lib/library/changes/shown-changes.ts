import type { ChangedBlock, SectionChange } from "../../compare/comparison.ts";

/** Which sections are looked at. */
export const KINDS_OF_TEXT = ["all", "wording", "prose"] as const;
export type KindOfText = (typeof KINDS_OF_TEXT)[number];

/** A block as it stands on the page; `change` numbers, from 1, the first block of each changed stretch. */
interface ShownBlock {
  block: ChangedBlock;
  isChanged: boolean;
  change?: number;
}

/** What a piece of the page shows: blocks, or how many unchanged ones are folded away there. */
export type Part = { kind: "block"; key: string; shown: ShownBlock } | { kind: "fold"; key: string; count: number; title: string };

/** Some of a section, so short that drawing it holds nothing up. `section` where it begins one. */
export interface Chunk {
  key: string;
  section?: { change: SectionChange; at: number };
  parts: Part[];
}

export interface ShownChanges {
  chunks: Chunk[];
  /** How many changed stretches there are, and the chunk of each, by its number less one. */
  chunkOfChange: number[];
}

/** What is unchanged beside a change is shown for so many blocks. */
const AROUND = 1;
/** Less is not worth a button. */
const LEAST_FOLDED = 2;
const MOST_BLOCKS = 24;
const MOST_CHARACTERS = 12_000;

/** The sections of that kind. */
export function sectionsOfKind(sections: SectionChange[], kind: KindOfText): { change: SectionChange; at: number }[] {
  const all = sections.map((change, at) => ({ change, at }));
  return kind === "all" ? all : all.filter(({ change }) => change.isWording === (kind === "wording"));
}

/** What of these sections stands on the page: what is unchanged is folded, but for what was unfolded, in pieces that are drawn one after the other. */
export function showChanges(sections: SectionChange[], kind: KindOfText, unfolded: ReadonlySet<string> = new Set()): ShownChanges {
  const chunks: Chunk[] = [];
  const chunkOfChange: number[] = [];
  let [size, changes] = [0, 0];
  const add = (part: Part, begins?: Chunk["section"]) => {
    const length = part.kind === "fold" ? 0 : part.shown.block.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const last = chunks.at(-1);
    if (begins || !last || last.parts.length >= MOST_BLOCKS || (size > 0 && size + length > MOST_CHARACTERS)) {
      chunks.push({ key: part.key, ...(begins && { section: begins }), parts: [] });
      size = 0;
    }
    size += length;
    chunks.at(-1)?.parts.push(part);
    if (part.kind === "block" && part.shown.change !== undefined) chunkOfChange.push(chunks.length - 1);
  };
  for (const { change, at } of sectionsOfKind(sections, kind)) {
    let begins: Chunk["section"] | undefined = { change, at };
    for (const { from, blocks, isFolded } of stretchesOf(change, (from) => unfolded.has(`${at}/${from}`))) {
      if (isFolded) {
        const heading = blocks[0]?.block.kind === "heading" ? textOf(blocks[0].block) : "";
        add({ kind: "fold", key: `${at}/${from}`, count: blocks.length, title: heading }, begins);
        begins = undefined;
        continue;
      }
      for (const [place, shown] of blocks.entries()) {
        const isFirst = shown.isChanged && !(place > 0 ? blocks[place - 1] : undefined)?.isChanged;
        add({ kind: "block", key: `${at}/${from + place}`, shown: isFirst ? { ...shown, change: ++changes } : shown }, begins);
        begins = undefined;
      }
    }
  }
  return { chunks, chunkOfChange };
}

/** How many changes begin before this chunk: the number of the one that the next follows for somebody who looks at it. */
export function changesBefore({ chunkOfChange }: ShownChanges, chunk: number): number {
  const at = chunkOfChange.findIndex((of) => of >= chunk);
  return at < 0 ? chunkOfChange.length : at;
}

interface Stretch {
  from: number;
  blocks: ShownBlock[];
  isFolded: boolean;
}

function stretchesOf({ blocks, status, isMoved, formerTitle }: SectionChange, isUnfolded: (from: number) => boolean): Stretch[] {
  const shown = blocks.map((block) => ({ block, isChanged: block.pieces.some(({ kind }) => kind !== "same") }));
  const near = new Set<number>();
  for (const [at, { isChanged }] of shown.entries()) {
    if (isChanged) for (let place = at - AROUND; place <= at + AROUND; place++) near.add(place);
  }
  // Its heading says where one is.
  if (status !== "same" || isMoved || formerTitle !== undefined) near.add(0);
  const stretches: Stretch[] = [];
  for (let from = 0, end = 0; from < shown.length; from = end) {
    const isNear = near.has(from);
    while (end < shown.length && near.has(end) === isNear) end++;
    const isFolded = !isNear && end - from >= LEAST_FOLDED && !isUnfolded(from);
    stretches.push({ from, blocks: shown.slice(from, end), isFolded });
  }
  return stretches;
}

function textOf({ pieces }: ChangedBlock): string {
  return pieces.flatMap(({ kind, text }) => (kind === "removed" ? [] : text)).join("");
}

/** Of the words of a section, the share that is new or gone, from 0 to 1: how long its bar is. */
export function shareChanged({ words: { same, added, removed } }: Pick<SectionChange, "words">): number {
  const changed = added + removed;
  return changed === 0 ? 0 : changed / (changed + same);
}
