import type { SectionChange, Summary, Verdict } from "./comparison.ts";

/** More than half of the words: then word by word says little. */
const DIFFERENT = 0.5;
const UNRELATED = 0.95;

/** How much differs, in numbers. */
export function summarise(sections: SectionChange[]): Summary {
  const count = (isOne: (section: SectionChange) => boolean) => sections.filter(isOne).length;
  return {
    changed: count(({ status, before }) => status === "changed" && before !== undefined),
    added: count(({ status }) => status === "added"),
    removed: count(({ status }) => status === "removed"),
    moved: count(({ isMoved }) => isMoved),
    renamed: count(({ formerTitle }) => formerTitle !== undefined),
    wordsAdded: sections.reduce((sum, { words }) => sum + words.added, 0),
    wordsRemoved: sections.reduce((sum, { words }) => sum + words.removed, 0),
    wording: sections.some(({ isWording, status, before }) => isWording && (status === "changed" ? before !== undefined : status !== "same")),
  };
}

/** What the share of the words that differ says. */
export function verdictOn(sections: SectionChange[]): Verdict {
  if (sections.every(({ status, isMoved }) => status === "same" && !isMoved)) return "same";
  const [same, changed] = sections.reduce(([same, changed], { words }) => [same + words.same, changed + words.added + words.removed], [0, 0]);
  const share = same + changed === 0 ? 0 : changed / (2 * same + changed);
  return share > UNRELATED ? "unrelated" : share > DIFFERENT ? "different" : "changed";
}
