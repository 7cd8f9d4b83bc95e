import type { Block, PaperText, Section } from "../../document/document.ts";
import type { Changelog } from "../comparison.ts";
import type { OwnMarks } from "../folding/own-marks.ts";
import { changelogTitle } from "./changelog-title.ts";
import { revisionIn, revisionLabel } from "./revision-in.ts";

/** "Changes since the last revision" */
const IN_THIS = /\b(?:since|from|in) (?:the |this )?(?:last|previous|prior|current)? ?(?:revision|version|paper|draft|publication)$/i;

/**
 * What the authors say they changed: the entry of this revision, else all that they list. An entry is a section of its own, within or beside
 * the list, or begins with the name of the revision and ends at the next one. Undefined where nothing is listed.
 */
export function findChangelog({ sections }: PaperText, { id, revision }: OwnMarks): Changelog | undefined {
  const number = id?.slice(1, id.indexOf("R"));
  const paper = sections.findIndex(({ title }) => title !== "");
  const places = sections.flatMap(({ title }, at) => {
    const kind = changelogTitle(title, number);
    // The title of the paper names its revision as well.
    return kind === "named" || (kind === "maybe" && at !== paper && namesRevisions(sections, at, number)) ? [{ at, isNamed: kind === "named" }] : [];
  });
  const [first, ...others] = [...places.filter(({ isNamed }) => isNamed), ...places.filter(({ isNamed }) => !isNamed)].map(({ at }) => at);
  if (first === undefined) return undefined;
  for (const at of revision === undefined ? [] : [first, ...others]) {
    const entry = entryIn(sections, at, revision as number, number);
    if (entry) return { ...entry, isEntry: true };
  }
  const blocks = blocksBelow(sections, first);
  return blocks.length > 0 ? { title: (sections[first] as Section).title, isEntry: false, blocks } : undefined;
}

/** The section and the ones below it. */
function within(sections: Section[], at: number): Section[] {
  const { level } = sections[at] as Section;
  const end = sections.findIndex((section, place) => place > at && section.level <= level);
  return sections.slice(at, end < 0 ? sections.length : end);
}

function namesRevisions(sections: Section[], at: number, number: string | undefined): boolean {
  const [{ title, blocks } = { title: "", blocks: [] }, ...below] = within(sections, at);
  return (
    [title, ...below.map((section) => section.title)].some((one) => revisionIn(one, number) !== undefined) ||
    blocks.some(({ text }) => revisionLabel(text, number) !== undefined)
  );
}

/** All that stands below a heading; the headings in it are blocks of their own. */
function blocksBelow(sections: Section[], at: number): Block[] {
  const [first, ...below] = within(sections, at);
  return [...(first?.blocks ?? []), ...below.flatMap(({ title, blocks }): Block[] => [{ kind: "term", text: title }, ...blocks])];
}

function entryIn(sections: Section[], at: number, revision: number, number: string | undefined): Omit<Changelog, "isEntry"> | undefined {
  for (const [offset, { title }] of within(sections, at).entries()) {
    const blocks = blocksBelow(sections, at + offset);
    const isOfThis = revisionIn(title, number) === revision || (revision > 0 && IN_THIS.test(title));
    if (isOfThis && blocks.length > 0) return { title, blocks };
  }
  const blocks = blocksBelow(sections, at);
  const labels = blocks.map(({ text }) => revisionLabel(text, number));
  const from = labels.indexOf(revision);
  if (from < 0) return undefined;
  const end = labels.findIndex((label, place) => place > from && label !== undefined && label !== revision);
  return { title: (sections[at] as Section).title, blocks: blocks.slice(from, end < 0 ? blocks.length : end) };
}
