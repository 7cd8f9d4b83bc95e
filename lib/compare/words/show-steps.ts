import type { Piece, WordCount } from "../comparison.ts";
import type { FoldedBlock } from "../folded-text.ts";
import { isCounted, type Word } from "../folding/words.ts";
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
  const [old, fresh] = [placed(before), placed(after)];
  const goesOn = sharing(old, fresh, steps);
  const rows: Row[] = [];
  const rowOf = new Map<number, Row>();
  let current: Row | undefined;
  let [one, other] = [0, 0];
  for (const { kind, count } of steps) {
    for (let at = 0; at < count; at++) {
      const [former, latter] = [old[one], fresh[other]];
      if (kind === "removed" && former) add(rowForGone(former.block), kind, former.word);
      else if (latter) add(rowForNew(latter.block), kind, latter.word, kind === "same" ? former?.word.text : undefined);
      if (kind !== "added") one++;
      if (kind !== "removed") other++;
    }
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
    if (current?.after === undefined && current?.before !== undefined && goesOn.has(`${current.before} ${block}`))
      return Object.assign(current, { after: block, kind });
    return pushed({ kind, after: block, pieces: [], words: none() });
  }

  function rowForGone(block: number): Row {
    const next = fresh[other]?.block;
    // What is gone from the midst of a block is shown there, whatever it was.
    if (next !== undefined && fresh[other - 1]?.block === next) return rowForNew(next);
    if (current && (current.after === undefined ? current.before === block : goesOn.has(`${block} ${current.after}`))) return current;
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

function add({ pieces, words }: Row, kind: Piece["kind"], word: Word, former = word.text): void {
  if (isCounted(word)) words[kind]++;
  const last = pieces.at(-1);
  const differs = former.trim() !== word.text.trim();
  if (last?.kind === kind) {
    if (differs || last.before !== undefined) last.before = (last.before ?? last.text) + former;
    last.text += word.text;
  } else pieces.push({ kind, text: word.text, ...(differs && { before: former }) });
}

function placed(blocks: FoldedBlock[]): { word: Word; block: number }[] {
  return blocks.flatMap(({ words }, block) => words.map((word) => ({ word, block })));
}

/** "former latter" of each two blocks that have a word in common. */
function sharing(old: { block: number }[], fresh: { block: number }[], steps: Step[]): Set<string> {
  const shared = new Set<string>();
  let [one, other] = [0, 0];
  for (const { kind, count } of steps) {
    for (let at = 0; kind === "same" && at < count; at++) shared.add(`${old[one + at]?.block} ${fresh[other + at]?.block}`);
    if (kind !== "added") one += count;
    if (kind !== "removed") other += count;
  }
  return shared;
}
