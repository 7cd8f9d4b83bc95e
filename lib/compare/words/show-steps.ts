import type { ChangedBlock, Piece, WordCount } from "../comparison.ts";
import type { FoldedBlock } from "../folded-text.ts";
import { isCounted, type Word } from "../folding/words.ts";
import type { Step } from "./step.ts";

/** A block of the new text, or one that is gone; `from` is the former one that it begins with. */
interface Row extends ChangedBlock {
  from?: number;
}

/** What steps between the words of two sections look like: the blocks of the new one with what is gone from them, and between them those that are gone as a whole. */
export function showSteps(before: FoldedBlock[], after: FoldedBlock[], steps: Step[]): { blocks: ChangedBlock[]; words: WordCount } {
  const [old, fresh] = [placed(before), placed(after)];
  const goesOn = sharing(old, fresh, steps);
  const words: WordCount = { same: 0, added: 0, removed: 0 };
  const rows: Row[] = [];
  const rowOf = new Map<number, Row>();
  let current: { row: Row; block?: number } | undefined;
  let [one, other] = [0, 0];
  for (const { kind, count } of steps) {
    for (let at = 0; at < count; at++) {
      const [former, latter] = [old[one], fresh[other]];
      if (kind === "removed" && former) add(rowForGone(former.block), "removed", former.word);
      else if (latter) add(rowForNew(latter.block), kind, latter.word, kind === "same" ? former?.word.text : undefined);
      const word = (kind === "removed" ? former : latter)?.word;
      if (word && isCounted(word)) words[kind]++;
      if (kind !== "added") one++;
      if (kind !== "removed") other++;
    }
  }
  return { blocks: rows.map(({ kind, pieces }) => ({ kind, pieces })), words };

  function rowForNew(block: number): Row {
    const known = rowOf.get(block);
    if (current?.block !== block) current = { row: known ?? begun(block), block };
    return current.row;
  }

  /** What is gone right before it and goes on in it begins the row. */
  function begun(block: number): Row {
    const { row, block: isOfNew } = current ?? {};
    const kind = after[block]?.block.kind ?? "text";
    const isPart = row?.from !== undefined && isOfNew === undefined && goesOn.has(`${row.from} ${block}`);
    const begun = isPart ? row : { kind, pieces: [] };
    if (isPart) row.kind = kind;
    else rows.push(begun);
    rowOf.set(block, begun);
    return begun;
  }

  function rowForGone(block: number): Row {
    const isWithin = current?.block !== undefined && goesOn.has(`${block} ${current.block}`);
    if (isWithin || (current?.block === undefined && current?.row.from === block)) return (current as { row: Row }).row;
    const row: Row = { kind: before[block]?.block.kind ?? "text", pieces: [], from: block };
    rows.push(row);
    current = { row };
    return row;
  }
}

function add({ pieces }: Row, kind: Piece["kind"], { text }: Word, former = text): void {
  const last = pieces.at(-1);
  const differs = former.trim() !== text.trim();
  if (last?.kind === kind && (last.before !== undefined || !differs)) {
    if (last.before !== undefined) last.before += former;
    last.text += text;
  } else if (last?.kind === kind) {
    last.before = last.text + former;
    last.text += text;
  } else pieces.push({ kind, text, ...(differs && { before: former }) });
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
