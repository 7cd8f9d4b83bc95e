import { foldText } from "../watch/names/fold-text.ts";
import type { Block, Section } from "./document.ts";

const NAMES = new Set(["contents", "table of contents", "toc", "index of contents"]);
/** No entry of a table of contents is as long; a list of them may be one block. */
const MAX_ENTRY = 300;
const SENTENCE = /^(?!\d)\S+(?: \S+){3,}[.:!?][)"'”’]?$/;

/** Whether a heading names the table of contents. */
export function isContents(title: string): boolean {
  return NAMES.has(lettersOf(title));
}

/** The sections without the table of contents, which says nothing that the headings do not. A paragraph that follows it stays. */
export function withoutContents(sections: Section[]): Section[] {
  if (!sections.some(({ title }) => isContents(title))) return sections;
  const titles = new Set(sections.map(({ title }) => lettersOf(title)));
  return sections.flatMap((section) => {
    if (!isContents(section.title)) return [section];
    const last = section.blocks.findLastIndex((block) => isEntry(block, titles));
    const blocks = section.blocks.filter(({ kind, text }, at) => kind === "text" && (text.length > MAX_ENTRY || (at > last && SENTENCE.test(text))));
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });
}

/** What is listed, in a list or in paragraphs: lines that are headings of the paper, with numbers or without. */
function isEntry({ kind, text }: Block, titles: Set<string>): boolean {
  return kind !== "text" || text.split("\n").some((line) => titles.has(lettersOf(line)));
}

function lettersOf(title: string): string {
  return foldText(title)
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
