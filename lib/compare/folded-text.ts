import type { BlockKind, PaperText, Section } from "../document/document.ts";
import { foldTitle, headingWords } from "./folding/fold-title.ts";
import { MAX_HEADER_LINES, type OwnMarks } from "./folding/own-marks.ts";
import { type Word, wordsOf } from "./folding/words.ts";
import { type Bag, bagOf } from "./matching/likeness.ts";

/** A block or a heading, and its words as they are compared. */
export interface FoldedBlock {
  kind: BlockKind | "heading";
  words: Word[];
  /** The key of each word, as a number. */
  keys: number[];
  /** The same for blocks of the same words. */
  key: number;
  bag: Bag;
}

export interface FoldedSection {
  section: Section;
  at: number;
  /** The same for sections of the same title, path or words. */
  title: string;
  path: string;
  text: string;
  /** With its heading, where it has one. */
  blocks: FoldedBlock[];
  /** Of what stands below its heading. */
  bag: Bag;
}

/** Numbers in place of what is compared, the same for the same in both texts. */
export type Numbering = (key: string) => number;

export function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  return (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

/** The sections of a text, ready to be compared with those of another one under the same numbering. */
export function foldSections({ sections }: PaperText, said: OwnMarks, numberOf: Numbering): FoldedSection[] {
  const { date: _, ...ownId } = said;
  let lines = 0;
  return sections.map((section, at) => {
    // Further down the same date is that of something else: of a reference, or of another revision.
    const own = lines < MAX_HEADER_LINES ? said : ownId;
    lines += 1 + section.blocks.length;
    const heading = section.title === "" ? [] : [foldBlock("heading", headingWords(section.title, own), numberOf)];
    const blocks = section.blocks.map(({ kind, text }) => foldBlock(kind, wordsOf(text, own), numberOf));
    return {
      section,
      at,
      title: foldTitle(section.title, own),
      path: section.path.map((title) => foldTitle(title, own)).join("\n"),
      text: blocks.map(({ key }) => key).join(" "),
      blocks: [...heading, ...blocks],
      bag: bagOf(blocks.flatMap(({ keys }) => keys)),
    };
  });
}

function foldBlock(kind: FoldedBlock["kind"], words: Word[], numberOf: Numbering): FoldedBlock {
  const keys = words.map(({ key }) => numberOf(key));
  // No word has a blank in it.
  return { kind, words, keys, key: numberOf(` ${keys.join(" ")}`), bag: bagOf(keys) };
}
