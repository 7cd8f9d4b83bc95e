import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffArrays, diffWordsWithSpace } from "diff";
import { createFolding } from "../../../lib/compare/folded-text.ts";
import { ownMarks } from "../../../lib/compare/folding/own-marks.ts";
import type { Word } from "../../../lib/compare/folding/vocabulary.ts";
import type { PaperText } from "../../../lib/document/document.ts";

/** What another way shows as changed; undefined where it gave up. */
export interface OtherWay {
  words: number | undefined;
  ms: number;
}

const LEAST_MS = 20_000;
const PLAIN_MS = 5_000;

/** The least words that any word diff of the whole texts can show, folded as ours are. */
export function leastPossible(before: PaperText, after: PaperText): OtherWay {
  const fold = createFolding([before, after].map((text) => ownMarks(text)));
  const [one, other] = [before, after].map((text) => fold(text).flatMap(({ blocks }) => blocks.flatMap(({ words }) => words))) as [Word[], Word[]];
  return timed(() => {
    const keysOf = (words: Word[]) => words.map(({ number }) => number);
    const changes = diffArrays(keysOf(one), keysOf(other), { timeout: LEAST_MS });
    let [left, right, shown] = [0, 0, 0];
    for (const { added, removed, count } of changes ?? []) {
      if (added || removed) shown += (added ? other.slice(right, right + count) : one.slice(left, left + count)).filter(({ isCounted }) => isCounted).length;
      if (!added) left += count;
      if (!removed) right += count;
    }
    return changes && shown;
  });
}

/** A plain word diff of the whole texts, as anybody would do it. */
export function plainWordDiff(before: PaperText, after: PaperText): OtherWay {
  const [one, other] = [linesOf(before), linesOf(after)];
  return timed(() =>
    diffWordsWithSpace(one, other, { timeout: PLAIN_MS })?.reduce((sum, { added, removed, value }) => sum + (added || removed ? wordsIn(value) : 0), 0),
  );
}

/** git diff --word-diff of the two texts, a block a line. */
export function gitWordDiff(before: PaperText, after: PaperText): OtherWay {
  const folder = mkdtempSync(join(tmpdir(), "bench-changes-"));
  const [one, other] = [join(folder, "old"), join(folder, "new")];
  writeFileSync(one, linesOf(before));
  writeFileSync(other, linesOf(after));
  const way = timed(() => {
    const { stdout } = spawnSync("git", ["diff", "--no-index", "--word-diff=porcelain", one, other], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return stdout.split("\n").reduce((sum, line) => sum + (/^[+-](?![+-]{2} )/.test(line) ? wordsIn(line.slice(1)) : 0), 0);
  });
  rmSync(folder, { recursive: true });
  return way;
}

function timed(act: () => number | undefined): OtherWay {
  const begun = performance.now();
  const words = act();
  return { words, ms: performance.now() - begun };
}

function linesOf({ sections }: PaperText): string {
  return sections.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]).join("\n");
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}_]+/gu)?.length ?? 0;
}
