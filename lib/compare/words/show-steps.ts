import type { Piece, WordCount } from "../comparison.ts";
import type { FoldedBlock } from "../folded-text.ts";
import type { Word } from "../folding/vocabulary.ts";
import type { Step } from "./step.ts";

/** What steps make of a block of the new text, or of one that is gone. */
export interface Row {
  kind: FoldedBlock["kind"];
  pieces: Piece[];
  words: WordCount;
  /** The block of the new text; absent where nothing of the row is in it. */
  after?: number;
  /** The former block that it begins with, if it begins with what is gone. */
  before?: number;
}

/** What steps between the words of blocks look like: the new blocks with what is gone from them, and between them those that are gone as a whole. */
export function showSteps(before: FoldedBlock[], after: FoldedBlock[], steps: Step[]): Row[] {
  const goesOn = sharing(before, after, steps);
  const rows: Row[] = [];
  const rowOf = new Map<number, Row>();
  let current: Row | undefined;
  for (const { kind, count, old, fresh } of removedFirst(runsOf(before, after, steps))) {
    if (kind === "removed") add(rowForGone(old.block, fresh), kind, stretchOf(before, old, count));
    else add(rowForNew(fresh.block), kind, stretchOf(after, fresh, count), kind === "same" ? stretchOf(before, old, count) : undefined);
  }
  return rows;

  function rowForNew(block: number): Row {
    const row = rowOf.get(block) ?? begun(block);
    rowOf.set(block, row);
    current = row;
    return row;
  }

  /** What is gone right before it, from a block that goes on in it, begins its row. */
  function begun(block: number): Row {
    const kind = after[block]?.kind ?? "text";
    if (current?.after === undefined && current?.before !== undefined && goesOn(current.before, block)) return Object.assign(current, { after: block, kind });
    return pushed({ kind, after: block, pieces: [], words: none() });
  }

  function rowForGone(block: number, { block: next, word }: Place): Row {
    // What is gone from the midst of a block is shown there, whatever it was.
    if (next < after.length && word > 0) return rowForNew(next);
    if (current && (current.after === undefined ? current.before === block : goesOn(block, current.after))) return current;
    current = pushed({ kind: before[block]?.kind ?? "text", before: block, pieces: [], words: none() });
    return current;
  }

  function pushed(row: Row): Row {
    rows.push(row);
    return row;
  }
}

export function none(): WordCount {
  return { same: 0, added: 0, removed: 0 };
}

/** A place in a text: which word of which block. */
interface Place {
  block: number;
  word: number;
}

/** A part of a step that lies within one block of either text, and where it begins there. */
interface Run extends Step {
  old: Place;
  fresh: Place;
}

function* runsOf(before: FoldedBlock[], after: FoldedBlock[], steps: Step[]): Iterable<Run> {
  const [old, fresh] = [
    { block: 0, word: 0 },
    { block: 0, word: 0 },
  ];
  const left = (blocks: FoldedBlock[], place: Place) => {
    for (; place.block < blocks.length; place.block++, place.word = 0) {
      const length = (blocks[place.block] as FoldedBlock).words.length - place.word;
      if (length > 0) return length;
    }
    return 0;
  };
  for (const { kind, count } of steps) {
    for (let open = count; open > 0; ) {
      const [ones, others] = [left(before, old), left(after, fresh)];
      const taken = Math.min(open, kind === "added" ? open : ones, kind === "removed" ? open : others);
      if (taken === 0) return;
      yield { kind, count: taken, old, fresh };
      if (kind !== "added") old.word += taken;
      if (kind !== "removed") fresh.word += taken;
      open -= taken;
    }
  }
}

const SIDE = { removed: "old", added: "fresh" } as const;

/** Between two words that are the same, what is gone from a block stands before what came to one: whoever reads it reads either as a whole. */
function* removedFirst(runs: Iterable<Run>): Iterable<Run> {
  let open: { removed?: Run; added?: Run } = {};
  for (const run of runs) {
    const { removed, added } = open;
    const isNext = run.kind === "same" || run[SIDE[run.kind]].block !== (open[run.kind] ?? removed ?? added)?.[SIDE[run.kind]].block;
    if (isNext) {
      yield* [removed ?? [], added ?? []].flat();
      open = {};
    }
    if (run.kind === "same") yield run;
    else {
      const known = open[run.kind];
      if (known) known.count += run.count;
      // Where one begins is told while it is looked at only.
      else open[run.kind] = { ...run, old: { ...run.old }, fresh: { ...(open.added ?? run).fresh } };
    }
  }
  yield* [open.removed ?? [], open.added ?? []].flat();
}

/** Some words of a block; `text` where they are all of it. */
interface WordStretch {
  words: Word[];
  text?: string;
  counted: number;
}

function stretchOf(blocks: FoldedBlock[], { block, word }: Place, count: number): WordStretch {
  const { text, words, counted } = blocks[block] as FoldedBlock;
  if (count === words.length) return { words, text, counted };
  const some = words.slice(word, word + count);
  return { words: some, counted: some.reduce((sum, { isCounted }) => sum + Number(isCounted), 0) };
}

function add({ pieces, words: sum }: Row, kind: Piece["kind"], stretch: WordStretch, former: WordStretch = stretch): void {
  sum[kind] += stretch.counted;
  const text = textOf(stretch);
  const differs =
    former.words !== stretch.words && former.words.some((word, at) => word !== stretch.words[at] && word.text.trim() !== stretch.words[at]?.text.trim());
  const last = pieces.at(-1);
  if (last?.kind === kind) {
    if (differs || last.before !== undefined) last.before = (last.before ?? last.text) + textOf(former);
    last.text += text;
  } else pieces.push({ kind, text, ...(differs && { before: textOf(former) }) });
}

function textOf({ words, text }: WordStretch): string {
  return text ?? words.map(({ text }) => text).join("");
}

/** Whether two blocks have a word in common. */
function sharing(before: FoldedBlock[], after: FoldedBlock[], steps: Step[]): (old: number, fresh: number) => boolean {
  const shared = new Set<number>();
  for (const { kind, old, fresh } of runsOf(before, after, steps)) if (kind === "same") shared.add(old.block * after.length + fresh.block);
  return (old, fresh) => shared.has(old * after.length + fresh);
}
