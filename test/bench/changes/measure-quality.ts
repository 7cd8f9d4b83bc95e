import { readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { findChangelog } from "../../../lib/compare/changelog/find-changelog.ts";
import { compareTexts } from "../../../lib/compare/compare-texts.ts";
import { ownMarks } from "../../../lib/compare/folding/own-marks.ts";
import { readPaperText } from "../../../scripts/scout/reading/read-paper-text.ts";
import type { Pair } from "./measure-speed.ts";
import { gitWordDiff, leastPossible, plainWordDiff } from "./other-ways.ts";

/** What a paper has, marked by hand: an entry for its revision, a list of changes without one, neither. */
type Mark = "entry" | "list" | "none";

const marks = JSON.parse(readFileSync(join(import.meta.dirname, "changelogs.json"), "utf8")) as Record<string, Mark>;

export type Quality = NonNullable<Awaited<ReturnType<typeof measureQuality>>>;

/** What is shown of a pair, and what other ways show and take; undefined where a paper cannot be read. */
export async function measureQuality(folder: string, { before, after }: Pair) {
  const texts = await Promise.all([before, after].map((file) => readPaperText(join(folder, file)))).catch((error: unknown) => console.error(String(error)));
  const [one, other] = texts ?? [];
  if (!one || !other) return undefined;
  const ids = { ...(one.id && { before: one.id }), ...(other.id && { after: other.id }) };
  const { summary, verdict, isCoarse, sections } = compareTexts(one.text, other.text, ids);
  const shown = summary.wordsAdded + summary.wordsRemoved;
  const same = sections.reduce((sum, { words }) => sum + words.same, 0);
  return {
    after,
    verdict,
    isCoarse,
    shown,
    changedPercent: Number(((100 * shown) / Math.max(1, 2 * same + shown)).toPrecision(3)),
    least: leastPossible(one.text, other.text),
    plain: plainWordDiff(one.text, other.text),
    git: gitWordDiff(one.text, other.text),
    logs: [logOf(before, one), logOf(after, other)].flat(),
  };
}

/** What is marked of a paper, and what was found. */
function logOf(file: string, { text, id }: Awaited<ReturnType<typeof readPaperText>>): { file: string; mark: Mark; found: Mark }[] {
  const mark = marks[parse(file).name];
  const found = findChangelog(text, ownMarks(text, id));
  return mark ? [{ file, mark, found: found ? (found.isEntry ? "entry" : "list") : "none" }] : [];
}
