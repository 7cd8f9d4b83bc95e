import { foldText } from "../watch/names/fold-text.ts";

/** How papers begin, once their header is over. */
const SECTIONS = new Set(
  (
    "abstract, contents, table of contents, introduction, motivation, motivation and scope, introduction and motivation, background, overview, summary, executive summary, scope, purpose, rationale, " +
    "revision history, revisions, history, document history, version history, change history, change log, changelog, changes, history of changes, problem, problem statement, " +
    "the problem, discussion, proposal, wording, proposed wording, proposed resolution, status, preface, disclaimer, acknowledgements, acknowledgments, tl dr, goals, design, index"
  ).split(", "),
);
const MAX_HEADING = 100;
const NUMBER = /^(?:§ ?)?(?:[0-9]+(?:\.[0-9]+)*|[IVX]+)[.)]?\s+/;

/** Whether a line is the heading of a part of the paper, not of the paper itself: "Abstract", "1. Introduction", "Changes since R2". */
export function isSectionHeading(text: string): boolean {
  // Its beginning tells; a paragraph is no heading.
  const name = foldText(text.slice(0, MAX_HEADING).replace(NUMBER, ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return SECTIONS.has(name) || /^(?:changes|revisions?) (?:since|from|in|between|to|history|relative)\b/.test(name);
}

/** Whether a heading says by its number that it is not the first: "2 Design". */
export function isNumbered(text: string): boolean {
  return NUMBER.test(text) && /^\p{Lu}/u.test(text.replace(NUMBER, ""));
}
