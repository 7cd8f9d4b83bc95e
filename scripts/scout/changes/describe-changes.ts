import type { Comparison, SectionChange } from "../../../lib/compare/comparison.ts";
import type { Cut } from "../../../lib/document/document.ts";

/** What the two papers are called. */
export interface Names {
  before: string;
  after: string;
}

const VERDICTS: Record<Comparison["verdict"], string> = {
  same: "Nothing differs but numbers, dates and the like.",
  changed: "",
  different: "More than half differs, so that word by word says little.",
  unrelated: "The two have nothing in common.",
};
const CUTS: Record<Cut, string> = {
  bytes: "it is too long",
  characters: "it is too long",
  blocks: "it has too many lines",
  depth: "its elements are nested without end",
  pages: "it has too many pages",
  time: "it took too long",
};

/** "4 sections changed, 2 new; 312 words added, 96 removed; wording: yes", and what else has to be known. */
export function describeChanges({ verdict, summary, sections, isFromPdf, isCoarse, cut }: Comparison): string[] {
  const counts = [
    `${counted(summary.changed, "section")} changed`,
    ...(
      [
        ["new", summary.added],
        ["gone", summary.removed],
        ["moved", summary.moved],
        ["renamed", summary.renamed],
      ] as const
    ).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])),
  ];
  const words = `${counted(summary.wordsAdded, "word")} added, ${summary.wordsRemoved} removed`;
  return [
    VERDICTS[verdict],
    verdict === "same" ? "" : `${counts.join(", ")}; ${words}; wording: ${summary.wording ? "yes" : "no"}`,
    sections.some(({ isWording }) => isWording)
      ? "What the paper itself marks as inserted or deleted is compared without these marks: where nothing but such a mark differs, nothing is shown."
      : "",
    isFromPdf ? "From a PDF: the layout of lines is ignored, lines and tables are approximate." : "",
    isCoarse ? "Some of it is too long to be compared word by word: more is shown as changed than is." : "",
    ...(["before", "after"] as const).map((side) =>
      cut[side] ? `The ${side === "before" ? "old" : "new"} one was read in part only: ${CUTS[cut[side]]}.` : "",
    ),
  ].filter((line) => line !== "");
}

/** "changed, moved, formerly ‘Overview’" */
export function describeSection({ status, isMoved, formerTitle }: SectionChange): string {
  const about = { same: "", changed: "changed", added: "new", removed: "gone" }[status];
  return [about, isMoved ? "moved" : "", formerTitle === undefined ? "" : `formerly ‘${formerTitle}’`].filter((one) => one !== "").join(", ");
}

/** Whether there is something to be shown of a section. */
export function differs({ status, isMoved }: SectionChange): boolean {
  return status !== "same" || isMoved;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
