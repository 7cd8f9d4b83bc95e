import { foldText } from "../watch/names/fold-text.ts";
import type { Section } from "./document.ts";

const NAMES = new Set(["contents", "table of contents", "toc", "index of contents"]);
/** No entry of a table of contents is as long; a list of them may be one block. */
const MAX_ENTRY = 300;

/** Whether a heading names the table of contents. */
export function isContents(title: string): boolean {
  return NAMES.has(
    foldText(title)
      .replace(/[^\p{L}]+/gu, " ")
      .trim(),
  );
}

/** The sections without the table of contents, which says nothing that the headings do not. A paragraph that follows it stays. */
export function withoutContents(sections: Section[]): Section[] {
  return sections.flatMap((section) => {
    if (!isContents(section.title)) return [section];
    const blocks = section.blocks.filter(({ kind, text }) => kind === "text" && text.length > MAX_ENTRY);
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });
}
